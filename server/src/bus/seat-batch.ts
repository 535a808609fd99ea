// One event of a floor. Its two forms of the same changes, packed and readable, are built when they
// are asked for: a viewer that paints reads only the packed one.
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

  constructor(
    stamp: Pick<SeatStatusView, 'revision' | 'sequence' | 'atMs'>,
    totals: FloorTotals,
    seats: readonly SeatNews[],
  ) {
    this.revision = stamp.revision;
    this.sequence = stamp.sequence;
    this.atMs = stamp.atMs;
    this.sold = totals.sold;
    this.tickets = totals.tickets;
    this.oversold = totals.oversold;
    this.#seats = seats;
  }

  get packed(): readonly number[] {
    return this.#seats.map(({ index, holders }) => packSeat(index, holders));
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
