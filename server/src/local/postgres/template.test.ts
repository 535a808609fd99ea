// The copied data folder: made once, the same as a new one, and never taken from where somebody else
// could have put it.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postgresAccount } from './account.ts';
import { installBinaries } from './binaries.ts';
import type { Launch } from './child.ts';
import { prepareDataFolder } from './data-folder.ts';
import { isTemporary } from './folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function launchOf(name: string): Promise<Launch> {
  const dataDir = join(folder, name);
  const account = postgresAccount(dataDir);
  return { dataDir, account, binaries: await installBinaries(folder, account) };
}

/** What initdb draws anew each time: the first number of the control file. */
const systemOf = ({ dataDir }: Launch): string =>
  readFileSync(join(dataDir, 'global', 'pg_control'))
    .readBigUInt64LE(0)
    .toString(16);

const namesIn = (path: string) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).toSorted();

test('what is made once is copied, complete and for PostgreSQL’s account alone', async () => {
  const template = join(folder, 'cache', 'template');
  const [one, other] = [await launchOf('one'), await launchOf('other')];
  await Promise.all([prepareDataFolder(one, template), prepareDataFolder(other, template)]);
  expect(namesIn(one.dataDir)).toEqual(namesIn(template));
  expect(namesIn(other.dataDir)).toEqual(namesIn(template));
  expect(namesIn(one.dataDir).length).toBeGreaterThan(500);
  expect(systemOf(one)).toBe(systemOf(other));
  const owner = one.account?.uid ?? process.getuid?.();
  for (const path of [one.dataDir, join(one.dataDir, 'PG_VERSION'), join(one.dataDir, 'base')]) {
    const { uid, mode } = statSync(path);
    expect([uid, mode & 0o077]).toEqual([owner, 0]);
  }
  expect(statSync(template).uid).toBe(process.getuid?.());
});

describe('without a template that can be trusted a data folder is made anew', () => {
  test('nothing can be kept there', async () => {
    writeFileSync(join(folder, 'file'), '');
    const launch = await launchOf('data');
    await prepareDataFolder(launch, join(folder, 'file', 'template'));
    expect(existsSync(join(launch.dataDir, 'PG_VERSION'))).toBe(true);
  });

  test('others may change it', async () => {
    const template = join(folder, 'template');
    const [first, second] = [await launchOf('first'), await launchOf('second')];
    await prepareDataFolder(first, template);
    chmodSync(template, 0o770);
    await prepareDataFolder(second, template);
    expect(systemOf(second)).not.toBe(systemOf(first));
  });
});

test('only what lies in the temporary folder need not be on the disk at once', () => {
  const places = [join(tmpdir(), 'x', 'data'), '/tmp/x', tmpdir(), '/tmpx/data', '/home/ann/data'];
  expect(places.map(isTemporary)).toEqual([true, true, false, false, false]);
});
