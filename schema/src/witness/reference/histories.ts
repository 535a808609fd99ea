// The kinds of small random histories that the Witness and the reference are compared on: legal ones,
// arbitrary ones, and those in between. Support of tests; the product never imports it.
import type { Outcome, Random, VerdictResult } from '../../domain/index.ts';
import type { Rule, WitnessInput } from '../types.ts';
import { arbitraryDraft } from './arbitrary-histories.ts';
import { knownInPart, legalDraft } from './legal-histories.ts';
import { withFaults, withOneLie } from './lies.ts';
import { chance, inputOf, pick, upTo, type Draft } from './records.ts';

export interface Kind {
  readonly name: string;
  readonly make: (random: Random) => WitnessInput;
  /** The verdicts and the breaches that have to occur often, or nothing was compared. */
  readonly often: readonly (VerdictResult | Rule)[];
}

type Weights = Readonly<Record<Outcome, number>>;
const EVENLY: Weights = { CONFIRMED: 3, REJECTED: 3, INDETERMINATE: 2, FAILED: 1 };
const FEW_HOLDERS: Weights = { CONFIRMED: 1, REJECTED: 4, INDETERMINATE: 1, FAILED: 0.3 };
const MANY_HOLDERS: Weights = { CONFIRMED: 4, REJECTED: 3, INDETERMINATE: 0.5, FAILED: 0.2 };
/** Nobody who may hold the seat for good: a rejection after a release is wrong. */
const NO_DOUBT: Weights = { CONFIRMED: 2, REJECTED: 2, INDETERMINATE: 0, FAILED: 0 };

const VERDICTS = ['LINEARIZABLE', 'VIOLATED', 'UNPROVEN'] as const;

export const KINDS: readonly Kind[] = [
  { name: 'one seat', make: oneSeat, often: [...VERDICTS, 'W1', 'W2', 'W3', 'W4', 'W5'] },
  {
    name: 'one seat, sold again',
    make: oneSeatSoldAgain,
    often: [...VERDICTS, 'W1', 'W2', 'W3', 'W4', 'W5'],
  },
  { name: 'fans with a limit', make: fansWithLimit, often: [...VERDICTS, 'W2', 'W3', 'W5', 'W6'] },
  {
    name: 'anything',
    make: anything,
    often: ['VIOLATED', 'UNPROVEN', 'W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'],
  },
  {
    name: 'legal',
    make: (random) => inputOf(legalOne(random)),
    often: ['LINEARIZABLE', 'UNPROVEN'],
  },
  {
    name: 'legal, known in part',
    make: (random) => inputOf(knownInPart(random, legalOne(random))),
    often: ['UNPROVEN'],
  },
  {
    name: 'almost legal',
    make: (random) => inputOf(withOneLie(random, legalOne(random))),
    often: [...VERDICTS, 'W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'],
  },
];

/** A legal history of any kind; fans with a limit do not give tickets back. */
export function legalOne(random: Random, hasLimit = chance(random, 0.4)): Draft {
  return legalDraft(random, {
    seats: pick(random, [1, 1, 2, 4]),
    orders: 1 + upTo(random, 6),
    lastMoment: pick(random, [3, 8, 16]),
    releases: !hasLimit && chance(random, 0.6),
    seatsPerFan: hasLimit ? 1 + upTo(random, 2) : 0,
  });
}

function oneSeat(random: Random): WitnessInput {
  const draft = arbitraryDraft(random, {
    seats: 1,
    orders: 1 + upTo(random, 5),
    lastMoment: 6,
    releases: false,
    seatsPerFan: 0,
    lies: 0.03,
    outcomes: pick(random, [EVENLY, FEW_HOLDERS]),
  });
  return inputOf(draft);
}

function oneSeatSoldAgain(random: Random): WitnessInput {
  const draft = arbitraryDraft(random, {
    seats: 1,
    orders: 1 + upTo(random, 4),
    // Few moments: many tickets are bought and given back at the same one. Many: it is free again.
    lastMoment: pick(random, [2, 2, 9, 40, 40, 40]),
    releases: true,
    seatsPerFan: 0,
    lies: 0.02,
    outcomes: pick(random, [EVENLY, MANY_HOLDERS, NO_DOUBT, NO_DOUBT]),
  });
  return inputOf(draft);
}

function fansWithLimit(random: Random): WitnessInput {
  const draft = arbitraryDraft(random, {
    seats: 6,
    orders: 1 + upTo(random, 6),
    lastMoment: 6,
    releases: false,
    seatsPerFan: 1 + upTo(random, 2),
    lies: 0.03,
    outcomes: pick(random, [EVENLY, MANY_HOLDERS]),
  });
  return inputOf(draft);
}

function anything(random: Random): WitnessInput {
  const draft = arbitraryDraft(random, {
    seats: 1 + upTo(random, 2),
    orders: upTo(random, 7),
    lastMoment: pick(random, [3, 6, 12]),
    releases: chance(random, 0.3),
    seatsPerFan: chance(random, 0.3) ? 1 + upTo(random, 2) : 0,
    lies: 0.1,
    outcomes: pick(random, [EVENLY, FEW_HOLDERS, MANY_HOLDERS]),
  });
  return inputOf(withFaults(random, draft));
}
