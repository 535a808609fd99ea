// One order, run once against one Region: plain reads and writes, no transaction, no retry of ours.
// What it came to follows from how far it got: before the sale was sent it certainly has none;
// once it was sent and the answer is lost, only the ledger knows.
import type { Order, RejectionReason, Sale, SeatRow } from '@worldseat/schema/domain';
import { AttemptTrace } from '../attempt-trace.ts';
import {
  NotOffered,
  type Decision,
  type PurchaseStrategy,
  type Receipt,
  type RegionView,
} from '../engine.ts';
import { countingConflicts } from './conflict-tally.ts';
import { takeFromCounter } from './counters.ts';
import { countTickets, putTicket } from './fan-tickets.ts';
import { isCertainRefusal, reasonOf } from './faults.ts';
import { appendRow } from './ledger-rows.ts';
import { telling, type Caller, type RegionClient } from './region-client.ts';
import { readSeat, writeSeat, writeSeatIfAvailable } from './seats.ts';

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
  // One run, however often the SDK sent its writes again: the first refusal is the run's.
  const trace = result.trace.map((run) => ({ ...run, conflict: conflicts[0] ?? null }));
  return { ...result, conflicts, trace };
}

async function attemptOnce(
  client: RegionClient,
  order: Order,
  strategy: PurchaseStrategy,
): Promise<Receipt> {
  const attempt = new Attempt(client);
  try {
    const decision = await strategy(attempt, order);
    const reason = REASONS[decision];
    if (reason === null && attempt.sale !== null) return attempt.receipt('CONFIRMED', null);
    if (reason !== null && !attempt.mayHaveSold) return attempt.receipt('REJECTED', null, reason);
    const contradiction =
      reason === null
        ? 'the strategy confirmed without appending a sale'
        : 'the strategy rejected an order whose sale it had sent';
    return attempt.receipt(attempt.withoutAnswer, contradiction);
  } catch (error) {
    return attempt.receipt(attempt.withoutAnswer, reasonOf(error));
  }
}

const REASONS: Readonly<Record<Decision, RejectionReason | null>> = {
  CONFIRMED: null,
  REJECTED: 'SEAT_TAKEN',
  OVER_LIMIT: 'FAN_LIMIT',
};

class Attempt implements RegionView {
  readonly #client: RegionClient;
  /** The same, noting when the first write is sent. */
  readonly #writer: Caller;
  readonly #startMs = Date.now();
  readonly #trace = new AttemptTrace();
  #read: SeatRow | null = null;
  /** Whether the ledger may hold a sale: one was sent and not refused for certain. */
  mayHaveSold = false;
  sale: Sale | null = null;

  constructor(client: RegionClient) {
    this.#client = client;
    this.#writer = telling(client, () => this.#trace.write());
  }

  async readSeat(seatId: string): Promise<SeatRow> {
    this.#read = await readSeat(this.#client, seatId);
    this.#trace.read();
    return this.#read;
  }

  lockSeat(seatId: string): Promise<SeatRow> {
    return Promise.reject(new NotOffered(`DynamoDB has no locks: ${seatId} cannot be locked`));
  }

  writeSeat(row: SeatRow): Promise<void> {
    return writeSeat(this.#writer, row);
  }

  writeSeatIfAvailable(row: SeatRow): Promise<boolean> {
    return writeSeatIfAvailable(this.#writer, row);
  }

  countTickets(fanKey: string): Promise<number> {
    return countTickets(this.#client, fanKey);
  }

  takeFromCounter(counterId: string, limit: number): Promise<boolean> {
    return takeFromCounter(this.#writer, counterId, limit);
  }

  async appendSale(order: Order, seat: SeatRow): Promise<void> {
    const { round } = seat;
    const sale = { ...saleOf(order, round), soldAtMs: Date.now() };
    const before = this.mayHaveSold;
    if (order.fan !== undefined) await putTicket(this.#writer, order.fan.key, sale);
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
    const sending = telling(this.#writer, () => {
      this.mayHaveSold = true;
    });
    const row = { outcome: 'CONFIRMED', sale } as const;
    const { outcome, sale: held } = await appendRow(sending, { row, startMs: this.#startMs });
    if (outcome === 'VOID') throw new OrderRefused(`order ${order.id} was given up before`);
    if (held.buyer !== order.buyer) {
      throw new OrderRefused(`order id ${order.id} is another buyer's`);
    }
    return held;
  }

  receipt(
    outcome: Receipt['outcome'],
    fault: string | null,
    rejectionReason: RejectionReason | null = null,
  ): Receipt {
    return {
      outcome,
      rejectionReason,
      sale: outcome === 'CONFIRMED' ? this.sale : null,
      read: this.#read,
      attempts: ATTEMPTS,
      conflicts: [],
      trace: [this.#trace.end(null)],
      fault,
    };
  }
}

function saleOf({ id, seatId, buyer, region }: Order, round: number): Omit<Sale, 'soldAtMs'> {
  return { id, seatId, round, buyer, region, attempts: ATTEMPTS };
}
