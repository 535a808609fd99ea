import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '@worldseat/schema/domain';
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
  strategy: 'NAIVE',
  buyers: 60,
  resolved: 0,
  startedAtMs,
  scoreboard: EMPTY_SCOREBOARD,
  reconciled: null,
  note: null,
});

const answers: Answer[] = [
  {
    orderId: 'burst-b-0',
    seatId: 'A1',
    round: 3,
    buyer: 'Ana',
    region: 'us-east-1',
    outcome: 'CONFIRMED',
    read: 'AVAILABLE',
    attempts: 2,
    conflicts: ['40001 OC000'],
    intendedNs: 0,
    callNs: 5,
    returnNs: 9,
  },
];

describe('BurstFiles', () => {
  it('finds bursts and their answers again, oldest first', async () => {
    const files = await BurstFiles.open(folder);
    const scope = new Map([['A1', 3]]);
    await files.save({ burst: burst('b', 2), scope });
    await files.save({ burst: burst('a', 1), scope });
    await files.saveAnswers('b', answers);

    const again = await BurstFiles.open(folder);
    expect(await again.load((error) => expect.fail(String(error)))).toEqual([
      { burst: burst('a', 1), scope },
      { burst: burst('b', 2), scope },
    ]);
    expect(await again.answers('b')).toEqual(answers);
    expect(await again.answers('a')).toEqual([]);
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
    await files.saveAnswers('a', answers);
    await files.remove('a');
    expect(await readdir(folder)).toEqual([]);
  });
});
