// Stands where a database stands, for the driven part of `bench latency`: it commits a steady number
// of sales a second, to memory, because no database on a small machine commits 5,000. It is no engine
// of the product: it sells each seat once, conflicts with nobody, and proves nothing but the speed of
// what is above it. It runs in a thread of its own and is called as the product's engines are.
import type { Order, Sale, Scope, SeatRow } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import { clockNs } from '../../server/src/clock.ts';
import type { Engine, FloorRecord, Receipt, SaleKey } from '../../server/src/engines/engine.ts';
import { PacedLine } from './paced-line.ts';

const REGIONS = ['us-east-1', 'us-east-2'];

export interface PacedSettings {
  /** As the page names the engine. */
  readonly id: string;
  readonly salesPerSecond: number;
}

export function openPacedEngine({ id, salesPerSecond }: PacedSettings): Promise<Engine> {
  const memory = new Memory();
  const line = new PacedLine(salesPerSecond);
  const done = Promise.resolve();
  return Promise.resolve({
    ...{ id, name: `Paced ${id}`, regions: REGIONS, strategies: ['NAIVE'] },
    ...{ deployment: 'EMBEDDED', consistency: 'none: a bench' },
    components: `memory, ${salesPerSecond.toLocaleString('en')} sales/s`,
    run: (order) => sell(memory, line, order),
    resolve: ({ id: orderId }) => Promise.resolve(memory.saleOf(orderId)),
    recall: (orderId) => Promise.resolve(memory.saleOf(orderId)),
    readBack: (keys) => Promise.resolve(memory.salesOf(keys)),
    readLedger: (scope) => Promise.resolve(memory.ledger(scope)),
    readTables: () => Promise.resolve(REGIONS.map((region) => ({ region, rows: memory.rows }))),
    readSeat: (seatId) => Promise.resolve(memory.row(seatId)),
    readFloor: () => Promise.resolve(memory.floor),
    writeFloor: (floor) => {
      memory.floor = floor;
      return done;
    },
    openRounds: (seatIds) => Promise.resolve(memory.openRounds(seatIds)),
    measureLagMs: () => Promise.resolve(0),
    warm: () => done,
    health: () => done,
    close: () => {
      line.close();
      return done;
    },
  });
}

/** Reads the seat; sold: rejected at once. Else waits in line, looks again, and buys. */
function sell(memory: Memory, line: PacedLine, order: Order): Promise<Receipt> {
  const startNs = clockNs();
  const read = memory.row(order.seatId);
  if (read.status === 'SOLD') return Promise.resolve(rejected(read, startNs));
  return new Promise((resolve) => {
    line.join(() => {
      const seat = memory.row(order.seatId);
      const readNs = clockNs();
      if (seat.status === 'SOLD') {
        resolve(rejected(seat, startNs));
        return false;
      }
      const sale = memory.append(order, seat.round);
      const trace = [{ startNs, readNs, writeNs: readNs, endNs: clockNs(), conflict: null }];
      resolve({
        ...ONE_ATTEMPT,
        outcome: 'CONFIRMED',
        rejectionReason: null,
        sale,
        read: seat,
        trace,
      });
      return true;
    });
  });
}

const ONE_ATTEMPT = { attempts: 1, conflicts: [], fault: null } as const;

function rejected(read: SeatRow, startNs: number): Receipt {
  const nowNs = clockNs();
  const trace = [{ startNs, readNs: nowNs, writeNs: null, endNs: nowNs, conflict: null }];
  const refusal = { outcome: 'REJECTED', rejectionReason: 'SEAT_TAKEN', sale: null } as const;
  return { ...ONE_ATTEMPT, ...refusal, read, trace };
}

/** Seats and sales of every round. */
class Memory {
  floor: FloorRecord | null = null;
  readonly #rows = new Map<string, SeatRow>();
  readonly #sales = new Map<string, Sale>();

  get rows(): readonly SeatRow[] {
    return [...this.#rows.values()];
  }

  row(seatId: string): SeatRow {
    const row = this.#rows.get(seatId);
    if (row === undefined) throw new Error(`there is no seat ${seatId}`);
    return row;
  }

  saleOf(orderId: string): Sale | null {
    return this.#sales.get(orderId) ?? null;
  }

  salesOf(keys: readonly SaleKey[]): Sale[] {
    return keys.flatMap(({ id }) => this.#sales.get(id) ?? []);
  }

  ledger(scope: Scope): LedgerReading {
    const sales = [...this.#sales.values()].filter(
      ({ seatId, round }) => scope.get(seatId) === round,
    );
    return { sales, converged: true, unreachable: [] };
  }

  append({ id, seatId, buyer, region }: Order, round: number): Sale {
    const sale = { id, seatId, round, buyer, region, attempts: 1, soldAtMs: Date.now() };
    this.#sales.set(id, sale);
    this.#rows.set(seatId, { seatId, round, status: 'SOLD', owner: buyer, orderId: id, region });
    return sale;
  }

  openRounds(seatIds: readonly string[]): Scope {
    const nobody = { owner: null, orderId: null, region: null };
    const opened = seatIds.map((seatId): [string, number] => {
      const round = (this.#rows.get(seatId)?.round ?? 0) + 1;
      this.#rows.set(seatId, { seatId, round, status: 'AVAILABLE', ...nobody });
      return [seatId, round];
    });
    return new Map(opened);
  }
}
