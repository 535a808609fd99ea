// The numeric core: entries go in one at a time, in any order, and lie in long arrays of numbers:
// those of a ticket side by side in one row, those of the crowd that was turned away in columns. It
// joins what belongs together, keeps one record of each thing, and decides nothing.
import type { Answer, RegionTable, Release, Sale, Scope, SeatRow } from '../../domain/index.ts';
import { Crowd } from './crowd.ts';
import { OUTSIDE, Seats } from './seats.ts';
import { Tables } from './tables.ts';
import { Tickets } from './tickets.ts';

export { isFanLimit, isTaken, type Crowd } from './crowd.ts';
export type { Seats } from './seats.ts';
export type { Shown } from './tables.ts';
export { orderIdOf, type SoldTicket, type Ticket } from './ticket.ts';
export type { Tickets } from './tickets.ts';

export class Records {
  readonly seats: Seats;
  readonly tickets: Tickets;
  readonly crowd: Crowd;
  readonly tables: Tables;

  /** @param expected answers to make room for; more may come */
  constructor(scope: Scope, expected: number) {
    this.seats = new Seats(scope);
    this.crowd = new Crowd(expected);
    this.tickets = new Tickets(this.seats.count);
    this.tables = new Tables(this.seats);
  }

  hearAnswer(answer: Answer): void {
    const seat = this.seats.inRound(answer.seatId, answer.round);
    if (seat === OUTSIDE) return;
    const { outcome } = answer;
    const isTurnedAway = outcome === 'REJECTED' || outcome === 'FAILED';
    if (isTurnedAway) this.crowd.hearAnswer(seat, answer);
    else this.tickets.hearAnswer(seat, answer);
  }

  hearSale(sale: Sale): void {
    const seat = this.seats.inRound(sale.seatId, sale.round);
    if (seat !== OUTSIDE) this.tickets.hearSale(seat, sale);
  }

  hearRelease(release: Release): void {
    const seat = this.seats.inRound(release.seatId, release.round);
    if (seat !== OUTSIDE) this.tickets.hearRelease(seat, release);
  }

  hearTable(table: RegionTable): void {
    if ('unreachable' in table) {
      this.tables.hearUnreachable(table.region, table.unreachable);
      return;
    }
    this.tables.hearRegion(table.region);
    for (const row of table.rows) this.tables.hearRow(table.region, row);
  }

  hearRow(region: string, row: SeatRow): void {
    this.tables.hearRow(region, row);
  }
}
