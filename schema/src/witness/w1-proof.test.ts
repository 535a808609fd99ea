// W1: the fewest records that prove it, and the sentence.
import { describe, expect, it } from 'vitest';
import type { Answer, Release, SeatRow } from '../domain/index.ts';
import { judge } from './index.ts';
import { inputOf, releaseOf, rowOf, saleOf, seatA1, told } from './testing.ts';

const at = (name: string, callNs: number, returnNs: number, changes: Partial<Answer> = {}) => ({
  ...told(name, name === 'Bo' ? 'us-east-2' : 'us-east-1', 'CONFIRMED'),
  ...{ callNs, returnNs, ...changes },
});
const ana = at('Ana', 10, 20);
const bo = at('Bo', 25, 40);

/** Sold in this order; nothing of the seats table is known. */
function proofOf(sold: readonly Answer[], releases: readonly Release[] = []) {
  const sales = sold.map((answer, order) => ({ ...saleOf(answer), soldAtMs: order }));
  const history = { ...seatA1([...sold], [], null), sales };
  const { breaches } = judge(inputOf(history, { releases, tables: [] }));
  const [breach] = breaches.filter(({ rule }) => rule === 'W1');
  const entries = breach?.entries.map(({ kind, buyer }) => `${kind} of ${buyer ?? 'nobody'}`);
  return { entries, words: breach?.words };
}

describe('W1 is proven by the fewest records', () => {
  it('W1 two who keep it: by both sales', () => {
    expect(proofOf([ana, bo])).toEqual({
      entries: ['SALE of Ana', 'SALE of Bo'],
      words:
        'Ana (us-east-1) and Bo (us-east-2) both hold A1 of round 4: ' +
        "Bo called 5 ns after Ana's purchase had returned.",
    });
  });

  it('W1 two who keep it, the one of whom tried in vain to give it back: by both sales', () => {
    for (const tried of [ana, bo]) {
      const releases = [releaseOf(tried, 50, 51, 'FAILED')];
      expect(proofOf([ana, bo], releases).entries).toEqual(['SALE of Ana', 'SALE of Bo']);
    }
  });

  it('W1 one gave it back before it was confirmed to the other: by that answer and the release', () => {
    const late = ['SALE of Ana', 'RELEASE of Ana', 'SALE of Bo', 'ANSWER of Bo'];
    expect(proofOf([ana, bo], [releaseOf(ana, 41)]).entries).toEqual(late);
    const early = ['SALE of Bo', 'ANSWER of Bo', 'SALE of Ana', 'RELEASE of Ana'];
    expect(proofOf([bo, ana], [releaseOf(ana, 41)]).entries).toEqual(early);
    expect(proofOf([ana, bo], [releaseOf(ana, 40)]).entries).toBe(undefined);
  });

  it('W1 one gave it back, the other tried to in vain: by both releases', () => {
    const missing = at('Bo', 25, 40, { outcome: 'INDETERMINATE' });
    const releases = [releaseOf(ana, 41), releaseOf(missing, 39, 39, 'FAILED')];
    expect(proofOf([ana, missing], releases).entries).toEqual([
      ...['SALE of Ana', 'RELEASE of Ana', 'SALE of Bo', 'RELEASE of Bo'],
    ]);
  });

  it('W1 both gave it back: by what shows that the one held it while the other did', () => {
    const ofAna = ['SALE of Ana', 'RELEASE of Ana', 'ANSWER of Ana', 'SALE of Bo'];
    const gaveBack = (anaNs: number, boNs: number) =>
      proofOf([ana, bo], [releaseOf(ana, anaNs), releaseOf(bo, boNs)]).entries;
    expect(gaveBack(60, 50)).toEqual([...ofAna, 'RELEASE of Bo']);
    expect(gaveBack(50, 50)).toEqual([...ofAna, 'ANSWER of Bo']);
    const ofBo = ['SALE of Bo', 'RELEASE of Bo', 'ANSWER of Bo'];
    expect(gaveBack(50, 60)).toEqual(['SALE of Ana', 'RELEASE of Ana', ...ofBo]);
  });

  it('W1 names a rival of the sale too many, and both in the order of sale', () => {
    const cy = at('Cy', 60, 70);
    // Ana had given it back in time: Bo and Cy are the two.
    expect(proofOf([ana, bo, cy], [releaseOf(ana, 22)])).toEqual({
      entries: ['SALE of Bo', 'SALE of Cy'],
      words:
        'Bo (us-east-2) and Cy (us-east-1) held A1 of round 4 at the same time: ' +
        "Cy called 20 ns after Bo's purchase had returned.",
    });
    expect(proofOf([cy, bo, ana], [releaseOf(ana, 22)]).entries).toEqual([
      ...['SALE of Cy', 'SALE of Bo'],
    ]);
  });
});

describe('W1 in words', () => {
  const wordsOf = (
    sold: Answer[],
    known: Answer[],
    row: SeatRow | null,
    releases: Release[] = [],
  ) => {
    const rows = row === null ? [] : [row];
    const history = { ...seatA1(known, sold, null), rows: [rows, rows] };
    const { breaches } = judge(inputOf(history, { pending: 1, releases }));
    return breaches.flatMap(({ rule, words }) => (rule === 'W1' ? words : []));
  };
  const cy = at('Cy', 60, 70);
  const both = 'Ana (us-east-1) and Bo (us-east-2)';

  it('W1 says only what is known: without answers, and of what the table shows', () => {
    const hold = `${both} both hold A1 of round 4`;
    expect(wordsOf([ana, bo], [ana], null)).toEqual([`${hold}.`]);
    expect(wordsOf([ana, bo], [ana], rowOf('A1', 4, bo))).toEqual([
      `${hold}; the seats table shows only Bo.`,
    ]);
    expect(wordsOf([ana, bo], [ana], rowOf('A1', 4, null))).toEqual([`${hold}.`]);
    expect(wordsOf([ana, bo], [ana], rowOf('A1', 3, bo))).toEqual([`${hold}.`]);
    expect(wordsOf([ana, bo], [ana], { ...rowOf('A1', 4, bo), owner: null })).toEqual([
      `${hold}; the seats table shows only .`,
    ]);
  });

  it('W1 says who held it at the same time, and who of many hold it', () => {
    const held = `${both} held A1 of round 4 at the same time.`;
    expect(wordsOf([ana, bo], [ana], null, [releaseOf(bo, 90)])).toEqual([held]);
    expect(wordsOf([ana, bo, cy], [ana], null)).toEqual([
      'A1 was sold 3 times in round 4: Ana (us-east-1), Bo (us-east-2) and Cy (us-east-1) hold it.',
    ]);
  });
});
