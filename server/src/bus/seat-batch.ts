// One event of a floor. Its forms of the same changes (packed, where each was bought, readable) are
// built when they are asked for: a viewer that paints never pays for the readable one.
import { packSeat, seatStatus } from '@worldseat/schema/domain';
import type { SeatChangeView, SeatStatusView } from '@worldseat/schema/services';
import type { FloorTotals, SeatNews } from './seat-news.ts';

export class SeatBatch implements SeatStatusView {
  readonly revision: number;
  readonly sequence: number;
  readonly atMs: number;
  readonly sold: number;
  readonly tickets: number;
  readonly oversold: number;
  readonly #seats: readonly SeatNews[];
  readonly #regions: readonly string[];

  constructor(
    stamp: Pick<SeatStatusView, 'revision' | 'sequence' | 'atMs'>,
    totals: FloorTotals,
    seats: readonly SeatNews[],
    regions: readonly string[],
  ) {
    this.revision = stamp.revision;
    this.sequence = stamp.sequence;
    this.atMs = stamp.atMs;
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
}
