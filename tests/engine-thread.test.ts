// An engine in a thread of its own: the same port across the border, also at its ends.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { DsqlSettings } from '../server/src/engine-thread/messages.ts';
import { EngineUnavailable, SeatUnknown } from '../server/src/engines/engine.ts';
import { openEngineThread } from '../server/src/engine-thread/remote.ts';
import { startDsqlGateways } from '../server/src/local/dsql/index.ts';
import { startPostgres } from '../server/src/local/postgres/index.ts';
import { leftovers } from './support/leftovers.ts';
import { tempFolder } from './support/temp-folder.ts';

const later = leftovers();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const deaths: Error[] = [];
const onDeath = (error: Error) => deaths.push(error);

afterAll(() => expect(deaths).toEqual([]));

async function settings(): Promise<DsqlSettings> {
  const dataDir = await tempFolder(later);
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  later(() => postgres.stop());
  const regions = ['us-east-1', 'us-east-2'];
  const gateways = await startDsqlGateways({ dataDir, regions, postgres, log });
  later(() => gateways.stop());
  const { caFile, credentials } = gateways;
  return {
    id: 'dsql',
    deployment: 'EMBEDDED',
    components: 'PostgreSQL {version}',
    endpoints: Object.entries(gateways.endpoints).map(([region, at]) => ({ region, ...at })),
    access: { ca: readFileSync(caFile, 'utf8'), credentials },
    role: null,
    adoptsPublicTables: false,
    connectionsPerRegion: 2,
  };
}

it('speaks the engine port: values, scopes and faults keep their kind', async () => {
  const engine = await openEngineThread('dsql', settings(), log, onDeath);
  later(() => engine.close());
  expect(engine).toMatchObject({
    id: 'dsql',
    deployment: 'EMBEDDED',
    components: expect.stringMatching(/^PostgreSQL 16\.\d+$/) as string,
  });
  expect(await engine.openRounds(['A1'])).toEqual(new Map([['A1', 1]]));
  const order = { id: 'order-1', seatId: 'A1', buyer: 'Ana', region: 'us-east-2' };
  expect(await engine.run(order, 'NAIVE')).toMatchObject({ outcome: 'CONFIRMED', attempts: 1 });
  expect((await engine.readLedger(new Map([['A1', 1]]))).sales).toMatchObject([{ id: 'order-1' }]);
  const sold = { seatId: 'A1', round: 1, status: 'SOLD', owner: 'Ana', orderId: 'order-1' };
  expect(await engine.readTables(['A1'])).toMatchObject([{ rows: [sold] }, { rows: [sold] }]);
  await engine.setCounted(new Map([['A1', 1]]));
  expect(await engine.countSold()).toBe(1);
  await engine.setCounted(new Map([['A1', 2]]));
  expect(await engine.countSold()).toBe(0);
  await expect(engine.readSeat('Z9')).rejects.toThrow(SeatUnknown);
});

it('answers nothing after it was closed, and says so', async () => {
  const engine = await openEngineThread('dsql', settings(), log, onDeath);
  await engine.close();
  await engine.close();
  await expect(engine.health()).rejects.toThrow(EngineUnavailable);
});

it('refuses to open without its database, in words', async () => {
  const nowhere = settings().then((known) => ({
    ...known,
    endpoints: known.endpoints.map((endpoint) => ({ ...endpoint, port: 1 })),
  }));
  const opening = openEngineThread('dsql', nowhere, log, onDeath);
  await expect(opening).rejects.toThrow(EngineUnavailable);
});
