// What the contract suite and the fault tests share: orders, the ledger in a fixed order, and
// waiting until every Region shows the same. Nothing here knows which engine it talks to.
import { expect } from 'vitest';
import type { Attempt, Order, Sale, Scope, SeatRow } from '../../schema/src/domain/index.ts';
import type { Engine } from '../../server/src/engines/engine.ts';
import { waitFor } from '../support/wait-for.ts';

export interface Settled {
  /** Committed sales of the scope, by id. */
  readonly sales: readonly Sale[];
  /** The scope's rows of the seats table, the same in every Region, by seat id. */
  readonly rows: readonly SeatRow[];
}

/** Order ids are "seat:buyer", so that a test can name them; Regions alternate by index. */
export function orderFor(
  engine: Engine,
  seatId: string,
  buyer: string,
  regionIndex: number,
): Order {
  const region = engine.regions[regionIndex % engine.regions.length] ?? '';
  return { id: `${seatId}:${buyer}`, seatId, buyer, region };
}

/** The sale that an order makes at its first attempt, to compare with. */
export function saleOf(order: Order, round: number): Sale {
  const soldAtMs = expect.any(Number) as number;
  return { ...order, round, attempts: 1, soldAtMs };
}

/** The trace of an order that was decided at its first attempt, to compare with. */
export function tracedOnce(did: { read: boolean; written: boolean }): readonly Attempt[] {
  const someNs = expect.any(Number) as number;
  const [readNs, writeNs] = [did.read ? someNs : null, did.written ? someNs : null];
  return [{ startNs: someNs, readNs, writeNs, endNs: someNs, conflict: null }];
}

export const bySaleId = (a: Sale, b: Sale): number => (a.id < b.id ? -1 : 1);

/** The committed sales of the scope by id, once every Region shows the same. */
export async function ledgerOf(engine: Engine, scope: Scope): Promise<readonly Sale[]> {
  const reading = await until('the ledgers agree', async () => {
    const { sales, converged, unreachable } = await engine.readLedger(scope);
    return converged && unreachable.length === 0 ? sales : undefined;
  });
  return reading.toSorted(bySaleId);
}

/** Ledger and seats table of the scope, once every Region shows the same. */
export async function settled(engine: Engine, scope: Scope): Promise<Settled> {
  const rows = await until('the seats tables agree', async () => {
    const [first, ...others] = (await engine.readTables([...scope.keys()])).map((table) =>
      'rows' in table ? rowsInScope(table.rows, scope) : null,
    );
    if (first === undefined || first === null) return undefined;
    const same = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
    return same ? first : undefined;
  });
  return { sales: await ledgerOf(engine, scope), rows };
}

/** The first answer that is not undefined. @throws after 20 s, naming what was awaited */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined>,
): Promise<NonNullable<Exclude<Value, false>>> {
  return waitFor(ask, { what, limitMs: 20_000 });
}

function rowsInScope(rows: readonly SeatRow[], scope: Scope): readonly SeatRow[] {
  return rows
    .filter(({ seatId }) => scope.has(seatId))
    .map(({ seatId, round, status, owner, orderId, region }) => ({
      seatId,
      round,
      status,
      owner,
      orderId,
      region,
    }))
    .toSorted((a, b) => (a.seatId < b.seatId ? -1 : 1));
}
