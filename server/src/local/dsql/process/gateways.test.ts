// The gateways of both Regions as processes: they come back after kill -9 as they were, keep their
// secrets out of sight, and leave nothing behind. With a real PostgreSQL and a real client.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { leftovers } from '../../../../../tests/support/leftovers.ts';
import { descendantsOf } from '../../../../../tests/support/processes.ts';
import { tempFolder } from '../../../../../tests/support/temp-folder.ts';
import { waitFor } from '../../../../../tests/support/wait-for.ts';
import { startPostgres, type PostgresServer } from '../../postgres/index.ts';
import { startDsqlGateways, type DsqlGateways, type DsqlGatewaysOptions } from './gateways.ts';
import { connectTo } from './testing.ts';

const later = leftovers();
const [EAST, OHIO] = ['us-east-1', 'us-east-2'] as const;
let postgres: PostgresServer;

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: await tempFolder(later) });
  later(() => postgres.stop());
});

interface Opened extends DsqlGateways {
  readonly dataDir: string;
  readonly logged: readonly string[];
}

async function open(options: Partial<DsqlGatewaysOptions> = {}): Promise<Opened> {
  const dataDir = options.dataDir ?? (await tempFolder(later));
  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const gateways = await startDsqlGateways({
    ...{ dataDir, regions: [EAST, OHIO], postgres, commitDelayMs: 0 },
    log: { info: note, warn: note, error: note },
    ...options,
  });
  later(() => gateways.stop());
  return Object.defineProperties(gateways, {
    dataDir: { value: dataDir },
    logged: { value: logged },
  }) as Opened;
}

