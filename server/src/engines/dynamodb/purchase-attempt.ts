// One order, run once against one Region: plain reads and writes, no transaction, no retry of ours.
// What it came to follows from how far it got: before the sale was sent it certainly has none;
// once it was sent and the answer is lost, only the ledger knows.
import type { Order, Sale, SeatRow } from '@worldseat/schema/domain';
import type { PurchaseStrategy, Receipt, RegionView } from '../engine.ts';
import { countingConflicts } from './conflict-tally.ts';
import { isCertainRefusal, reasonOf } from './faults.ts';
import { appendRow } from './ledger-rows.ts';
import type { RegionClient } from './region-client.ts';
import { readSeat, writeSeat } from './seats.ts';

/** The ledger holds something else for this order id. It certainly has no sale of its own. */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';
  readonly code = 'ORDER_REFUSED';
}

const ATTEMPTS = 1;

/** Never throws. */
export async function attemptPurchase(
  client: RegionClient,
  order: Order,
  strategy: PurchaseStrategy,
): Promise<Receipt> {
  const { result, conflicts } = await countingConflicts(client.direct, () =>
    attemptOnce(client, order, strategy),
  );
  return { ...result, conflicts };
}

async function attemptOnce(
  client: RegionClient,
  order: Order,
  strategy: PurchaseStrategy,
): Promise<Receipt> {
  const attempt = new Attempt(client);
  try {
    const decision = await strategy(attempt, order);
    if (decision === 'CONFIRMED' && attempt.sale !== null) return attempt.receipt(decision, null);
    if (decision === 'REJECTED' && !attempt.mayHaveSold) return attempt.receipt(decision, null);
    const contradiction =
      decision === 'REJECTED'
        ? 'the strategy rejected an order whose sale it had sent'
        : 'the strategy confirmed without appending a sale';
    return attempt.receipt(attempt.withoutAnswer, contradiction);
  } catch (error) {
    return attempt.receipt(attempt.withoutAnswer, reasonOf(error));
  }
}

class Attempt implements RegionView {
  readonly #client: RegionClient;
  readonly #startMs = Date.now();
  #read: SeatRow | null = null;
  /** Whether the ledger may hold a sale: one was sent and not refused for certain. */
  mayHaveSold = false;
  sale: Sale | null = null;

  constructor(client: RegionClient) {
    this.#client = client;
  }

  async readSeat(seatId: string): Promise<SeatRow> {
    this.#read = await readSeat(this.#client, seatId);
    return this.#read;
  }

  writeSeat(row: SeatRow): Promise<void> {
    return writeSeat(this.#client, row);
  }

  async appendSale(order: Order, seat: SeatRow): Promise<void> {
    const { round } = seat;
    const sale = { ...saleOf(order, round), soldAtMs: Date.now() };
    const before = this.mayHaveSold;
    try {
      this.sale = await this.#append(order, sale);
    } catch (error) {
      if (isCertainRefusal(error) || error instanceof OrderRefused) this.mayHaveSold = before;
      throw error;
    }
  }

  /** What an attempt comes to that neither confirmed nor rejected truthfully. */
  get withoutAnswer(): Receipt['outcome'] {
    return this.mayHaveSold ? 'INDETERMINATE' : 'FAILED';
  }

  async #append(order: Order, sale: Sale): Promise<Sale> {
    const { outcome, sale: held } = await appendRow(this.#client, {
      row: { outcome: 'CONFIRMED', sale },
      startMs: this.#startMs,
      onSend: () => {
        this.mayHaveSold = true;
      },
    });
    if (outcome === 'VOID') throw new OrderRefused(`order ${order.id} was given up before`);
    if (held.buyer !== order.buyer) {
      throw new OrderRefused(`order id ${order.id} is another buyer's`);
    }
    return held;
  }

  receipt(outcome: Receipt['outcome'], fault: string | null): Receipt {
    return {
      outcome,
      sale: outcome === 'CONFIRMED' ? this.sale : null,
      read: this.#read,
      attempts: ATTEMPTS,
      conflicts: [],
      fault,
    };
  }
}

function saleOf({ id, seatId, buyer, region }: Order, round: number): Omit<Sale, 'soldAtMs'> {
  return { id, seatId, round, buyer, region, attempts: ATTEMPTS };
}
