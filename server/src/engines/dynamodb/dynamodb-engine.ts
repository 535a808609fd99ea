// The engine port over a client for each Region. Each method is one line of policy: which Region,
// which function, and how its faults are told.
import type {
  Deployment,
  Order,
  RegionTable,
  Sale,
  Scope,
  SeatRow,
  Strategy,
} from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import type { Log } from '../../log.ts';
import { EngineUnavailable, SeatUnknown } from '../engine.ts';
import type { Engine, FloorRecord, PurchaseStrategy, Receipt, SaleKey } from '../engine.ts';
import { everyRegionAnswers } from './answering.ts';
import { DYNAMODB_FACTS } from './facts.ts';
import { reasonOf, unavailable } from './faults.ts';
import { readFloor, writeFloor } from './floors.ts';
import type { LedgerRow } from './items.ts';
import { measureLagMs } from './lag.ts';
import { readLedger } from './ledger-reading.ts';
import { appendRow } from './ledger-rows.ts';
import type { DynamoDbEngineOptions } from './options.ts';
import { lookUpOrder, rememberUnlessBurst, writePointer, writeVoidPointer } from './order-index.ts';
import type { RememberOrder } from './order-index.ts';
import { attemptPurchase } from './purchase-attempt.ts';
import { readBack } from './read-back.ts';
import type { RegionClient } from './region-client.ts';
import { openRounds } from './rounds.ts';
import { readSeat, readSeats } from './seats.ts';
import { warm } from './warm.ts';

const HEALTH_LIMIT_MS = 3_000;
/** Before a burst: time enough for a database that is busy, and no more than an audience can stand. */
const WARM_LIMIT_MS = 8_000;

export const DEFAULT_ID = 'dynamodb';

export class DynamoDbEngine implements Engine {
  readonly id: string;
  readonly name: string;
  readonly consistency: string;
  readonly deployment: Deployment;
  readonly components: string;
  readonly regions: readonly string[];
  readonly strategies: readonly Strategy[];
  readonly #clients: readonly RegionClient[];
  readonly #remember: RememberOrder;
  readonly #log: Log;

  constructor(options: DynamoDbEngineOptions, clients: readonly RegionClient[]) {
    this.deployment = options.deployment;
    this.components = options.components;
    const facts = DYNAMODB_FACTS[options.consistency ?? 'EVENTUAL'];
    this.id = options.id ?? DEFAULT_ID;
    this.name = facts.name;
    this.consistency = facts.consistency;
    this.strategies = facts.strategies;
    this.regions = clients.map(({ region }) => region);
    this.#clients = clients;
    this.#remember = options.rememberOrder ?? rememberUnlessBurst;
    this.#log = options.log;
  }

