// The program with settings of AWS: what they name is used and is called what it is, nothing is
// embedded for it, and without credentials nothing starts. The stand-ins are real gateways.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDsqlGateways, type DsqlGateways } from '../server/src/local/dsql/index.ts';
import { startGlobalTables, type GlobalTables } from '../server/src/local/dynamodb/index.ts';
import { startPostgres } from '../server/src/local/postgres/index.ts';
import { letRoleIn } from './support/dsql-cloud.ts';
import { graphql } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import { BREAK_IT, type BreakItAnswer } from './support/operations.ts';
import { allGone, descendantsOf } from './support/processes.ts';
import { tempFolder } from './support/temp-folder.ts';
import { waitFor } from './support/wait-for.ts';

const later = leftovers();
const START = join(import.meta.dirname, '..', 'scripts', 'start.mjs');
const REGIONS = ['us-east-1', 'us-east-2'];
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let gateways: DsqlGateways;
let tables: GlobalTables;
beforeAll(async () => {
  const folder = await tempFolder(later);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  later(() => postgres.stop());
  const dataDir = join(folder, 'dsql');
  gateways = await startDsqlGateways({ dataDir, regions: REGIONS, postgres, log });
  later(() => gateways.stop());
  tables = await startGlobalTables({ dataDir: join(folder, 'dynamodb'), regions: REGIONS, log });
  later(() => tables.stop());
});

const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

/** Nothing of AWS but what is given here. */
async function start(settings: Readonly<Record<string, string>>) {
  const clean = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  const env = {
    ...Object.fromEntries(clean),
    HOST: '127.0.0.1',
    PORT: '0',
    WORLDSEAT_DATA: await tempFolder(later),
    HOME: await tempFolder(later),
    AWS_EC2_METADATA_DISABLED: 'true',
    ...settings,
  };
  const child = spawn(process.execPath, [START], { env, stdio: 'pipe' });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = () =>
    waitFor(
      () => {
        if (child.exitCode !== null) throw new Error(`it ended before it was ready: ${output}`);
        return /ready: (\S+)/.exec(output)?.[1] ?? null;
      },
      { limitMs: 60_000, what: 'the server says that it is ready' },
    );
  return { child, ended, url, output: () => output };
}

/** The processes of the embedded cloud under this one; the build tools' are not of it. */
const partsOf = ({ pid = 0 }: ChildProcess) =>
  descendantsOf(pid).filter(({ command }) => /postgres|\/local\//.test(command));

const list = (byRegion: Readonly<Record<string, string>>): string =>
  Object.entries(byRegion)
    .map((pair) => pair.join('='))
    .join(',');

function dsqlSettings(): Record<string, string> {
  const { endpoints, caFile } = gateways;
  const addresses = Object.entries(endpoints).map(
    ([region, { host, port }]) => [region, `${host}:${port}`] as const,
  );
  return { DSQL_ENDPOINTS: list(Object.fromEntries(addresses)), DSQL_CA_FILE: caFile };
}

function credentials(): Record<string, string> {
  const { accessKeyId, secretAccessKey } = gateways.credentials;
  return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
}

it('both engines elsewhere: nothing is embedded, and the trial is the same', async () => {
  await letRoleIn(gateways, 'worldseat_buyer');
  const run = await start({
    ...dsqlSettings(),
    ...credentials(),
    DSQL_ROLE: 'worldseat_buyer',
    DYNAMODB_ENDPOINTS: list(tables.endpoints),
    DYNAMODB_TABLE_PREFIX: 'elsewhere',
  });
  const url = await run.url();
  expect(partsOf(run.child)).toEqual([]);
  await waitFor(() => run.output().includes('DynamoDB Global Tables ·'));
  expect(run.output()).toMatch(
    /Aurora DSQL · EXTERNAL · a DSQL stand-in \(PostgreSQL 16\.\d+\) at 127\.0\.0\.1:\d+, 127/,
  );
  expect(run.output()).toMatch(/EXTERNAL · a DynamoDB stand-in at http:\/\/127\.0\.0\.1:\d+, http/);
  const { data } = await graphql(url, BREAK_IT, { seat: 'A1', buyers: 24, seed: 1 });
  const { bursts } = (data as unknown as BreakItAnswer).breakIt;
  expect(bursts?.map(({ engine, reconciled }) => [engine.id, reconciled])).toEqual([
    ['dsql', true],
    ['dynamodb', true],
  ]);
  expect(bursts?.[0]?.scoreboard).toMatchObject({ confirmed: 1, oversold: 0, failed: 0 });
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
  // No key and no token is ever said.
  expect(run.output()).not.toContain(gateways.credentials.secretAccessKey);
  expect(run.output()).not.toContain('X-Amz-');
});

it('one engine elsewhere, the other embedded', async () => {
  const run = await start({ ...dsqlSettings(), ...credentials() });
  await run.url();
  const parts = partsOf(run.child);
  expect(parts.some(({ command }) => command.includes('local/dynamodb/'))).toBe(true);
  expect(parts.filter(({ command }) => /postgres|local\/dsql\//.test(command))).toEqual([]);
  await waitFor(() => /EXTERNAL · a DSQL stand-in[^]+EMBEDDED · dynalite/.test(run.output()));
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
  await allGone(parts);
});

it('without credentials nothing starts: one line, exit code 2', async () => {
  const run = await start(dsqlSettings());
  const seen: unknown[] = [];
  const watching = setInterval(() => seen.push(...partsOf(run.child)), 50);
  expect(await run.ended).toBe(2);
  clearInterval(watching);
  expect(run.output()).toMatch(
    /^AWS credentials are needed for dsql, and none were found .+ AWS_PROFILE, or run with a role\.\n$/,
  );
  expect(seen).toEqual([]);
});

it('an endpoint whose certificate nobody vouches for is not talked to', async () => {
  const { DSQL_ENDPOINTS = '' } = dsqlSettings();
  const run = await start({ DSQL_ENDPOINTS, ...credentials(), WORLDSEAT_ENGINES: 'dsql' });
  expect(await run.ended).toBe(2);
  expect(run.output()).toMatch(/^WorldSeat cannot start: dsql is unavailable: .*certificate.*\n$/);
});