async function ask({ endpoints, caFile, credentials }: DsqlGateways, region: string, sql: string) {
  const { host, port } = endpoints[region] ?? { host: '', port: 0 };
  const client = await connectTo({ region, host, port, caFile, credentials });
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const myGateways = () =>
  descendantsOf(process.pid).filter(({ command }) => command.includes('local/dsql/process/child'));

const isUp = (gateways: DsqlGateways, region: string, except: number | null = null) =>
  waitFor(() => ![null, undefined, except].includes(gateways.pids[region]), {
    what: `the gateway of ${region} is up`,
  });

test('each Region answers from a process of its own, with verified TLS and a token', async () => {
  const gateways = await open();
  for (const region of [EAST, OHIO]) {
    expect(await ask(gateways, region, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }
  const pids = [gateways.pids[EAST], gateways.pids[OHIO], process.pid];
  expect(new Set(pids).size).toBe(3);
  expect(await gateways.state(EAST)).toBeTypeOf('object');
});

test('started again on the same folder, clients keep their CA and their access key', async () => {
  const first = await open();
  const { caFile, credentials, dataDir } = first;
  const certificate = readFileSync(caFile, 'utf8');
  await first.stop();
  const again = await open({ dataDir });
  expect(again).toMatchObject({ caFile, credentials });
  expect(readFileSync(again.caFile, 'utf8')).toBe(certificate);
  expect(await ask(again, OHIO, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('killed, a gateway is back on its port with its switches; the other never noticed', async () => {
  const gateways = await open();
  const { endpoints } = gateways;
  await gateways.setFaults({ asleep: true }, EAST);
  const before = { ...gateways.pids };
  process.kill(before[EAST] ?? 0, 'SIGKILL');
  await isUp(gateways, EAST, before[EAST]);
  expect(gateways.endpoints).toEqual(endpoints);
  expect(gateways.pids[OHIO]).toBe(before[OHIO]);
  await expect(ask(gateways, EAST, 'SELECT 1')).rejects.toThrow('waking up cluster');
  await gateways.setFaults({ asleep: false }, EAST);
  expect(await ask(gateways, EAST, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a switch that is turned while the gateway is started again is on afterwards', async () => {
  const gateways = await open();
  const before = gateways.pids[EAST] ?? 0;
  process.kill(before, 'SIGKILL');
  await waitFor(() => gateways.pids[EAST] === null);
  await gateways.setFaults({ asleep: true }, EAST);
  await expect(ask(gateways, EAST, 'SELECT 1')).rejects.toThrow('waking up cluster');
});

test('killed again and again, one Region stays down and says so; the other goes on', async () => {
  const reasons: string[] = [];
  const gateways = await open({ onExit: (reason) => reasons.push(reason) });
  let killed: number | null = null;
  for (let kill = 0; kill <= 5; kill += 1) {
    await isUp(gateways, EAST, killed);
    killed = gateways.pids[EAST] ?? 0;
    process.kill(killed, 'SIGKILL');
  }
  await waitFor(() => reasons.length > 0);
  expect(reasons).toEqual([
    `the gateway of ${EAST} is down after 5 restarts within 60 s: its process ended (SIGKILL)`,
  ]);
  expect(gateways.pids[EAST]).toBeNull();
  expect(await ask(gateways, OHIO, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('no key is in a place where other accounts can look', async () => {
  const { pids, credentials, dataDir } = await open();
  for (const file of ['credentials', 'ca/authority.pem', `ca/${EAST}.pem`, `ca/${OHIO}.pem`]) {
    expect([file, (await stat(join(dataDir, file))).mode & 0o777]).toEqual([file, 0o600]);
  }
  if (!existsSync('/proc/self/environ')) return;
  for (const pid of Object.values(pids)) {
    const seen = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid ?? 0}/${name}`));
    const text = Buffer.concat(seen).toString('latin1');
    expect(text).toContain('local/dsql/process/child');
    expect(text).not.toContain(credentials.secretAccessKey);
    expect(text).not.toContain('PRIVATE KEY');
  }
});

test('a port that is taken is said with its Region, and nothing is left', async () => {
  const server = createServer();
  later(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const before = myGateways();
  await expect(open({ ports: { [OHIO]: port } })).rejects.toMatchObject({
    code: 'DSQL_GATEWAYS',
    message: expect.stringMatching(
      new RegExp(`^The gateway of ${OHIO} cannot start: .*(EADDRINUSE|${port})`),
    ) as string,
  });
  expect(myGateways()).toEqual(before);
});

test('a PostgreSQL that cannot start is the reason, and nothing is left', async () => {
  const before = myGateways();
  const dataDir = await tempFolder(later);
  const opening = open({ dataDir, postgres: Promise.reject(new Error('no PostgreSQL')) });
  await expect(opening).rejects.toThrow(/^no PostgreSQL$/);
  expect(myGateways()).toEqual(before);
});

test('a Region that it does not have is refused by name', async () => {
  const gateways = await open();
  const words = `there is no gateway of mars-1; there are ${EAST}, ${OHIO}`;
  await expect(gateways.state('mars-1')).rejects.toThrow(words);
  await expect(gateways.setFaults({ cut: true }, 'mars-1')).rejects.toThrow(words);
});

test('stopped, also with an open connection and twice, no process is left', async () => {
  const gateways = await open();
  const { host, port } = gateways.endpoints[EAST] ?? { host: '', port: 0 };
  const { caFile, credentials } = gateways;
  const client = await connectTo({ region: EAST, host, port, caFile, credentials });
  await client.query('BEGIN');
  const pids = Object.values(gateways.pids);
  await Promise.all([gateways.stop(), gateways.stop()]);
  expect(myGateways().filter(({ pid }) => pids.includes(pid))).toEqual([]);
  expect(gateways.pids).toEqual({ [EAST]: null, [OHIO]: null });
});

test('when its parent is killed, no gateway outlives it', async () => {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const module = new URL('./gateways.ts', import.meta.url).href;
  const { socketDir, port, database, superuser } = postgres;
  const options = {
    dataDir: await tempFolder(later),
    regions: [EAST, OHIO],
    postgres: { socketDir, port, database, superuser },
  };
  const program = `
    const { startDsqlGateways } = await import(${JSON.stringify(module)});
    const log = { info() {}, warn() {}, error() {} };
    const { pids } = await startDsqlGateways({ ...${JSON.stringify(options)}, log });
    console.log(JSON.stringify(pids));`;
  const parent = spawn(
    process.execPath,
    ['--import', loader, '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  later(() => parent.kill('SIGKILL'));
  const pids = await new Promise<number[]>((resolve) => {
    parent.stdout.once('data', (data: Buffer) => {
      resolve(Object.values(JSON.parse(data.toString()) as Record<string, number>));
    });
  });
  const alive = () => pids.filter((pid) => existsAsProcess(pid));
  expect(alive()).toEqual(pids);
  parent.kill('SIGKILL');
  await waitFor(() => alive().length === 0, { what: 'both gateways are gone' });
});

function existsAsProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
