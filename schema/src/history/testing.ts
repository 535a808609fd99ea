// Small bursts at one seat, for tests. Neither the server nor the page imports this.
import type { Answer, Sale, SeatRow } from '../domain/index.ts';
import type { History, HistoryHeader } from './types.ts';

const REGIONS = ['us-east-1', 'us-east-2'] as const;
const ROUND = 3;

export const HEADER: HistoryHeader = {
  burst: {
    id: 'dsql-m1-1',
    scenario: 'ONE_SEAT',
    strategy: 'NAIVE',
    seed: 7,
    buyers: 3,
    seatId: 'A1',
    round: ROUND,
    startedAt: '2026-01-02T03:04:05.678Z',
  },
  engine: {
    id: 'dsql',
    name: 'Aurora DSQL',
    consistency: 'snapshot isolation',
    deployment: 'EMBEDDED',
    components: 'PostgreSQL 17, a gateway',
    regions: REGIONS,
  },
  settings: { connectionsPerRegion: 10, mode: 'commit' },
  software: { worldseat: '0.1.0', node: 'v20.0.0' },
  venue: 'hall',
  rule: null,
};

/** One buyer of A1: where, told what, from when to when; who did not answer has no outcome. */
export interface Buyer {
  readonly name: string;
  readonly region?: string;
  readonly outcome?: Answer['outcome'];
  readonly from: number;
  readonly to: number;
  readonly changes?: Partial<Answer>;
}

/** A burst at A1, with times in milliseconds. Who was CONFIRMED has a sale; the last one the row. */
export function burstAtA1(buyers: readonly Buyer[], changes: Partial<History> = {}): History {
  const answers = buyers.flatMap((buyer) => answerOf(buyer) ?? []);
  const sold = answers.filter(({ outcome }) => outcome === 'CONFIRMED');
  const row = rowOf(sold.at(-1) ?? null);
  return {
    header: { ...HEADER, burst: { ...HEADER.burst, buyers: buyers.length } },
    scope: new Map([['A1', ROUND]]),
    orders: buyers.map(({ name, region = REGIONS[0] }) => ({
      ...{ id: `order-${name}`, seatId: 'A1', buyer: name, region },
    })),
    answers,
    releases: [],
    markers: [],
    ledger: { sales: sold.map(saleOf), converged: true, unreachable: [] },
    tables: REGIONS.map((region) => ({ region, rows: [row] })),
    holes: [],
    ...changes,
  };
}

function answerOf({ name, region = REGIONS[0], outcome, from, to, changes }: Buyer): Answer | null {
  if (outcome === undefined) return null;
  const [callNs, returnNs] = [from * 1e6, to * 1e6];
  return {
    ...{ orderId: `order-${name}`, seatId: 'A1', round: ROUND, buyer: name, region, outcome },
    rejectionReason: outcome === 'REJECTED' ? 'SEAT_TAKEN' : null,
    read: outcome === 'REJECTED' ? 'SOLD' : 'AVAILABLE',
    readOrderId: null,
    ...{ attempts: 1, conflicts: [], presses: 1, lost: false },
    trace: [{ startNs: callNs, readNs: callNs, writeNs: null, endNs: returnNs, conflict: null }],
    ...{ intendedNs: callNs, callNs, returnNs },
    ...changes,
  };
}

function saleOf({ orderId, seatId, round, buyer, region, returnNs }: Answer): Sale {
  return {
    id: orderId,
    seatId,
    round,
    buyer,
    region,
    attempts: 1,
    soldAtMs: 1e12 + returnNs / 1e6,
  };
}

const rowOf = (holder: Answer | null): SeatRow => ({
  seatId: 'A1',
  round: ROUND,
  status: holder === null ? 'AVAILABLE' : 'SOLD',
  owner: holder?.buyer ?? null,
  orderId: holder?.orderId ?? null,
  region: holder?.region ?? null,
});
