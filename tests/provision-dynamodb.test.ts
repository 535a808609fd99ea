// `npm run provision dynamodb` as a program, against the embedded global tables: both modes made and
// taken away, nothing touched that is not its own, and a run that was killed is resumed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../server/src/config.ts';
import { startGlobalTables, type GlobalTables } from '../server/src/local/dynamodb/index.ts';
import { leftovers } from './support/leftovers.ts';
import { startProvision } from './support/provision.ts';
import { tempFolder } from './support/temp-folder.ts';

const later = leftovers();
const QUIET = { info: () => undefined, warn: () => undefined, error: console.error };

async function open() {
  const folder = await tempFolder(later);
  const tables = await startGlobalTables({ dataDir: join(folder, 'tables'), log: QUIET, lagMs: 5 });
  later(() => tables.stop());
  const envFile = join(folder, '.env');
  const settings = {
    DYNAMODB_ENDPOINTS: endpointsOf(tables),
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret-of-the-test',
  };
  const start = (command: string, ...options: string[]) =>
    startProvision(later, ['dynamodb', command, '--dotenv', envFile, ...options], settings);
  const run = (command: string, ...options: string[]) => start(command, ...options).ended;
  return { tables, envFile, folder, start, run };
}

function endpointsOf({ endpoints }: GlobalTables): string {
  return Object.entries(endpoints)
    .map(([region, url]) => `${region}=${url}`)
    .join(',');
}

const NAMES = ['seats', 'op_log', 'orders', 'floors', 'counters', 'fan_tickets'];

function printedTables(output: string): string[] {
  return [...output.matchAll(/^ {2}(\w+ {2}(?:us-east-1|nothing).*)$/gm)].map(
    ([, line = '']) => line,
  );
}

const made = (prefix: string, mode: string) =>
  NAMES.map(
    (name) =>
      `${prefix}_${name}  us-east-1 ACTIVE, us-east-2 ACTIVE, ${mode}, protected from deletion`,
  );
const nothing = (prefix: string) => NAMES.map((name) => `${prefix}_${name}  nothing`);

// Each has tables of its own, and mostly waits for them: several at a time.
describe.concurrent('provision dynamodb', () => {
  it.each([
    ['EVENTUAL', 'worldseat', 'EVENTUAL'],
    ['STRONG', 'worldseat_strong', 'STRONG, witness us-west-2 ACTIVE'],
  ])(
    'makes %s tables, writes a .env that npm start takes, and ends empty',
    async (mode, prefix, words) => {
      const cloud = await open();
      const option = ['--consistency', mode];
      const dry = await cloud.run('create', ...option);
      expect([dry.code, printedTables(dry.output)]).toEqual([0, nothing(prefix)]);
      expect((await cloud.run('status', ...option)).code).toBe(1);
      const created = await cloud.run('create', '--apply', ...option);
      expect({ code: created.code, tables: printedTables(created.output) }).toEqual({
        code: 0,
        tables: made(prefix, words),
      });
      const settings = parseEnv(await readFile(cloud.envFile, 'utf8')) as Record<string, string>;
      expect(settings).toEqual({
        DYNAMODB_REGIONS: 'us-east-1,us-east-2',
        DYNAMODB_TABLE_PREFIX: prefix,
        WORLDSEAT_DYNAMODB_CONSISTENCY: mode,
        DYNAMODB_ENDPOINTS: endpointsOf(cloud.tables),
      });
      expect(readConfig(settings, cloud.folder).dynamodb).toMatchObject({
        kind: 'REMOTE',
        consistency: mode,
        tablePrefix: prefix,
      });
      expect(await cloud.run('status', ...option)).toMatchObject({ code: 0 });
      const destroyed = await cloud.run('destroy', '--apply', ...option);
      expect([destroyed.code, printedTables(destroyed.output)]).toEqual([0, nothing(prefix)]);
      expect(parseEnv(await readFile(cloud.envFile, 'utf8'))).toEqual({});
    },
  );

  it('goes on where it was killed, at whatever step that was', async () => {
    const cloud = await open();
    for (const [command, calls] of [
      ['create', 12],
      ['destroy', 18],
    ] as const) {
      for (let call = 1; call <= calls; call += 3) {
        const { child, ended } = cloud.start(command, '--apply');
        let lines = 0;
        child.stdout?.on('data', (chunk: Buffer) => {
          lines += chunk.toString().match(/^us-east-1 {2}\w+ /gm)?.length ?? 0;
          if (lines >= call) child.kill('SIGKILL');
        });
        await ended;
      }
      const { code, output } = await cloud.run(command, '--apply');
      const tables = command === 'create' ? made('worldseat', 'EVENTUAL') : nothing('worldseat');
      expect({ code, tables: printedTables(output) }).toEqual({ code: 0, tables });
    }
  });

  it('leaves tables of others alone: create refuses them, destroy does not see them', async () => {
    const cloud = await open();
    expect((await cloud.run('create', '--apply', '--name', 'theirs')).code).toBe(0);
    const refused = await cloud.run('create', '--apply', '--name', 'mine');
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      /worldseat_seats in us-east-1 was not made by this set-up \(no tag worldseat:name=mine\)/,
    );
    const destroyed = await cloud.run('destroy', '--apply', '--name', 'mine');
    expect(destroyed.code).toBe(0);
    expect(await cloud.run('status', '--name', 'theirs')).toMatchObject({ code: 0 });
  });
});
