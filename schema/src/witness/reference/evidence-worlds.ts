// Worlds in which nothing is known but the entries of one breach, and those in which one of them is
// forgotten: does the rest still prove it? Support of tests; the product never imports it.
import type { Answer, Release, Sale } from '../../domain/index.ts';
import type { Breach, EvidenceEntry, WitnessInput } from '../types.ts';

/** Before all that happens in a history. */
const LONG_AGO = -1_000;

/**
 * The records that these entries stand for, and nothing else. Of a ticket that was given back, but not
 * by these entries, it is not known when: at any time after it was bought.
 */
export function worldOf(input: WitnessInput, entries: readonly EvidenceEntry[]): WitnessInput {
  const { scope, rule, releases = [] } = input;
  const of = (kind: EvidenceEntry['kind']): EvidenceEntry[] =>
    entries.filter((entry) => entry.kind === kind);
  const sales = of('SALE').map((entry) => only(input.ledger.sales, (it) => isOf(entry, sold(it))));
  const answers = of('ANSWER').map((entry) => only(input.answers, (it) => isOf(entry, it)));
  const known = of('RELEASE').map((entry) => only(releases, (it) => isOf(entry, it)));
  const unknown = releases.filter(
    (given) =>
      given.outcome !== 'FAILED' &&
      !known.includes(given) &&
      sales.some((sale) => isOf(given, sold(sale))),
  );
  const ledger = { sales, converged: true, unreachable: [] };
  const all = [...known, ...unknown.map((given) => undated(given, answers))];
  const world = { scope, ledger, answers, releases: all, tables: [], pending: 0, holes: [] };
  return rule === undefined ? world : { ...world, rule };
}

const undated = (given: Release, answers: readonly Answer[]): Release => ({
  ...given,
  outcome: 'INDETERMINATE',
  callNs: answers.find((answer) => isOf(given, answer))?.returnNs ?? LONG_AGO,
});

type Whose = Pick<EvidenceEntry, 'orderId' | 'seatId' | 'round'>;

const isOf = (one: Whose, other: Whose): boolean =>
  one.orderId === other.orderId && one.seatId === other.seatId && one.round === other.round;

const sold = ({ id, ...sale }: Sale): Whose => ({ ...sale, orderId: id });

function only<Item>(items: readonly Item[], isIt: (item: Item) => boolean): Item {
  const item = items.find(isIt);
  if (item === undefined) throw new RangeError('an entry stands for no record of the input');
  return item;
}

/** The world of a breach without each of its entries in turn. */
export function worldsWithoutOne(input: WitnessInput, breach: Breach): WitnessInput[] {
  return breach.entries.map((entry) => {
    const world = worldOf(
      input,
      breach.entries.filter((other) => other !== entry),
    );
    if (breach.rule !== 'W5' || entry.outcome === 'REJECTED') return world;
    return entry.kind === 'RELEASE'
      ? withUnknownRelease(world, input, entry)
      : withUnknownPurchase(world, input, entry);
  });
}

/** That it was sold is known by the others, but not whether and when it was given back. */
function withUnknownRelease(
  world: WitnessInput,
  { releases = [] }: WitnessInput,
  entry: EvidenceEntry,
): WitnessInput {
  const given = only(releases, (it) => isOf(entry, it));
  const { orderId: id, seatId, round, buyer, region } = given;
  const sale: Sale = { id, seatId, round, buyer, region, attempts: 1, soldAtMs: 0 };
  return {
    ...world,
    ledger: { ...world.ledger, sales: [...world.ledger.sales, sale] },
    releases: [...(world.releases ?? []), undated(given, world.answers)],
  };
}

/**
 * That it was bought, or may have been, is known by the others, but not when; nor whether others were,
 * of whom a fan may hold as many as the rule allows.
 */
function withUnknownPurchase(
  world: WitnessInput,
  input: WitnessInput,
  entry: EvidenceEntry,
): WitnessInput {
  const answer = only(input.answers, (it) => isOf(entry, it));
  const others = Array.from({ length: input.rule?.seatsPerFan ?? 1 }, (_, at): Answer => {
    const orderId = `${answer.orderId}-or-${at}`;
    return { ...answer, orderId, outcome: 'INDETERMINATE', callNs: LONG_AGO };
  });
  return { ...world, answers: [...world.answers, ...others] };
}
