import { describe, expect, it } from 'vitest';
import type { Answer, Sale } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import { figuresOf } from './figures.ts';

const REGION = 'us-east-1';
const MS = 1e6;

function answer(index: number, changes: Partial<Answer> = {}): Answer {
  return {
    orderId: `order-${index}`,
    seatId: 'A1',
    round: 1,
    buyer: `Buyer ${index}`,
    region: REGION,
    outcome: 'CONFIRMED',
    rejectionReason: null,
    read: 'AVAILABLE',
    readOrderId: null,
    attempts: 1,
    conflicts: [],
    trace: [{ startNs: 0, readNs: 2 * MS, writeNs: 3 * MS, endNs: 8 * MS, conflict: null }],
    presses: 1,
    lost: false,
    intendedNs: 0,
    callNs: 0,
    returnNs: 10 * MS,
    ...changes,
  };
}

function sale({ orderId, seatId, round, buyer, region, attempts }: Answer, at: number): Sale {
  return { id: orderId, seatId, round, buyer, region, attempts, soldAtMs: at };
}

/** @param answers those that were confirmed have their sale in the ledger */
function history(answers: readonly Answer[]): History {
  const sold = answers.filter(({ outcome }) => outcome === 'CONFIRMED');
  const last = sold.at(-1);
  const row = {
    seatId: 'A1',
    round: 1,
    status: last === undefined ? ('AVAILABLE' as const) : ('SOLD' as const),
    owner: last?.buyer ?? null,
    orderId: last?.orderId ?? null,
    region: last?.region ?? null,
  };
  const burst = {
    id: 'b',
    scenario: 'ONE_SEAT',
    strategy: 'NAIVE',
    seed: 1,
    seatId: 'A1',
  } as const;
  const facts = { id: 'postgres', name: 'PostgreSQL', deployment: 'EMBEDDED' } as const;
  return {
    header: {
      burst: { ...burst, buyers: answers.length, round: 1, startedAt: '2026-01-01T00:00:00.000Z' },
      engine: { ...facts, consistency: 'read committed', components: 'none', regions: [REGION] },
      settings: { lagMs: 0 },
      software: { worldseat: '0.0.0', node: '20.0.0' },
      venue: 'hall',
      rule: null,
    },
    scope: new Map([['A1', 1]]),
    orders: answers.map(({ orderId, seatId, buyer, region }) => ({
      id: orderId,
      seatId,
      buyer,
      region,
    })),
    answers,
    releases: [],
    markers: [],
    ledger: { sales: sold.map(sale), converged: true, unreachable: [] },
    tables: [{ region: REGION, rows: [row] }],
    holes: [],
  };
}

const REJECTED = { outcome: 'REJECTED', rejectionReason: 'SEAT_TAKEN', read: 'SOLD' } as const;

describe('the figures of a cell', () => {
  it('are those of its history', () => {
    const idle = { startNs: 0, writeNs: null, endNs: 20 * MS, conflict: null };
    const late = answer(2, {
      ...REJECTED,
      readOrderId: 'order-1',
      attempts: 2,
      conflicts: ['40001'],
      trace: [{ ...idle, readNs: 15 * MS }],
      callNs: 10 * MS,
      returnNs: 20 * MS,
    });
    expect(figuresOf(history([answer(0), answer(1), late]))).toEqual({
      result: 'VIOLATED',
      reasons: [expect.stringContaining('A1')],
      sales: 2,
      doubleSells: 1,
      predictedDoubleSells: 1,
      overLimit: 0,
      abortsPerSale: 0.5,
      p50Ms: 10,
      p99Ms: 20,
      ordersPerSecond: 150,
    });
  });

  it('of a burst that nobody answered prove nothing', () => {
    expect(figuresOf(history([]))).toEqual({
      result: 'UNPROVEN',
      reasons: expect.arrayContaining([expect.any(String)]) as unknown,
      sales: 0,
      doubleSells: 0,
      predictedDoubleSells: 0,
      overLimit: 0,
      abortsPerSale: null,
      p50Ms: null,
      p99Ms: null,
      ordersPerSecond: 0,
    });
  });
});
