// What a purchase sees: one Region, through one open transaction, for one attempt. It remembers
// what was read and when, what sale was appended, and the first error of the database, because the
// errors that follow it in a transaction only hide it. It decides nothing.
import type { Order, Sale, SeatRow } from '@worldseat/schema/domain';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { SeatUnknown, type RegionView } from '../engine.ts';
import type { AttemptTrace } from '../attempt-trace.ts';
import * as statements from './statements.ts';

export class PurchaseView implements RegionView {
  /** The seat's row as it was read last. */
  read: SeatRow | null = null;
  /** Appended in this transaction: a sale once it commits. */
  sale: Sale | null = null;
  /** Whether BEGIN was answered; before that, nothing of the transaction exists. */
  hasBegun = false;
  /** What went wrong first, also when the strategy went on regardless. */
  firstFault: unknown = null;
  readonly trace: AttemptTrace;
  readonly #client: PoolClient;
  readonly #begun: Promise<unknown>;
  readonly #attempt: number;
  readonly #startMs = Date.now();

  /**
   * @param begun the answer to BEGIN
   * @param attempt from 1, recorded with the sale
   * @param trace of this attempt, which began just before BEGIN was sent
   */
  constructor(client: PoolClient, begun: Promise<unknown>, attempt: number, trace: AttemptTrace) {
    this.#client = client;
    this.#attempt = attempt;
    this.trace = trace;
    this.#begun = begun.then(() => {
      this.hasBegun = true;
    });
    this.#begun.catch((error: unknown) => this.#note(error));
  }

  readSeat(seatId: string): Promise<SeatRow> {
    return this.#seat(seatId, statements.readSeat(seatId));
  }

  lockSeat(seatId: string): Promise<SeatRow> {
    return this.#seat(seatId, statements.lockSeat(seatId));
  }

  async writeSeat(row: SeatRow): Promise<void> {
    await this.#write(statements.writeSeat(row));
  }

  async writeSeatIfAvailable(row: SeatRow): Promise<boolean> {
    const { rowCount } = await this.#write(statements.writeSeatIfAvailable(row));
    return rowCount === 1;
  }

  async countTickets(fanKey: string): Promise<number> {
    await this.#begun;
    const { rows } = await this.#ask<{ tickets: number }>(statements.countTickets(fanKey));
    return rows[0]?.tickets ?? 0;
  }

  async takeFromCounter(counterId: string, limit: number): Promise<boolean> {
    const { rowCount } = await this.#write(statements.takeFromCounter(counterId, limit));
    return rowCount === 1;
  }

  async appendSale(order: Order, seat: SeatRow): Promise<void> {
    const { id, seatId, buyer, region, fan } = order;
    const { round } = seat;
    const soldAtMs = Date.now();
    const sale = { id, seatId, round, buyer, region, attempts: this.#attempt, soldAtMs };
    await this.#write(statements.appendSale(sale, this.#startMs));
    if (fan !== undefined) await this.#write(statements.appendTicket(fan.key, sale));
    this.sale = sale;
  }

  async #seat(seatId: string, statement: QueryConfig): Promise<SeatRow> {
    const reading = this.#ask<SeatRow>(statement);
    const [{ rows }] = await Promise.all([reading, this.#begun]);
    const row = rows[0];
    if (row === undefined) throw new SeatUnknown(`no seat ${seatId} is on sale`);
    this.trace.read();
    this.read = row;
    return row;
  }

  async #write(statement: QueryConfig): Promise<QueryResult> {
    // Without BEGIN, a write would commit by itself.
    await this.#begun;
    this.trace.write();
    return this.#ask(statement);
  }

  async #ask<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    try {
      return await this.#client.query<Row>(statement);
    } catch (error) {
      this.#note(error);
      throw error;
    }
  }

  #note(error: unknown): void {
    this.firstFault ??= error;
  }
}
