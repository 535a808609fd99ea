// One event of a floor, the same object for every viewer who is as far; only its number is a viewer's
// own. Its forms of the same changes (packed, where each was bought, readable) are built when they
// are asked for: a viewer that paints never pays for the readable one.
import { packSeat, seatStatus } from '@worldseat/schema/domain';
import type { SeatBatchView, SeatChangeView, SeatStatusView } from '@worldseat/schema/services';
import type { FloorSnapshot, SeatNews } from './seat-news.ts';

export class SeatBatch implements SeatBatchView {
  readonly revision: number;
  readonly atMs: number;
  readonly sold: number;
  readonly tickets: number;
  readonly oversold: number;
  readonly #seats: readonly SeatNews[];
  readonly #regions: readonly string[];

  constructor(
    { revision, totals, seats }: FloorSnapshot,
    atMs: number,
    regions: readonly string[],
  ) {
    this.revision = revision;
    this.atMs = atMs;
    this.sold = totals.sold;
    this.tickets = totals.tickets;
    this.oversold = totals.oversold;
    this.#seats = seats;
    this.#regions = regions;
  }

  get packed(): readonly number[] {
    return this.#seats.map(({ index, holders }) => packSeat(index, holders));
  }

  get regions(): readonly number[] {
    return this.#seats.map(({ region }) => (region === null ? -1 : this.#regions.indexOf(region)));
  }

  get changes(): readonly SeatChangeView[] {
    return this.#seats.map(({ seat, holders, owner, region }) => ({
      seat,
      status: seatStatus(holders),
      holders,
      owner,
      region,
    }));
  }

  numbered(sequence: number): SeatStatusView {
    return new NumberedBatch(this, sequence);
  }
}

class NumberedBatch implements SeatStatusView {
  readonly batch: SeatBatch;
  readonly sequence: number;

  constructor(batch: SeatBatch, sequence: number) {
    this.batch = batch;
    this.sequence = sequence;
  }

  get revision(): number {
    return this.batch.revision;
  }

  get atMs(): number {
    return this.batch.atMs;
  }

  get packed(): readonly number[] {
    return this.batch.packed;
  }

  get regions(): readonly number[] {
    return this.batch.regions;
  }

  get changes(): readonly SeatChangeView[] {
    return this.batch.changes;
  }

  get sold(): number {
    return this.batch.sold;
  }

  get tickets(): number {
    return this.batch.tickets;
  }

  get oversold(): number {
    return this.batch.oversold;
  }
}
