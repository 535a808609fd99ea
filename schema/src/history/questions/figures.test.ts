import { expect, test } from 'vitest';
import { judge } from '../../witness/index.ts';
import { witnessInputOf } from '../witness-input.ts';
import type { History } from '../types.ts';
import { compareFigures, figuresOf, isSamePlan } from './index.ts';
import { answerOf, historyOf, soldTwice } from './testing.ts';

const figuresAt = (history: History) => figuresOf(history, judge(witnessInputOf(history)));

test('the figures of a burst: told from the answers, sold from the ledger', () => {
  expect(figuresAt(soldTwice())).toEqual({
    orders: 3,
    told: 2,
    rejected: 1,
    indeterminate: 0,
    failed: 0,
    sales: 2,
    seatsSold: 1,
    doubleSells: 1,
    hiddenSales: 1,
    overLimit: 0,
    wrongRejections: 0,
    attempts: 3,
    maxAttempts: 1,
    conflicts: 0,
    abortsPerSale: 0,
    presses: 3,
    elapsedMs: 16,
    ordersPerSecond: 187.5,
    p50Ms: 14,
    p95Ms: 16,
    p99Ms: 16,
    maxMs: 16,
  });
});

test('a confirmation without a sale is told, and not sold', () => {
  const told = historyOf([answerOf()]);
  const history = { ...told, ledger: { ...told.ledger, sales: [] } };
  expect(figuresAt(history)).toMatchObject({ told: 1, sales: 0, abortsPerSale: null });
});

test('two bursts side by side: differences and ratios, null where there is none', () => {
  const [two, none] = [figuresAt(soldTwice()), figuresAt(historyOf([]))];
  const compared = new Map(compareFigures(none, two).map((it) => [it.figure, it]));
  const back = new Map(compareFigures(two, none).map((it) => [it.figure, it]));
  expect([compared.get('sales'), compared.get('p50Ms'), back.get('sales')]).toEqual([
    { figure: 'sales', a: 0, b: 2, difference: 2, ratio: null },
    { figure: 'p50Ms', a: null, b: 14, difference: null, ratio: null },
    { figure: 'sales', a: 2, b: 0, difference: -2, ratio: 0 },
  ]);
});

test('the same plan: seed, scenario, buyers, and every wish; ids and outcomes do not matter', () => {
  const one = soldTwice();
  const burst = (changes: Partial<History['header']['burst']>): History => ({
    ...one,
    header: { ...one.header, burst: { ...one.header.burst, ...changes } },
  });
  const wish = (changes: Partial<History['orders'][number]>): History => ({
    ...one,
    orders: one.orders.map((order, index) => (index === 1 ? { ...order, ...changes } : order)),
  });
  const visitor = { id: 'visitor', seatId: 'A1', buyer: 'Zoe', region: 'us-east-1' };
  const same = [
    burst({ id: 'other', strategy: 'CONDITIONAL', round: 9 }),
    wish({ id: 'other' }),
    { ...one, orders: [...one.orders, visitor] },
  ];
  const different = [
    burst({ seed: 8 }),
    burst({ scenario: 'RETRY_STORM' }),
    burst({ buyers: 4 }),
    wish({ seatId: 'A2' }),
    wish({ buyer: 'Di' }),
    wish({ region: 'us-east-1' }),
    { ...one, orders: one.orders.slice(1) },
  ];
  expect(same.map((other) => isSamePlan(one, other))).toEqual([true, true, true]);
  expect(different.map((other) => isSamePlan(one, other))).toEqual(different.map(() => false));
});
