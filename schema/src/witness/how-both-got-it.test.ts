// W1: how two got the same seat; it never says more than their answers prove.
import { expect, it } from 'vitest';
import type { Answer, Attempt } from '../domain/index.ts';
import { howBothGotIt } from './how-both-got-it.ts';
import type { SoldTicket } from './records/index.ts';
import { soldTicket, told, untold } from './testing.ts';

const attempt = (readNs: number | null, writeNs: number | null): Attempt => ({
  ...{ startNs: 0, endNs: 99, conflict: null, readNs, writeNs },
});

function sold(
  name: string,
  [callNs, returnNs]: readonly [number, number],
  changes: Partial<Answer> = {},
): SoldTicket {
  const answer = { ...told(name, 'us-east-1', 'CONFIRMED'), callNs, returnNs, ...changes };
  return soldTicket(answer);
}

const BOTH = 'both read it available before either wrote';
const OVERLAP = 'their purchases overlapped';

function expectWords(words: string, one: SoldTicket, other: SoldTicket): void {
  expect([howBothGotIt(one, other), howBothGotIt(other, one)]).toEqual([words, words]);
}

it('W1 says nothing where an answer is not known', () => {
  const [ana, bo] = [sold('Ana', [10, 20]), sold('Bo', [30, 40])];
  expectWords('', untold(ana), bo);
  expectWords('', ana, untold(bo));
});

it('W1 says that both read before either wrote, by the runs that sold it', () => {
  const traced = (name: string, ...trace: Attempt[]) => sold(name, [10, 20], { trace });
  const ana = traced('Ana', attempt(50, 1), attempt(13, 16));
  expectWords(BOTH, ana, traced('Bo', attempt(50, 1), attempt(15, 18)));
  expectWords(OVERLAP, ana, traced('Bo', attempt(16, 18)));
  expectWords(OVERLAP, ana, traced('Bo', attempt(12, 13)));
  expectWords(OVERLAP, ana, traced('Bo', attempt(null, 18)));
  expectWords(OVERLAP, ana, traced('Bo', attempt(15, null)));
  expectWords(OVERLAP, ana, traced('Bo'));
  // Before the clock of the history began.
  expectWords(OVERLAP, traced('Cy', attempt(-3, 16)), traced('Bo', attempt(1, null)));
  expectWords(OVERLAP, ana, sold('Bo', [10, 20], { trace: [attempt(15, 18)], read: 'SOLD' }));
});

it('W1 says that the later one called, or read it, after the earlier one had returned', () => {
  const had = "after Ana's purchase had returned";
  const ana = sold('Ana', [10, 20]);
  expectWords(`Bo called 5 ns ${had}`, ana, sold('Bo', [25, 40]));
  const read = (readNs: number | null, callNs: number, changes: Partial<Answer> = {}) =>
    sold('Bo', [callNs, 40], { trace: [attempt(1, 1), attempt(readNs, 39)], ...changes });
  expectWords(`Bo read it available 12 ns ${had}`, ana, read(32, 25));
  expectWords(`Bo read it available 12 ns ${had}`, ana, read(32, 15));
  expectWords(OVERLAP, ana, read(20, 15));
  expectWords(OVERLAP, ana, read(null, 20));
  expectWords(OVERLAP, sold('Ana', [-20, -5]), read(null, -10));
  expectWords(`Bo called 5 ns ${had}`, ana, read(null, 25));
  expectWords(`Bo called 5 ns ${had}`, ana, read(32, 25, { read: 'SOLD' }));
  expectWords(OVERLAP, sold('Ana', [10, 20], { lost: true }), read(32, 25));
  expectWords(OVERLAP, sold('Ana', [10, 20], { outcome: 'INDETERMINATE' }), read(32, 25));
});
