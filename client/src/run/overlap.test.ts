import type { Answer } from '@worldseat/schema/domain';
import type { Breach } from '@worldseat/schema/witness';
import { expect, it } from 'vitest';
import { overlapOf } from './overlap.ts';

const answer = (orderId: string, callNs: number, returnNs: number): Answer => ({
  orderId,
  seatId: 'A1',
  round: 3,
  buyer: `Buyer ${orderId}`,
  region: 'us-east-1',
  outcome: 'CONFIRMED',
  rejectionReason: null,
  read: 'AVAILABLE',
  readOrderId: null,
  attempts: 1,
  conflicts: [],
  trace: [
    { startNs: callNs, readNs: callNs + 1e6, writeNs: null, endNs: returnNs, conflict: null },
  ],
  presses: 1,
  lost: false,
  intendedNs: 0,
  callNs,
  returnNs,
});

const breach = (orderIds: readonly string[]): Breach => ({
  rule: 'W1',
  seatId: 'A1',
  round: 3,
  orderIds,
  entries: [],
  cause: 'SAME_REGION_RACE',
  words: 'Both hold it.',
});

it('puts the orders of a breach on one axis, from the first call to the last answer', () => {
  const answers = new Map(
    [answer('a', 2e6, 6e6), answer('b', 4e6, 12e6)].map((a) => [a.orderId, a]),
  );
  expect(overlapOf(breach(['a', 'b', 'unknown']), answers)).toMatchObject({
    fromMs: 2,
    toMs: 12,
    bars: [
      { orderId: 'a', who: 'Buyer a', from: 0, to: 0.4, reads: [0.1], writes: [] },
      { orderId: 'b', who: 'Buyer b', from: 0.2, to: 1, reads: [0.3], writes: [] },
    ],
  });
});

it('has nothing to draw of orders that were never answered', () => {
  expect(overlapOf(breach(['a']), new Map())).toBe(null);
});
