import { describe, expect, it } from 'vitest';
import type { Answer, Release, Sale } from '../../domain/index.ts';
import { releaseOf, saleOf, told } from '../testing.ts';
import { preferAnswer, preferRelease, preferSale } from './prefer.ts';

const ana = { ...told('Ana', 'us-east-1', 'CONFIRMED'), callNs: 10, returnNs: 20 };
const sale = saleOf(ana);
const RUN = { startNs: 11, readNs: 12, writeNs: 13, endNs: 19, conflict: null };
const given = releaseOf(ana, 30, 40);

/** The first one is kept, whichever was heard first; of two equal ones the one that was there. */
function expectKept<Item>(prefer: (one: Item, other: Item) => Item, kept: Item, other: Item): void {
  expect(prefer(kept, other)).toBe(kept);
  expect(prefer(other, kept)).toBe(kept);
  expect(prefer(kept, structuredClone(kept))).toBe(kept);
}

describe('of two records about the same thing one is kept, in any order of arrival', () => {
  it.each<[string, Partial<Answer>, Partial<Answer>]>([
    ['decided, though earlier', {}, { outcome: 'INDETERMINATE', returnNs: 90 }],
    ['returned later, though called earlier', { callNs: 1, returnNs: 21 }, {}],
    ['called later', { callNs: 11, buyer: 'Zoe' }, {}],
    ['first by buyer', { region: 'us-west-2' }, { buyer: 'Bo' }],
    ['first by Region', { presses: 1 }, { region: 'us-east-2', lost: true }],
    ['lost', { lost: true }, { presses: 2 }],
    ['pressed for more often', { presses: 2, read: 'SOLD' }, { read: 'AVAILABLE' }],
    ['first by what was read', { read: 'AVAILABLE', trace: [RUN] }, { read: 'SOLD', trace: [] }],
    ['one that read nothing', { read: null }, { read: 'AVAILABLE' }],
    ['first by its runs', { trace: [RUN] }, { trace: [{ ...RUN, writeNs: 15 }] }],
  ])('an answer that is %s', (_, kept, other) => {
    expectKept<Answer>(preferAnswer, { ...ana, ...kept }, { ...ana, ...other });
  });

  it.each<[string, Partial<Sale>, Partial<Sale>]>([
    ['sold earlier', { soldAtMs: 1, buyer: 'Zoe' }, { soldAtMs: 2 }],
    ['first by buyer', { region: 'us-west-2' }, { buyer: 'Bo' }],
    ['first by Region', { attempts: 2 }, { region: 'us-east-2' }],
    ['bought in fewer attempts', {}, { attempts: 2 }],
  ])('a sale that is %s', (_, kept, other) => {
    expectKept<Sale>(preferSale, { ...sale, ...kept }, { ...sale, ...other });
  });

  it.each<[string, Partial<Release>, Partial<Release>]>([
    ['done, though earlier', {}, { outcome: 'FAILED', returnNs: 90 }],
    ['done, over one not decided', {}, { outcome: 'INDETERMINATE', returnNs: 90 }],
    [
      'refused, over one not decided',
      { outcome: 'FAILED' },
      { outcome: 'INDETERMINATE', returnNs: 90 },
    ],
    ['returned later', { returnNs: 41 }, { callNs: 35 }],
    ['called later', { callNs: 31 }, {}],
  ])('a release that is %s', (_, kept, other) => {
    expectKept<Release>(preferRelease, { ...given, ...kept }, { ...given, ...other });
  });
});
