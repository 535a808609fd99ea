// Copies of records that say something else of the same order: what only a damaged or a hostile
// history has. Support of tests; the product never imports it.
import type { Answer, Random, RegionTable, Release, Sale, SeatRow } from '../../domain/index.ts';
import type { WitnessInput } from '../types.ts';
import { BUYERS, chance, pick, REGIONS, upTo } from './records.ts';

const READS = ['AVAILABLE', 'SOLD', null] as const;
const OUTCOMES = ['CONFIRMED', 'REJECTED', 'INDETERMINATE', 'FAILED'] as const;
const REASONS = ['SEAT_TAKEN', 'FAN_LIMIT', null] as const;
const RELEASES = ['RELEASED', 'INDETERMINATE', 'FAILED'] as const;

type Changes<Item> = readonly ((random: Random, item: Item) => Partial<Item>)[];

const ANSWER: Changes<Answer> = [
  (random) => {
    const outcome = pick(random, OUTCOMES);
    return { outcome, rejectionReason: outcome === 'REJECTED' ? pick(random, REASONS) : null };
  },
  (random, { callNs, returnNs }) => ({ callNs: Math.min(returnNs, callNs + upTo(random, 1)) }),
  (random, { returnNs }) => ({ returnNs: returnNs + upTo(random, 1) }),
  (random) => ({ buyer: pick(random, BUYERS) }),
  (random) => ({ region: pick(random, REGIONS) }),
  (random) => ({ read: pick(random, READS) }),
  (random) => ({ lost: chance(random, 0.5) }),
  (random) => ({ presses: 1 + upTo(random, 1) }),
  (random, { callNs, returnNs }) => ({
    trace: [
      {
        ...{ startNs: callNs, endNs: returnNs, conflict: null },
        ...{ readNs: callNs + upTo(random, 2), writeNs: callNs + upTo(random, 2) },
      },
    ],
  }),
];

const SALE: Changes<Sale> = [
  (random) => ({ attempts: 1 + upTo(random, 1) }),
  (random, { soldAtMs }) => ({ soldAtMs: soldAtMs + upTo(random, 1) }),
  (random) => ({ buyer: pick(random, BUYERS) }),
  (random) => ({ region: pick(random, REGIONS) }),
];

const RELEASE: Changes<Release> = [
  (random) => ({ outcome: pick(random, RELEASES) }),
  (random, { returnNs }) => ({ returnNs: returnNs + upTo(random, 1) }),
  (random, { callNs, returnNs }) => ({ callNs: Math.min(returnNs, callNs + upTo(random, 1)) }),
  (random) => ({ buyer: pick(random, BUYERS) }),
  (random) => ({ region: pick(random, REGIONS) }),
];

const ROW: Changes<SeatRow> = [(random) => ({ region: pick(random, REGIONS) })];

/** Some records come with up to two copies, each of which differs in one thing or two. */
export function withContradictions(random: Random, input: WitnessInput): WitnessInput {
  const { ledger, answers, releases = [], tables } = input;
  return {
    ...input,
    ledger: { ...ledger, sales: contradicted(random, ledger.sales, SALE) },
    answers: contradicted(random, answers, ANSWER),
    releases: contradicted(random, releases, RELEASE),
    tables: tables.map((table): RegionTable =>
      'rows' in table ? { ...table, rows: contradicted(random, table.rows, ROW) } : table,
    ),
  };
}

function contradicted<Item>(
  random: Random,
  items: readonly Item[],
  changes: Changes<Item>,
): readonly Item[] {
  return items.flatMap((item) => {
    const copies = chance(random, 0.5) ? upTo(random, 2) : 0;
    return [item, ...Array.from({ length: copies }, () => changed(random, item, changes))];
  });
}

function changed<Item>(random: Random, item: Item, changes: Changes<Item>): Item {
  const once = { ...item, ...pick(random, changes)(random, item) };
  return chance(random, 0.5) ? once : { ...once, ...pick(random, changes)(random, once) };
}