  async run(order: Order, strategy: PurchaseStrategy): Promise<Receipt> {
    const client = this.#clients.find(({ region }) => region === order.region);
    if (client === undefined) return notRun('FAILED', this.#noRegion(order.region));
    if (!this.#remember(order)) return attemptPurchase(client, order, strategy);
    const { row, fault } = await lookUpOrder(this.#clients, order.id, order.seatId);
    if (row !== null) return alreadyDecided(order, row);
    // A Region that cannot be asked may hold the order's sale: selling would risk a second one.
    if (fault !== null) return notRun('FAILED', `order ${order.id} cannot be looked up: ${fault}`);
    const receipt = await attemptPurchase(client, order, strategy);
    if (receipt.sale !== null) await this.#point(client, receipt.sale);
    return receipt;
  }

  async resolve(order: Order, round: number): Promise<Sale | null> {
    return this.#available(async () => {
      const client = this.#clientOf(order.region);
      const nowMs = Date.now();
      const { id, seatId, buyer, region } = order;
      const sale: Sale = { id, seatId, round, buyer, region, attempts: 0, soldAtMs: nowMs };
      const held = await appendRow(client, { row: { outcome: 'VOID', sale }, startMs: nowMs });
      const remember = this.#remember(order);
      if (held.outcome === 'VOID') {
        // Part of the fence, so it must not fail unseen: a later round finds the VOID by it.
        if (remember) await writeVoidPointer(client, held.sale);
        return null;
      }
      if (remember) await this.#point(client, held.sale);
      return held.sale;
    });
  }

  async recall(orderId: string, seatId: string): Promise<Sale | null> {
    const { row, fault } = await lookUpOrder(this.#clients, orderId, seatId);
    if (row?.outcome === 'CONFIRMED') return row.sale;
    if (fault !== null) throw new EngineUnavailable(this.id, fault);
    return null;
  }

  readBack(keys: readonly SaleKey[]): Promise<readonly Sale[]> {
    return this.#available(() => readBack(this.#clients, keys));
  }

  readLedger(scope: Scope): Promise<LedgerReading> {
    return readLedger(this.#clients, scope);
  }

  readTables(seatIds: readonly string[]): Promise<readonly RegionTable[]> {
    return Promise.all(
      this.#clients.map(async (client): Promise<RegionTable> => {
        const { region } = client;
        try {
          return { region, rows: [...(await readSeats(client, seatIds)).values()] };
        } catch (error) {
          return { region, unreachable: reasonOf(error) };
        }
      }),
    );
  }

  readSeat(seatId: string): Promise<SeatRow> {
    return this.#available(() => readSeat(this.#first(), seatId));
  }

  readFloor(): Promise<FloorRecord | null> {
    return this.#available(() => readFloor(this.#first()));
  }

  writeFloor(floor: FloorRecord): Promise<void> {
    return this.#available(() => writeFloor(this.#first(), floor));
  }

  openRounds(seatIds: readonly string[]): Promise<Scope> {
    return this.#available(() => openRounds(this.#clients, seatIds));
  }

  measureLagMs(): Promise<number> {
    return this.#available(() => measureLagMs(this.#clients));
  }

  async warm(): Promise<void> {
    await this.#available(async () => {
      // Sockets that are open already tell nothing of who is at their other end.
      await everyRegionAnswers(this.#clients, WARM_LIMIT_MS);
      await Promise.all(this.#clients.map(warm));
    });
  }

  async health(): Promise<void> {
    await this.#available(() => everyRegionAnswers(this.#clients, HEALTH_LIMIT_MS));
  }

  close(): Promise<void> {
    this.#clients.forEach((client) => client.close());
    return Promise.resolve();
  }

  /** The sale is committed: a lost pointer costs a later recall, not the ticket. */
  async #point(client: RegionClient, sale: Sale): Promise<void> {
    try {
      await writePointer(client, sale);
    } catch (error) {
      const reason = reasonOf(error);
      this.#log.warn({ orderId: sale.id, reason }, 'an order could not be indexed');
    }
  }

  async #available<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof SeatUnknown || error instanceof RangeError) throw error;
      throw unavailable(this.id, error);
    }
  }

  #first(): RegionClient {
    return this.#clientOf(this.regions[0] ?? 'none');
  }

  #clientOf(region: string): RegionClient {
    const client = this.#clients.find((each) => each.region === region);
    if (client === undefined) throw new EngineUnavailable(this.id, this.#noRegion(region));
    return client;
  }

  #noRegion(region: string): string {
    return `there is no Region ${region}: only ${this.regions.join(', ')}`;
  }
}

/** What a repeated order is told: what the ledger holds for it. */
function alreadyDecided(order: Order, { outcome, sale }: LedgerRow): Receipt {
  if (outcome === 'VOID') return notRun('FAILED', `order ${order.id} was given up before`);
  if (sale.buyer !== order.buyer) {
    return notRun('FAILED', `order id ${order.id} is another buyer's`);
  }
  if (sale.seatId !== order.seatId) {
    return notRun('FAILED', `order id ${order.id} already bought ${sale.seatId}`);
  }
  return notRun('CONFIRMED', null, sale);
}

function notRun(
  outcome: Receipt['outcome'],
  fault: string | null,
  sale: Sale | null = null,
): Receipt {
  return {
    outcome,
    rejectionReason: null,
    sale,
    read: null,
    attempts: 0,
    conflicts: [],
    trace: [],
    fault,
  };
}
