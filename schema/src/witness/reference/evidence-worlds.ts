// Worlds in which nothing is known but the entries of one breach, and those in which one of them is
// forgotten: does the rest still prove it? Support of tests; the product never imports it.
import type { Answer, Release, Sale } from '../../domain/index.ts';
import type { Breach, EvidenceEntry, WitnessInput } from '../types.ts';

/** Before all that happens in a history. */
const LONG_AGO = -1_000;

/** The records that these entries stand for, and nothing else. */
export function worldOf(input: WitnessInput, entries: readonly EvidenceEntry[]): WitnessInput {
  const { scope, rule } = input;
  const known = { sales: [] as Sale[], answers: [] as Answer[], releases: [] as Release[] };
  for (const { kind, ...entry } of entries) {
    const isIt = ({ orderId, seatId, round }: Whose): boolean =>
      orderId === entry.orderId && seatId === entry.seatId && round === entry.round;
    if (kind === 'SALE') known.sales.push(only(input.ledger.sales.filter((it) => isIt(sold(it)))));
    if (kind === 'ANSWER') known.answers.push(only(input.answers.filter(isIt)));
    if (kind === 'RELEASE') known.releases.push(only((input.releases ?? []).filter(isIt)));
  }
  const { sales, ...others } = known;
  const ledger = { sales, converged: true, unreachable: [] };
  const world = { scope, ledger, ...others, tables: [], pending: 0, holes: [] };
  return rule === undefined ? world : { ...world, rule };
}

type Whose = Pick<Answer, 'orderId' | 'seatId' | 'round'>;

const sold = ({ id, ...sale }: Sale): Whose => ({ ...sale, orderId: id });

function only<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new RangeError('an entry stands for no record of the input');
  return item;
}

/** The world of a breach without each of its entries in turn. */
export function worldsWithoutOne(input: WitnessInput, breach: Breach): WitnessInput[] {
  return breach.entries.map((entry) => {
    const rest = breach.entries.filter((other) => other !== entry);
    const world = worldOf(input, rest);
    if (entry.kind === 'RELEASE') return withUnknownRelease(world, input, entry);
    return breach.rule === 'W5' && entry.outcome !== 'REJECTED'
      ? withUnknownPurchase(world, input, entry)
      : world;
  });
}

/** That it was sold is known by the others, but not whether and when it was given back. */
function withUnknownRelease(
  world: WitnessInput,
  input: WitnessInput,
  entry: EvidenceEntry,
): WitnessInput {
  const [given] = worldOf(input, [entry]).releases ?? [];
  if (given === undefined) return world;
  const isIts = ({ orderId, seatId }: Whose): boolean =>
    orderId === given.orderId && seatId === given.seatId;
  const answer = world.answers.find(isIts);
  const isSold = world.ledger.sales.some((sale) => isIts(sold(sale)));
  const { orderId: id, seatId, round, buyer, region } = given;
  const sale: Sale = { id, seatId, round, buyer, region, attempts: 1, soldAtMs: 0 };
  const callNs = answer?.returnNs ?? LONG_AGO;
  return {
    ...world,
    ledger: { ...world.ledger, sales: [...world.ledger.sales, ...(isSold ? [] : [sale])] },
    releases: [...(world.releases ?? []), { ...given, callNs, outcome: 'INDETERMINATE' }],
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
  const [answer] = worldOf(input, [entry]).answers;
  if (answer === undefined) return world;
  const others = Array.from({ length: input.rule?.seatsPerFan ?? 1 }, (_, at): Answer => {
    const orderId = `${answer.orderId}-or-${at}`;
    return { ...answer, orderId, outcome: 'INDETERMINATE', callNs: LONG_AGO };
  });
  return { ...world, answers: [...world.answers, ...others] };
}
