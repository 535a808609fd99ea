// Histories to be judged by the million, made from a seed. Each order id, name and answer is an object
// of its own, in one piece, as it is when it was read from a file.
import {
  seededRandom,
  type Answer,
  type Random,
  type Sale,
  type SeatRow,
} from '@worldseat/schema/domain';
import type { WitnessInput } from '@worldseat/schema/witness';

const ROUND = 1;
const REGIONS = ['us-east-1', 'us-east-2'] as const;
/** The first call, in nanoseconds of the history: like most moments, it does not fit into 31 bits. */
const FIRST_CALL_NS = 10_000_000_000;
/** Between two calls. */
const CALL_EVERY_NS = 1_000;
/** From a call to its return, at most. */
const LONGEST_NS = 50_000_000;

export interface Entries {
  readonly answers: readonly Answer[];
  readonly sales: readonly Sale[];
  /** What the seats table shows of the seats that were sold here: the last owner. */
  readonly table: { readonly region: string; readonly rows: readonly SeatRow[] };
}

export interface Crowd {
  readonly name: string;
  readonly scope: ReadonlyMap<string, number>;
  /** Whether this order gets its ticket: `rank` counts the orders of its seat from 0. */
  readonly sells: (random: Random, rank: number) => boolean;
}

const first = (_: Random, rank: number): boolean => rank === 0;

export const CROWDS: readonly [Crowd, ...Crowd[]] = [
  { name: '5,000 seats', scope: floorOf(5_000), sells: first },
  { name: '80,000 seats', scope: floorOf(80_000), sells: first },
  { name: 'one seat', scope: floorOf(1), sells: first },
  {
    name: '5,000 seats, a tenth sold again',
    scope: floorOf(5_000),
    sells: (random, rank) => rank === 0 || random() < 0.1,
  },
];

/** @param part the same seed gives other orders for each; only the first part's may be sold first */
export function entriesOf(crowd: Crowd, count: number, seed: number, part = 0): Entries {
  const random = seededRandom(seed * 1_000 + part);
  const seatIds = [...crowd.scope.keys()];
  const ranks = new Int32Array(seatIds.length).fill(part);
  const answers: Answer[] = [];
  const sales: Sale[] = [];
  while (answers.length + sales.length < count) {
    const seat = Math.floor(random() * seatIds.length);
    const isSold = crowd.sells(random, ranks[seat] ?? 0);
    ranks[seat] = (ranks[seat] ?? 0) + 1;
    const index = part * count + answers.length;
    const answer = answerOf(random, seatIds[seat] ?? '', index, isSold);
    answers.push(answer);
    if (isSold) sales.push(saleOf(answer));
  }
  return { answers, sales, table: tableOf(crowd, sales, part === 0) };
}

export function inputOf({ scope }: Crowd, { answers, sales, table }: Entries): WitnessInput {
  return {
    ...{ scope, answers, pending: 0, holes: [] },
    ledger: { sales, converged: true, unreachable: [] },
    tables: [table],
  };
}

/** The burst that general checkers give up on: 60 buyers want one seat, 33 get it. */
export function reportedBurst(seed: number): WitnessInput {
  const crowd: Crowd = { name: '', scope: floorOf(1), sells: (_, rank) => rank < 33 };
  return inputOf(crowd, entriesOf(crowd, 93, seed));
}

function floorOf(seats: number): ReadonlyMap<string, number> {
  const ids = Array.from({ length: seats }, (_, at) => flat(`${100 + (at % 40)}-C-${at}`));
  return new Map(ids.map((seatId) => [seatId, ROUND]));
}

function answerOf(random: Random, seatId: string, index: number, isSold: boolean): Answer {
  const callNs = FIRST_CALL_NS + index * CALL_EVERY_NS;
  return {
    orderId: flat(`burst-k3f9x2-${index}`),
    seatId,
    round: ROUND,
    buyer: flat(`Buyer number ${index}`),
    region: REGIONS[index % 2] ?? REGIONS[0],
    outcome: isSold ? 'CONFIRMED' : 'REJECTED',
    rejectionReason: isSold ? null : 'SEAT_TAKEN',
    read: isSold ? 'AVAILABLE' : 'SOLD',
    readOrderId: null,
    attempts: 1,
    conflicts: [],
    trace: [],
    presses: 1,
    lost: false,
    intendedNs: callNs,
    callNs,
    returnNs: callNs + Math.ceil(random() * LONGEST_NS),
  };
}

function saleOf({ orderId, seatId, round, buyer, region, returnNs }: Answer): Sale {
  const id = flat(`${orderId.slice(0, 6)}${orderId.slice(6)}`);
  return { id, seatId, round, buyer, region, attempts: 1, soldAtMs: Math.floor(returnNs / 1e6) };
}

/** @param isFirst whether seats without a sale are shown, too */
function tableOf({ scope }: Crowd, sales: readonly Sale[], isFirst: boolean): Entries['table'] {
  const rows = new Map<string, SeatRow>();
  const nobody = { status: 'AVAILABLE', owner: null, orderId: null, region: null } as const;
  for (const [seatId, round] of isFirst ? scope : [])
    rows.set(seatId, { seatId, round, ...nobody });
  for (const { id: orderId, seatId, round, buyer: owner, region } of sales) {
    rows.set(seatId, { seatId, round, status: 'SOLD', owner, orderId, region });
  }
  return { region: REGIONS[0], rows: [...rows.values()] };
}

/** A text that was put together from parts is one piece only once it is looked into. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}
