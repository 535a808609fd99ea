import { describe, expect, it } from 'vitest';
import { STRATEGIES, type Answer, type Strategy } from '../domain/index.ts';
import { predictDoubleSells } from './prediction.ts';
import type { History } from './types.ts';

const EAST = 'us-east-1';
const WEST = 'us-west-2';
const MS = 1e6;

interface Buyer {
  readonly region?: string;
  readonly seat?: string;
  readonly readMs: number;
  /** From the read to the end of an attempt that wrote in the middle of it; null: wrote nothing. */
  readonly windowMs?: number | null;
  readonly outcome?: Answer['outcome'];
}

function answerOf(buyer: Buyer, index: number): Answer {
  const { readMs, windowMs = 10, region = EAST, seat = 'A1', outcome = 'CONFIRMED' } = buyer;
  const readNs = readMs * MS;
  const endNs = (readMs + (windowMs ?? 1)) * MS;
  // Both writes at once after the read: on a database without transactions, half of it each.
  const writeNs = windowMs === null ? null : readNs;
  return {
    orderId: `order-${index}`,
    seatId: seat,
    round: 1,
    buyer: `Buyer ${index}`,
    region,
    outcome,
    rejectionReason: outcome === 'REJECTED' ? 'SEAT_TAKEN' : null,
    read: 'AVAILABLE',
    readOrderId: null,
    attempts: 1,
    conflicts: [],
    trace: [{ startNs: 0, readNs, writeNs, endNs, conflict: null }],
    presses: 1,
    lost: false,
    intendedNs: 0,
    callNs: 0,
    returnNs: endNs,
  };
}

interface Setting {
  readonly consistency?: string;
  readonly strategy?: Strategy;
  readonly lagMs?: number;
}

function predict(buyers: readonly Buyer[], setting: Setting = {}): number {
  const { consistency = 'READ COMMITTED', strategy = 'NAIVE', lagMs = 0 } = setting;
  const answers = buyers.map(answerOf);
  const history: History = {
    header: {
      burst: {
        id: 'burst-1',
        scenario: 'ONE_SEAT',
        strategy,
        seed: 1,
        buyers: buyers.length,
        seatId: 'A1',
        round: 1,
        startedAt: '2026-01-01T00:00:00.000Z',
      },
      engine: {
        id: 'engine',
        name: 'Engine',
        consistency,
        deployment: 'EMBEDDED',
        components: 'none',
        regions: [EAST, WEST],
      },
      settings: { lagMs },
      software: { worldseat: '0.0.0', node: '20.0.0' },
      venue: 'hall',
      rule: null,
    },
    scope: new Map([['A1', 1]]),
    orders: [],
    answers,
    releases: [],
    markers: [],
    ledger: { sales: [], converged: true, unreachable: [] },
    tables: [],
    holes: [],
  };
  return predictDoubleSells(history);
}

describe('predicted double sells', () => {
  it('are those who read before the first write can be seen', () => {
    const inTime = [{ readMs: 0 }, { readMs: 3 }, { readMs: 9 }];
    const late = [{ readMs: 11 }, { readMs: 500 }].map((buyer) => ({ ...buyer, windowMs: null }));
    expect(predict([...inTime, ...late])).toBe(2);
  });

  it('are none when everybody reads after the one before has written', () => {
    expect(predict([{ readMs: 0 }, { readMs: 20 }, { readMs: 40 }])).toBe(0);
  });

  it('are an expectation over the measured windows', () => {
    // The second buyer reads at 5 ms: half of the measured windows are longer than that.
    expect(
      predict([
        { readMs: 0, windowMs: 4 },
        { readMs: 5, windowMs: 8 },
      ]),
    ).toBe(0.5);
  });

  it('do not change with who was told to have sold', () => {
    const buyers = [{ readMs: 0 }, { readMs: 1 }, { readMs: 2, windowMs: null }];
    const rejected = buyers.map((buyer) =>
      buyer.windowMs === null ? { ...buyer, outcome: 'REJECTED' as const } : buyer,
    );
    expect([predict(buyers), predict(rejected)]).toEqual([2, 2]);
  });

  it('are counted seat by seat', () => {
    const buyers = [0, 1, 2].map((readMs) => ({ readMs }));
    expect(predict([...buyers, ...buyers.map((buyer) => ({ ...buyer, seat: 'A2' }))])).toBe(4);
  });

  it('are seen in another Region only after the lag', () => {
    const buyers = [{ readMs: 0 }, { readMs: 30, region: WEST }];
    const consistency = 'eventual, last writer wins';
    // The seat is written half way through the window of 10 ms.
    expect(predict(buyers, { consistency, lagMs: 24 })).toBe(0);
    expect(predict(buyers, { consistency, lagMs: 26 })).toBe(1);
    expect(predict(buyers, { consistency: 'strong reads, last writer wins', lagMs: 26 })).toBe(0);
  });

  it('are one for each other Region at most where a write is guarded in its own Region', () => {
    const crowd = [0, 1, 2, 3].flatMap((readMs) => [{ readMs }, { readMs, region: WEST }]);
    const setting = { consistency: 'eventual, last writer wins', lagMs: 50 };
    expect(predict(crowd, { ...setting, strategy: 'NAIVE' })).toBe(7);
    expect(predict(crowd, { ...setting, strategy: 'CONDITIONAL' })).toBe(1);
    // Far enough apart, the write of the first Region arrives before the second one's guard.
    const apart = [{ readMs: 0 }, { readMs: 90, region: WEST }];
    expect(predict(apart, { ...setting, strategy: 'CONDITIONAL' })).toBe(0);
  });

  it('are 0 of a burst in which nobody wrote, or nobody answered', () => {
    const idle = [0, 1].map((readMs) => ({ readMs, windowMs: null }));
    expect([predict(idle), predict([])]).toEqual([0, 0]);
  });

  it('do not take the windows of writes that a guard turned away', () => {
    const consistency = 'eventual, last writer wins';
    const turnedAway = [1, 2].map((readMs) => ({
      readMs,
      windowMs: 900,
      outcome: 'REJECTED' as const,
    }));
    const buyers = [{ readMs: 0 }, ...turnedAway, { readMs: 100, region: WEST }];
    expect(predict(buyers, { consistency, strategy: 'CONDITIONAL', lagMs: 1 })).toBe(0);
  });
});

describe('of a database that refuses every second writer', () => {
  const crowd = Array.from({ length: 30 }, (_, index) => ({ readMs: index / 10 }));

  it.each(['snapshot isolation', 'REPEATABLE READ', 'SERIALIZABLE'])(
    '%s: none, whatever the strategy',
    (consistency) => {
      const all = STRATEGIES.map((strategy) => predict(crowd, { consistency, strategy }));
      expect(all).toEqual([0, 0, 0, 0]);
    },
  );

  it.each(['READ COMMITTED', 'strong reads, last writer wins'])(
    '%s: none where the strategy guards, locks or counts',
    (consistency) => {
      const all = STRATEGIES.map((strategy) => predict(crowd, { consistency, strategy }) > 0);
      expect(all).toEqual([true, false, false, false]);
    },
  );
});
