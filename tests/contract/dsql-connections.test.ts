// How the dsql engine connects through the gateways: TLS verified, a token for each connection,
// admin for what is made and a role with fewer rights for what is bought.
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openDsqlEngine,
  reach,
  type DsqlAccess,
  type DsqlOptions,
} from '../../server/src/engines/dsql/index.ts';
import { EngineUnavailable } from '../../server/src/engines/engine.ts';
import { ask } from '../../server/src/local/postgres/test-support.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { openGatewayDsql, type GatewayDsql } from './embedded-dsql.ts';
import { orderFor } from './engine-helpers.ts';
import { readFileSync } from 'node:fs';

const ROLE = 'worldseat_buyer';
let opened: GatewayDsql;
let access: DsqlAccess;
beforeAll(async () => {
  opened = await openGatewayDsql({ engine: { role: ROLE, connectionsPerRegion: 4 } });
  const { caFile, credentials } = opened.gateways;
  access = { ca: readFileSync(caFile, 'utf8'), credentials };
});
afterAll(() => opened.close());

function optionsWith(change: Partial<DsqlAccess>): DsqlOptions {
  const regions = Object.entries(opened.gateways.endpoints).map(([region, at]) =>
    reach({ region, ...at }, { ...access, ...change }),
  );
  return { ...opened.options, regions };
}

async function refusal(change: Partial<DsqlAccess>): Promise<string> {
  const opening = openDsqlEngine(optionsWith(change));
  const error = await opening.then((engine) => engine.close()).catch((fault: unknown) => fault);
  expect(error).toBeInstanceOf(EngineUnavailable);
  return (error as EngineUnavailable).reason;
}

test('everything after the set-up is done as the role, over TLS', async () => {
  const { engine, server } = opened;
  await engine.openRounds(['A1']);
  expect(await engine.run(orderFor(engine, 'A1', 'ann', 0), naive)).toMatchObject({
    outcome: 'CONFIRMED',
  });
  const text = `SELECT DISTINCT usename::text FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND usename NOT IN ('${server.superuser}')`;
  expect(await ask(server, text)).toEqual([ROLE]);
});

test('the index was built in the background, and its job is done', async () => {
  const jobs = await ask(opened.server, 'SELECT status::text FROM sys.jobs');
  expect(jobs).toEqual(['completed']);
});

test('an endpoint that another authority vouches for is not talked to', async () => {
  const [other = ''] = rootCertificates;
  expect(await refusal({ ca: other })).toMatch(/certificate/);
  // Nor by Node's own authorities.
  expect(await refusal({ ca: null })).toMatch(/certificate/);
});

test('credentials that are not this cloud’s are refused once, with the server’s hint', async () => {
  const credentials = { accessKeyId: 'AKIAOTHER', secretAccessKey: 'other' };
  expect(await refusal({ credentials })).toMatch(
    /is not let in: unable to accept connection, access denied \(.+\)$/,
  );
});

test('a token for another Region is refused', async () => {
  const [first, second] = optionsWith({}).regions;
  if (first?.tokens === undefined || second?.tokens === undefined) throw new Error('two Regions');
  const crossed = { ...second, tokens: first.tokens };
  const engine = openDsqlEngine({ ...opened.options, regions: [crossed] });
  await expect(engine).rejects.toThrow(/access denied/);
});
