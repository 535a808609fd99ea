import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BurstView } from '@worldseat/schema/services';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BurstFiles } from './files.ts';
import { EMPTY_SCOREBOARD } from './scoreboard.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worldseat-bursts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const burst = (id: string, startedAtMs: number): BurstView => ({
  id,
  engineId: 'dsql',
  seatId: 'A1',
  round: 3,
  state: 'RUNNING',
  seed: 1,
  strategy: 'COUNTER_ROW',
  scenario: 'RETRY_STORM',
  buyers: 60,
  resolved: 0,
  startedAtMs,
  scoreboard: EMPTY_SCOREBOARD,
  latencyCounts: [1, 2],
  reconciled: null,
  sha256: 'ab',
  labId: 'lab-1',
  note: null,
});

describe('BurstFiles', () => {
  it('finds bursts and their histories again, oldest first', async () => {
    const files = await BurstFiles.open(folder);
    const scope = new Map([['A1', 3]]);
    await files.save({ burst: burst('b', 2), scope });
    await files.save({ burst: burst('a', 1), scope });
    await files.saveHistory('b', 'its history');

    const again = await BurstFiles.open(folder);
    expect(await again.load((error) => expect.fail(String(error)))).toEqual([
      { burst: burst('a', 1), scope },
      { burst: burst('b', 2), scope },
    ]);
    expect(await again.find('b')).toEqual({ burst: burst('b', 2), scope });
    expect(await again.readHistory('b')).toBe('its history');
    expect([await again.readHistory('a'), await again.find('c')]).toEqual([null, null]);
  });

  it('finds the bursts of an earlier version, which had one scenario for each kind', async () => {
    const files = await BurstFiles.open(folder);
    const old = ({ scenario, sha256, labId, ...rest }: BurstView) => {
      expect([scenario, sha256, labId]).toEqual(['RETRY_STORM', 'ab', 'lab-1']);
      return rest;
    };
    const write = (it: object, id: string) =>
      writeFile(join(folder, `${id}.json`), JSON.stringify({ burst: it, scope: [['A1', 3]] }));
    await write(old(burst('a', 1)), 'a');
    await write({ ...old(burst('b', 2)), seatId: null }, 'b');
    const unsaid = { sha256: null, labId: null };
    const kept = await files.load((error) => expect.fail(String(error)));
    expect(kept.map((found) => found.burst)).toEqual([
      { ...burst('a', 1), ...unsaid, scenario: 'ONE_SEAT' },
      { ...burst('b', 2), ...unsaid, seatId: null, scenario: 'ON_SALE' },
    ]);
  });

  it('skips a broken file and says so', async () => {
    const files = await BurstFiles.open(folder);
    await files.save({ burst: burst('a', 1), scope: new Map() });
    await writeFile(join(folder, 'torn.json'), '{"burst":');
    const faults: unknown[] = [];
    const kept = await files.load((error) => faults.push(error));
    expect(kept.map((found) => found.burst.id)).toEqual(['a']);
    expect(faults).toHaveLength(1);
  });

  it('removes both files of a burst', async () => {
    const files = await BurstFiles.open(folder);
    await files.save({ burst: burst('a', 1), scope: new Map() });
    await files.saveHistory('a', 'its history');
    await files.remove('a');
    expect(await readdir(folder)).toEqual([]);
  });
});
