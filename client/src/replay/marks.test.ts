import type { Answer } from '@worldseat/schema/domain';
import { seededRandom } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import { expect, it } from 'vitest';
import { BurstMoments } from './moment.ts';
import { marksOf } from './marks.ts';
import { randomBurst } from './testing.ts';

const TEMPLATE = randomBurst(seededRandom(1));

function answer(number: number, changes: Partial<Answer>): Answer {
  const [callNs, returnNs] = [number * 10, number * 10 + 8];
  return {
    ...{ orderId: `order-${number}`, seatId: 'A1', round: 2, buyer: `B${number}` },
    ...{ region: 'us-east-1', outcome: 'CONFIRMED', rejectionReason: null, read: 'AVAILABLE' },
    ...{ readOrderId: null, attempts: 1, conflicts: [], presses: 1, lost: false },
    trace: [
      {
        startNs: callNs,
        readNs: callNs + 2,
        writeNs: callNs + 3,
        endNs: callNs + 6,
        conflict: null,
      },
    ],
    ...{ intendedNs: callNs, callNs, returnNs, ...changes },
  };
}

function burstOf(answers: readonly Answer[]): History {
  const orders = answers.map(({ orderId: id, seatId, buyer, region }) => ({
    ...{ id, seatId, buyer, region },
  }));
  const sales = orders.map(({ id, seatId, buyer, region }) => ({
    ...{ id, seatId, buyer, region, round: 2, attempts: 1, soldAtMs: 1 },
  }));
  return {
    ...TEMPLATE,
    ...{ scope: new Map([['A1', 2]]), orders, answers, markers: [{ atNs: 5, label: 'begins' }] },
    ledger: { ...TEMPLATE.ledger, sales },
  };
}

it('marks markers, faults, and the second sale of a seat, by time; conflicts are no faults', () => {
  const refused = { startNs: 31, readNs: 32, writeNs: 33, endNs: 34 };
  const history = burstOf([
    answer(0, {}),
    answer(1, {}),
    answer(2, { outcome: 'INDETERMINATE', lost: true }),
    answer(3, { trace: [{ ...refused, conflict: '40001 OC000' }] }),
    answer(4, { trace: [{ ...refused, endNs: 44, conflict: 'ECONNRESET' }] }),
  ]);
  expect(marksOf([new BurstMoments(history)])).toEqual([
    { atNs: 5, kind: 'MARKER', label: 'begins' },
    { atNs: 16, kind: 'CONTRADICTION', label: 'A1 is sold a second time, to B1 (us-east-1)' },
    { atNs: 26, kind: 'FAULT', label: 'The answer to B2 (us-east-1) was lost' },
    { atNs: 44, kind: 'FAULT', label: 'An attempt of B4 (us-east-1) broke off: ECONNRESET' },
  ]);
});

it('counts a sale whose buyer was not told at the end, when the ledger was read back', () => {
  const history = burstOf([answer(0, {}), answer(1, { outcome: 'INDETERMINATE', lost: true })]);
  const moments = new BurstMoments(history);
  expect(moments.sales.map(({ atNs, isReadBack }) => ({ atNs, isReadBack }))).toEqual([
    { atNs: 6, isReadBack: false },
    { atNs: 18, isReadBack: true },
  ]);
  expect(marksOf([moments]).at(-1)?.label).toContain('read back');
});

it('is bounded, however much went wrong', () => {
  const lost = Array.from({ length: 2_000 }, (_, at) => answer(at, { lost: true }));
  expect(marksOf([new BurstMoments(burstOf(lost))]).length).toBeLessThanOrEqual(400);
});
