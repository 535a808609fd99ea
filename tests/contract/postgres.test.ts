// The three engines of PostgreSQL on one embedded server, as they are in WorldSeat: the shared
// contract at each isolation level, and that they have nothing in common but the server.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, PurchaseStrategy } from '../../server/src/engines/engine.ts';
import { POSTGRES_FACTS, type PostgresEngineId } from '../../server/src/engines/postgres/facts.ts';
import { openPostgresEngine } from '../../server/src/engines/postgres/index.ts';
import type { IsolationLevel } from '../../server/src/engines/sql/dialect.ts';
import { startPostgres, type PostgresServer } from '../../server/src/local/postgres/index.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { temporaryFolder } from './embedded-dsql.ts';
import { ledgerOf, orderFor } from './engine-helpers.ts';
import { describeEngineContract } from './engine.contract.ts';
import { testIsolation } from './isolation.contract.ts';

/** Said here again, so that an engine at another level than its name fails. */
const LEVELS: Readonly<Record<PostgresEngineId, IsolationLevel>> = {
  postgres: 'READ COMMITTED',
  'postgres-repeatable-read': 'REPEATABLE READ',
  'postgres-serializable': 'SERIALIZABLE',
};
const IDS = Object.keys(LEVELS) as readonly PostgresEngineId[];
const dataDir = temporaryFolder();
let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres({ dataDir });
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true });
});

function open(id: PostgresEngineId): Promise<Engine> {
  const { socketDir: host, port, database, superuser: user } = server;
  return openPostgresEngine({
    id,
    at: { region: 'us-east-1', host, port, database, user },
    deployment: 'EMBEDDED',
    components: (version) => `PostgreSQL ${version} (embedded)`,
    connectionsPerRegion: 16,
    seed: 7,
  });
}

for (const id of IDS) {
  const isolation = LEVELS[id];
  let engine: Engine | undefined;
  describeEngineContract(id, {
    // A blind write loses the update before it, unless the database refuses it.
    oneWinner: isolation !== 'READ COMMITTED',
    more: testIsolation(isolation),
    open: async () => (engine = await open(id)),
    close: async () => engine?.close(),
  });
}

describe('postgres: three engines on one server', () => {
  const engines = new Map<PostgresEngineId, Engine>();
  beforeAll(async () => {
    for (const id of IDS) engines.set(id, await open(id));
  });
  afterAll(() => Promise.all([...engines.values()].map((engine) => engine.close())));

  const engineOf = (id: PostgresEngineId): Engine => {
    const engine = engines.get(id);
    if (engine === undefined) throw new Error(`${id} is not open`);
    return engine;
  };

  test('each says what it is, and only READ COMMITTED shows what was committed meanwhile', async () => {
    const shown: unknown[] = [];
    for (const id of IDS) {
      const engine = engineOf(id);
      const { name, consistency, strategies } = POSTGRES_FACTS[id];
      expect(engine).toMatchObject({ id, name, consistency, strategies, regions: ['us-east-1'] });
      await engine.openRounds(['P1']);
      const lookingTwice: PurchaseStrategy = async (view, order) => {
        await view.readSeat(order.seatId);
        await engine.openRounds(['P1']);
        shown.push((await view.readSeat(order.seatId)).round);
        return 'REJECTED';
      };
      await engine.run(orderFor(engine, 'P1', id, 0), lookingTwice);
    }
    expect(shown).toEqual([2, 1, 1]);
  });

  test('they share no rows', async () => {
    const scopes = await Promise.all(IDS.map((id) => engineOf(id).openRounds(['P2'])));
    const [first, ...others] = IDS.map(engineOf);
    if (first === undefined) throw new Error('no engine');
    const { sale } = await first.run(orderFor(first, 'P2', 'ann', 0), naive);
    await first.writeFloor({ venue: 'of-one-alone', round: 9 });
    const [scope = new Map<string, number>()] = scopes;
    expect(await ledgerOf(first, scope)).toEqual([sale]);
    for (const other of others) {
      expect(await ledgerOf(other, scope)).toEqual([]);
      expect(await other.readSeat('P2')).toMatchObject({ status: 'AVAILABLE' });
      expect(await other.readFloor()).not.toMatchObject({ venue: 'of-one-alone' });
    }
  });

  test('an order that gives way in a deadlock runs again, whole', async () => {
    const engine = engineOf('postgres');
    const scope = await engine.openRounds(['P3-x', 'P3-y']);
    let locked = 0;
    let bothLocked = (): void => undefined;
    const meeting = new Promise<void>((resolve) => {
      bothLocked = resolve;
    });
    // Each locks its own seat first, and then the other's.
    const crossing =
      (otherSeat: string): PurchaseStrategy =>
      async (view, order) => {
        await view.lockSeat(order.seatId);
        locked += 1;
        if (locked === 2) bothLocked();
        await meeting;
        await view.lockSeat(otherSeat);
        return naive(view, order);
      };
    const receipts = await Promise.all([
      engine.run(orderFor(engine, 'P3-x', 'ann', 0), crossing('P3-y')),
      engine.run(orderFor(engine, 'P3-y', 'bob', 0), crossing('P3-x')),
    ]);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(receipts.flatMap(({ conflicts }) => conflicts)).toEqual(['40P01']);
    expect(await ledgerOf(engine, scope)).toHaveLength(2);
  });
});
