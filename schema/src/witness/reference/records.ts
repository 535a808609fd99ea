// Records of small random histories, with small whole numbers as times so that ties are common.
// Support of tests; the product never imports it.
import type {
  Answer,
  Outcome,
  Random,
  RegionTable,
  Release,
  Sale,
  SeatRow,
} from '../../domain/index.ts';
import type { WitnessInput } from '../types.ts';

export const REGIONS = ['us-east-1', 'us-east-2', 'us-west-2'] as const;
export const BUYERS = ['Ana', 'Bo', 'Cy'] as const;

/** The round of every seat in scope; there may be records of the rounds beside it. */
export const ROUND = 2;

/** A WitnessInput while it is being made. */
export interface Draft {
  readonly scope: Map<string, number>;
  sales: Sale[];
  answers: Answer[];
  releases: Release[];
  tables: RegionTable[];
  converged: boolean;
  unreachable: { region: string; reason: string }[];
  /** 0: there is no rule. */
  seatsPerFan: number;
  pending: number;
  holes: string[];
}

export function draftOf(seatIds: readonly string[]): Draft {
  return {
    scope: new Map(seatIds.map((seatId) => [seatId, ROUND])),
    sales: [],
    answers: [],
    releases: [],
    tables: [],
    converged: true,
    unreachable: [],
    seatsPerFan: 0,
    pending: 0,
    holes: [],
  };
}

export function inputOf(draft: Draft): WitnessInput {
  const { scope, answers, releases, tables, pending, holes, seatsPerFan } = draft;
  const { sales, converged, unreachable } = draft;
  return {
    scope,
    ledger: { sales, converged, unreachable },
    answers,
    ...(releases.length > 0 && { releases }),
    ...(seatsPerFan > 0 && { rule: { seatsPerFan } }),
    tables,
    pending,
    holes,
  };
}

type Told = Pick<Answer, 'orderId' | 'seatId' | 'buyer' | 'outcome' | 'callNs' | 'returnNs'>;

/** An answer in which what is not said is picked at random. */
export function answerOf(random: Random, told: Told & Partial<Answer>): Answer {
  const presses = chance(random, 0.2) ? 2 : 1;
  return {
    round: ROUND,
    region: pick(random, REGIONS),
    rejectionReason: null,
    read: pick(random, ['AVAILABLE', 'SOLD', null]),
    readOrderId: null,
    attempts: presses,
    conflicts: [],
    trace: [],
    presses,
    lost: false,
    intendedNs: told.callNs,
    ...told,
  };
}

type Sold = Pick<Sale, 'seatId' | 'round' | 'buyer' | 'region'> & { readonly orderId: string };

export function saleOf(random: Random, { orderId, seatId, round, buyer, region }: Sold): Sale {
  return { id: orderId, seatId, round, buyer, region, attempts: 1, soldAtMs: upTo(random, 5) };
}

type Given = Pick<Release, 'outcome' | 'callNs' | 'returnNs'>;

export function releaseOf(answer: Answer, given: Given): Release {
  const { orderId, seatId, round, buyer, region } = answer;
  return { orderId, seatId, round, buyer, region, ...given };
}

export const availableRow = (seatId: string, round = ROUND): SeatRow => ({
  seatId,
  round,
  status: 'AVAILABLE',
  owner: null,
  orderId: null,
  region: null,
});

export function soldRow({ orderId, seatId, round, buyer, region }: Sold): SeatRow {
  return { seatId, round, status: 'SOLD', owner: buyer, orderId, region };
}

/** A whole number from 0 to `most`. */
export const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));

export const chance = (random: Random, share: number): boolean => random() < share;

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[upTo(random, items.length - 1)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** @param weights how often each outcome occurs, in relation to the others */
export function pickOutcome(random: Random, weights: Readonly<Record<Outcome, number>>): Outcome {
  const { CONFIRMED, REJECTED, INDETERMINATE } = weights;
  const at = random() * (CONFIRMED + REJECTED + INDETERMINATE + weights.FAILED);
  if (at < CONFIRMED) return 'CONFIRMED';
  if (at < CONFIRMED + REJECTED) return 'REJECTED';
  return at < CONFIRMED + REJECTED + INDETERMINATE ? 'INDETERMINATE' : 'FAILED';
}
