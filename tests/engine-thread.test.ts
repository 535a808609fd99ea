// An engine in a thread of its own: the same port across the border, also at its ends.
import { afterAll, expect, it } from 'vitest';
import { EngineUnavailable, SeatUnknown } from '../server/src/engines/engine.ts';
import { openEngineThread } from '../server/src/engine-thread/remote.ts';
import { startPostgres } from '../server/src/local/postgres/index.ts';
import { leftovers } from './support/leftovers.ts';
import { tempFolder } from './support/temp-folder.ts';

const later = leftovers();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const deaths: Error[] = [];
const onDeath = (error: Error) => deaths.push(error);

afterAll(() => expect(deaths).toEqual([]));

async function settings() {
  const postgres = await startPostgres({ dataDir: await tempFolder(later) });
  later(() => postgres.stop());
  const { socketDir, port, database, superuser: user } = postgres;
  const regions = ['us-east-1', 'us-east-2'];
  return { id: 'dsql', regions, connectionsPerRegion: 2, socketDir, port, database, user } as const;
}

it('speaks the engine port: values, scopes and faults keep their kind', async () => {
  const engine = await openEngineThread('dsql', settings(), log, onDeath);
  later(() => engine.close());
  expect(engine).toMatchObject({ id: 'dsql', deployment: 'EMBEDDED' });
  expect(await engine.openRounds(['A1'])).toEqual(new Map([['A1', 1]]));
  const order = { id: 'order-1', seatId: 'A1', buyer: 'Ana', region: 'us-east-2' };
  expect(await engine.run(order, 'NAIVE')).toMatchObject({ outcome: 'CONFIRMED', attempts: 1 });
  expect((await engine.readLedger(new Map([['A1', 1]]))).sales).toMatchObject([{ id: 'order-1' }]);
  await expect(engine.readSeat('Z9')).rejects.toThrow(SeatUnknown);
});

it('answers nothing after it was closed, and says so', async () => {
  const engine = await openEngineThread('dsql', settings(), log, onDeath);
  await engine.close();
  await engine.close();
  await expect(engine.health()).rejects.toThrow(EngineUnavailable);
});

it('refuses to open without its database, in words', async () => {
  const nowhere = settings().then((known) => ({ ...known, socketDir: '/nowhere' }));
  const opening = openEngineThread('dsql', nowhere, log, onDeath);
  await expect(opening).rejects.toThrow(EngineUnavailable);
});
