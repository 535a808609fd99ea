// Small histories for the tests of the questions: three buyers want one seat, two get it. The server
// and the page never import this.
import type { Answer, Attempt, Order, Sale } from '../../domain/index.ts';
import type { History, HistoryHeader } from '../types.ts';

const MS = 1e6;

export const attemptAt = (startMs: number, endMs: number, writes = true): Attempt => ({
  startNs: startMs * MS,
  readNs: (startMs + 1) * MS,
  writeNs: writes ? (startMs + 2) * MS : null,
  endNs: endMs * MS,
  conflict: null,
});

/** An answer to Ana for A1, called at 0 ms and returned at 10 ms, changed as said. */
export function answerOf(changes: Partial<Answer> = {}): Answer {
  const buyer = changes.buyer ?? 'Ana';
  return {
    orderId: `order-${buyer}`,
    seatId: 'A1',
    round: 3,
    buyer,
    region: 'us-east-1',
    outcome: 'CONFIRMED',
    rejectionReason: null,
    read: 'AVAILABLE',
    readOrderId: null,
    attempts: 1,
    conflicts: [],
    trace: [attemptAt(0, 9)],
    presses: 1,
    lost: false,
    intendedNs: 0,
    callNs: 0,
    returnNs: 10 * MS,
    ...changes,
  };
}

export const saleOf = ({ orderId: id, seatId, round, buyer, region, attempts }: Answer): Sale => ({
  id,
  seatId,
  round,
  buyer,
  region,
  attempts,
  soldAtMs: 1_700_000_000_000,
});

const orderOf = ({ orderId: id, seatId, buyer, region }: Answer): Order => ({
  id,
  seatId,
  buyer,
  region,
});

const header = (buyers: number): HistoryHeader => ({
  burst: {
    id: 'burst-1',
    scenario: 'ONE_SEAT',
    strategy: 'NAIVE',
    seed: 7,
    buyers,
    seatId: 'A1',
    round: 3,
    startedAt: '2026-11-25T18:03:00.000Z',
  },
  engine: {
    id: 'dynamodb',
    name: 'DynamoDB Global Tables',
    consistency: 'eventual, last writer wins',
    deployment: 'EMBEDDED',
    components: 'memory',
    regions: ['us-east-1', 'us-east-2'],
  },
  settings: {},
  software: { worldseat: '0.1.0', node: '20.19.0' },
  venue: 'hall',
  rule: null,
});

/** What these answers make: every CONFIRMED one has its sale, A1 and A2 are on sale in round 3. */
export function historyOf(answers: readonly Answer[], changes: Partial<History> = {}): History {
  const sales = answers.filter(({ outcome }) => outcome === 'CONFIRMED').map(saleOf);
  const last = sales.at(-1);
  const row = {
    seatId: 'A1',
    round: 3,
    status: last ? ('SOLD' as const) : ('AVAILABLE' as const),
    owner: last?.buyer ?? null,
    orderId: last?.id ?? null,
    region: last?.region ?? null,
  };
  const regions = ['us-east-1', 'us-east-2'];
  return {
    header: header(answers.length),
    scope: new Map([
      ['A1', 3],
      ['A2', 3],
    ]),
    orders: answers.map(orderOf),
    answers,
    releases: [],
    markers: [],
    ledger: { sales, converged: true, unreachable: [] },
    tables: regions.map((region) => ({ region, rows: [row, freeRow] })),
    holes: [],
    ...changes,
  };
}

const freeRow = {
  seatId: 'A2',
  round: 3,
  status: 'AVAILABLE' as const,
  owner: null,
  orderId: null,
  region: null,
};

/** Ana and Bo both hold A1, each in a Region of their own; Cy in Bo's Region was told no. */
export const soldTwice = (): History =>
  historyOf([
    answerOf(),
    answerOf({
      buyer: 'Bo',
      region: 'us-east-2',
      callNs: 1 * MS,
      returnNs: 14 * MS,
      trace: [attemptAt(1, 12)],
    }),
    answerOf({
      buyer: 'Cy',
      region: 'us-east-2',
      outcome: 'REJECTED',
      rejectionReason: 'SEAT_TAKEN',
      read: 'SOLD',
      readOrderId: 'order-Bo',
      callNs: 13 * MS,
      returnNs: 16 * MS,
      trace: [attemptAt(13, 15, false)],
    }),
  ]);
