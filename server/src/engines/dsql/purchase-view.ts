// What a purchase sees: one Region, through one open transaction, for one attempt. It remembers
// what was read, what sale was appended, and the first error of the database, because the errors
// that follow it in a transaction only hide it. It decides nothing.
import type { Order, Sale, SeatRow } from '@worldseat/schema/domain';
import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';
import { SeatUnknown, type RegionView } from '../engine.ts';
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
  readonly #client: PoolClient;
  readonly #begun: Promise<unknown>;
  readonly #attempt: number;
  readonly #startMs = Date.now();

  /** @param begun the answer to BEGIN; @param attempt from 1, recorded with the sale */
  constructor(client: PoolClient, begun: Promise<unknown>, attempt: number) {
    this.#client = client;
    this.#attempt = attempt;
    this.#begun = begun.then(() => {
      this.hasBegun = true;
    });
    this.#begun.catch((error: unknown) => this.#note(error));
  }

  async readSeat(seatId: string): Promise<SeatRow> {
    const reading = this.#ask<SeatRow>(statements.readSeat(seatId));
    const [rows] = await Promise.all([reading, this.#begun]);
    const row = rows[0];
    if (row === undefined) throw new SeatUnknown(`no seat ${seatId} is on sale`);
    this.read = row;
    return row;
  }

  async writeSeat(row: SeatRow): Promise<void> {
    // Without BEGIN, a write would commit by itself.
    await this.#begun;
    await this.#ask(statements.writeSeat(row));
  }

  async appendSale(order: Order, seat: SeatRow): Promise<void> {
    const { id, seatId, buyer, region } = order;
    const { round } = seat;
    await this.#begun;
    const soldAtMs = Date.now();
    const sale = { id, seatId, round, buyer, region, attempts: this.#attempt, soldAtMs };
    await this.#ask(statements.appendSale(sale, this.#startMs));
    this.sale = sale;
  }

  async #ask<Row extends QueryResultRow>(statement: QueryConfig): Promise<Row[]> {
    try {
      const { rows } = await this.#client.query<Row>(statement);
      return rows;
    } catch (error) {
      this.#note(error);
      throw error;
    }
  }

  #note(error: unknown): void {
    this.firstFault ??= error;
  }
}
