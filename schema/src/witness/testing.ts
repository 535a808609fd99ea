// Histories for the tests of the Witness: random ones that a correct engine could have produced, from
// a seed, and small ones to plant a breach in. The server and the page never import this.
import type { Answer, Outcome, Random, Release, Sale, SeatRow } from '../domain/index.ts';
import type { SoldTicket } from './records/index.ts';
import { Tickets } from './records/tickets.ts';
import type { WitnessInput } from './types.ts';

/** What an answer says of itself where nothing is to be noted. */
const QUIET = {
  rejectionReason: null,
  read: 'AVAILABLE',
  readOrderId: null,
  attempts: 1,
  conflicts: [],
  trace: [],
  presses: 1,
  lost: false,
} as const satisfies Partial<Answer>;

const REGIONS = ['us-east-1', 'us-east-2'] as const;

/** A WitnessInput whose parts a test can change. */
export interface History {
  scope: Map<string, number>;
  sales: Sale[];
  answers: Answer[];
  /** One list a Region, in the order of REGIONS. */
  rows: SeatRow[][];
}

export function inputOf(history: History, changes: Partial<WitnessInput> = {}): WitnessInput {
  return {
    scope: history.scope,
    ledger: { sales: history.sales, converged: true, unreachable: [] },
    answers: history.answers,
    tables: REGIONS.map((region, index) => ({ region, rows: history.rows[index] ?? [] })),
    pending: 0,
    holes: [],
    ...changes,
  };
}

export const saleOf = (answer: Answer): Sale => ({
  id: answer.orderId,
  seatId: answer.seatId,
  round: answer.round,
  buyer: answer.buyer,
  region: answer.region,
  attempts: Math.max(1, answer.attempts),
  soldAtMs: 1_000 + answer.returnNs,
});

export const rowOf = (seatId: string, round: number, answer: Answer | null): SeatRow => ({
  seatId,
  round,
  status: answer === null ? 'AVAILABLE' : 'SOLD',
  owner: answer?.buyer ?? null,
  orderId: answer?.orderId ?? null,
  region: answer?.region ?? null,
});

/** A history in which each seat was sold at most once and everybody was told the truth. */
export function legalHistory(random: Random, seatCount: number, mostOrders: number): History {
  const history: History = { scope: new Map(), sales: [], answers: [], rows: [[], []] };
  for (let seat = 1; seat <= seatCount; seat += 1) {
    sellOnce(history, random, `S${seat}`, Math.floor(random() * (mostOrders + 1)));
  }
  return history;
}

function sellOnce(history: History, random: Random, seatId: string, orders: number): void {
  const round = 1 + Math.floor(random() * 5);
  history.scope.set(seatId, round);
  const winner = Math.floor(random() * (orders + 1)) - 1;
  const first = history.answers.length;
  for (let index = 0; index < orders; index += 1) {
    const outcome = index === winner ? 'CONFIRMED' : pick(random, LOSERS);
    const lost = outcome === 'CONFIRMED' && random() < 0.1;
    history.answers.push(answerOf(random, seatId, round, index, lost ? 'INDETERMINATE' : outcome));
  }
  const others = history.answers.splice(first);
  const called = others[winner]?.callNs ?? firstCallNs(others, 'INDETERMINATE');
  history.answers.push(...others.map((answer) => afterCall(answer, called)));
  const won =
    winner < 0 ? null : (history.answers[history.answers.length - orders + winner] ?? null);
  if (won !== null) history.sales.push(saleOf(won));
  for (const rows of history.rows) rows.push(rowOf(seatId, round, won));
  if (random() < 0.5) anEarlierRound(history, random, seatId, round - 1);
}

/** Nobody is told that a seat is taken before somebody can have it; a seat nobody has is never taken. */
function afterCall(answer: Answer, calledNs: number): Answer {
  if (answer.outcome !== 'REJECTED' || answer.returnNs >= calledNs) return answer;
  return calledNs < Infinity ? { ...answer, returnNs: calledNs } : { ...answer, outcome: 'FAILED' };
}

const firstCallNs = (answers: readonly Answer[], outcome: Outcome): number =>
  Math.min(...answers.map((it) => (it.outcome === outcome ? it.callNs : Infinity)));

/** Records outside the scope, which must not be judged: here even two sales of one round. */
function anEarlierRound(history: History, random: Random, seatId: string, round: number): void {
  for (const index of [90, 91]) {
    history.sales.push(saleOf(answerOf(random, seatId, round, index, 'CONFIRMED')));
    history.answers.push(answerOf(random, seatId, round, index + 2, 'CONFIRMED'));
  }
}

const LOSERS: readonly Outcome[] = ['REJECTED', 'REJECTED', 'REJECTED', 'FAILED', 'INDETERMINATE'];

export function answerOf(
  random: Random,
  seatId: string,
  round: number,
  index: number,
  outcome: Outcome,
): Answer {
  const callNs = Math.floor(random() * 1e6);
  return {
    orderId: `${seatId}-${round}-${index}`,
    seatId,
    round,
    buyer: `Buyer ${index}`,
    region: pick(random, REGIONS),
    outcome,
    ...QUIET,
    read: null,
    attempts: 1 + Math.floor(random() * 3),
    intendedNs: callNs,
    callNs,
    returnNs: callNs + Math.floor(random() * 1e6),
  };
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

/** What one buyer of A1 in round 4 was told; ids count the buyers, calls follow one another. */
export function told(buyer: string, region: string, outcome: Outcome, seatId = 'A1'): Answer {
  const at = buyer.length + buyer.charCodeAt(0);
  return {
    orderId: `order-${buyer}`,
    seatId,
    round: 4,
    buyer,
    region,
    outcome,
    ...QUIET,
    intendedNs: at,
    callNs: at,
    returnNs: at + 10,
  };
}

/** The ticket of this answer is given back between these times. */
export function releaseOf(
  { orderId, seatId, round, buyer, region }: Answer,
  callNs: number,
  returnNs = callNs,
  outcome: Release['outcome'] = 'RELEASED',
): Release {
  return { orderId, seatId, round, buyer, region, outcome, callNs, returnNs };
}

/** One seat, A1, in round 4: who was told what, who holds a sale, whom both tables show. */
export function seatA1(answers: Answer[], sold: Answer[], owner: Answer | null): History {
  const rows = (): History['rows'][number] => [rowOf('A1', 4, owner)];
  return {
    scope: new Map([['A1', 4]]),
    answers,
    sales: sold.map(saleOf),
    rows: [rows(), rows()],
  };
}

/** In the ledger, as its answer says: the ticket that the records make of it. */
export function soldTicket(answer: Answer, release: Release | null = null): SoldTicket {
  const tickets = new Tickets(1);
  const sale = saleOf(answer);
  tickets.hearAnswer(0, answer);
  tickets.hearSale(0, sale);
  if (release !== null) tickets.hearRelease(0, release);
  return { ...tickets.ticketOf(0), sale };
}

/** As long as no answer of its order is known. */
export function untold(ticket: SoldTicket): SoldTicket {
  return { ...ticket, told: null, callNs: -Infinity, returnNs: Infinity, isUnsure: false };
}
