import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeAnswer, type Answer, type RecordedAnswer } from '@worldseat/schema/domain';
import { writeHistory } from '@worldseat/schema/history';
import type { BurstView } from '@worldseat/schema/services';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BurstFiles, MAX_BURSTS_KEPT } from '../burst/files.ts';
import { EMPTY_SCOREBOARD } from '../burst/scoreboard.ts';
import { historyOf, type Fired } from './burst-history.ts';
import { BurstShelf } from './burst-shelf.ts';
import type { Trial } from './trial.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worldseat-shelf-'));
});
afterEach(() => rm(folder, { recursive: true }));

const burst = (id: string, change: Partial<BurstView> = {}): BurstView => ({
  ...{ id, engineId: 'dsql', seatId: 'A1', round: 3, state: 'SETTLED', seed: 1, buyers: 1 },
  ...{ strategy: 'NAIVE', scenario: 'ONE_SEAT', resolved: 1, startedAtMs: 1 },
  ...{
    scoreboard: EMPTY_SCOREBOARD,
    latencyCounts: null,
    reconciled: true,
    sha256: null,
    labId: null,
    note: null,
  },
  ...change,
});
const order = { id: 'burst-1', seatId: 'A1', buyer: 'Ana', region: 'east' };
const recorded: RecordedAnswer = {
  ...{ orderId: order.id, seatId: 'A1', round: 3, buyer: 'Ana', region: 'east', read: null },
  ...{ outcome: 'REJECTED', attempts: 1, conflicts: [], intendedNs: 0, callNs: 5, returnNs: 9 },
};

/** As much of a trial as the shelf and the history look at. */
function trialAt(rounds: readonly (readonly [string, number])[]) {
  const recalled: Answer[] = [];
  const holes: string[] = [];
  const engine = { id: 'dsql', name: 'DSQL', consistency: 'none', deployment: 'EMBEDDED' };
  const trial = {
    engine: { ...engine, components: 'none', regions: ['east'] },
    floor: { venue: { id: 'hall' }, scope: new Map(rounds) },
    answers: { addHole: (_id: string, _scope: unknown, words: string) => holes.push(words) },
    recall: (answers: readonly Answer[]) => recalled.push(...answers),
  };
  return { trial: trial as unknown as Trial, recalled, holes };
}

async function openShelf(trial: Trial | null = null) {
  const logged: string[] = [];
  const note = (_: object, message: string) => void logged.push(message);
  const files = await BurstFiles.open(folder);
  const log = { info: note, warn: note, error: note };
  const find = (id: string) => (trial?.engine.id === id ? trial : null);
  return { shelf: await BurstShelf.open(files, find, log), files, logged };
}

const scope = new Map([['A1', 3]]);

describe('BurstShelf', () => {
  it('finds bursts again whose engine is not open, with their files', async () => {
    const { trial } = trialAt([['A1', 3]]);
    const { shelf } = await openShelf(trial);
    const fired: Fired = {
      ...{ trial, burst: burst('b'), scope, orders: [order], settings: {} },
      software: { worldseat: '1', node: 'v24' },
    };
    const ledger = { sales: [], converged: true, unreachable: [] };
    const reading = { ledger, tables: [], answers: [], moved: false };
    const history = historyOf(fired, [completeAnswer(recorded)], reading, []);
    const { text, sha256 } = writeHistory(history);
    await shelf.begin(scope, () => burst('b', { state: 'RUNNING' }));
    expect([await shelf.file('b'), await shelf.history('b')]).toEqual([null, null]);
    await shelf.end(scope, burst('b', { sha256 }), text);

    const { shelf: again } = await openShelf();
    expect(again.list('dsql')).toEqual([burst('b', { sha256 })]);
    expect(await again.file('b')).toBe(text);
    expect(await again.history('b')).toEqual(history);
    expect(await again.answers('b')).toEqual([completeAnswer(recorded)]);
    expect([await again.file('../b'), await again.history('c')]).toEqual([null, null]);
  });

  it('gives answers back to an engine whose rounds are still on, also old ones', async () => {
    const { files } = await openShelf();
    await files.save({ burst: burst('old'), scope });
    await files.saveHistory('old', `${JSON.stringify(recorded)}\n`);
    const { shelf } = await openShelf();
    const on = trialAt([['A1', 3]]);
    const over = trialAt([['A1', 4]]);
    await shelf.recall(on.trial);
    await shelf.recall(over.trial);
    expect([on.recalled, over.recalled]).toEqual([[completeAnswer(recorded)], []]);
    expect(await shelf.file('old')).toBeNull();
  });

  it('finds a burst that was cut off as FAILED, and what is missing as a hole', async () => {
    const { files } = await openShelf();
    await files.save({ burst: burst('cut', { state: 'RUNNING' }), scope });
    const { shelf } = await openShelf();
    const note = 'The server stopped during this burst of 1 buyers.';
    expect(shelf.find('cut')).toEqual(burst('cut', { state: 'FAILED', note }));
    const { trial, holes } = trialAt([['A1', 3]]);
    await shelf.recall(trial);
    expect(holes).toEqual([`${note} Its answers are missing.`]);
  });

  it('has a hole where a file cannot be read, and opens all the same', async () => {
    const { files } = await openShelf();
    await files.save({ burst: burst('b'), scope });
    await writeFile(join(folder, 'b.ndjson'), '{"torn":');
    const { shelf, logged } = await openShelf();
    const { trial, holes } = trialAt([['A1', 3]]);
    await shelf.recall(trial);
    expect(holes).toEqual(['The file of burst b is unreadable.']);
    expect(logged).toEqual(['the file of a burst is unreadable']);
  });

  it('keeps the newest, and the oldest too whose round is on', async () => {
    const { trial } = trialAt([['A1', 1]]);
    const { shelf } = await openShelf(trial);
    for (let round = 1; round <= MAX_BURSTS_KEPT + 2; round += 1) {
      const one = burst(`b${round}`, { round, startedAtMs: round });
      await shelf.begin(new Map([['A1', round]]), () => one);
    }
    const kept = shelf.list(null).map(({ id }) => id);
    expect(kept).toHaveLength(MAX_BURSTS_KEPT);
    expect([kept.at(0), ...kept.slice(-2)]).toEqual([`b${MAX_BURSTS_KEPT + 2}`, 'b4', 'b1']);
    expect(await readdir(folder)).toHaveLength(MAX_BURSTS_KEPT);
  });

  it('lets bursts of an engine that is not open go once its floor was on sale anew', async () => {
    const { files } = await openShelf();
    const closed = (id: string, startedAtMs: number, change: Partial<BurstView> = {}) =>
      burst(id, { engineId: 'postgres', startedAtMs, ...change });
    const anew: Partial<BurstView> = { scenario: 'ON_SALE', seatId: null };
    for (const one of [closed('p1', 1), closed('p2', 2, anew), closed('p3', 3)]) {
      await files.save({ burst: one, scope });
    }
    const { trial } = trialAt([['A1', 1]]);
    const { shelf } = await openShelf(trial);
    for (let round = 4; round <= MAX_BURSTS_KEPT + 3; round += 1) {
      const one = burst(`b${round}`, { round, startedAtMs: round });
      await shelf.begin(new Map([['A1', round]]), () => one);
    }
    expect(shelf.list('postgres').map(({ id }) => id)).toEqual(['p3', 'p2']);
  });
});
