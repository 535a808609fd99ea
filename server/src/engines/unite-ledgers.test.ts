import { expect, test } from 'vitest';
import type { Sale } from '@worldseat/schema/domain';
import { uniteLedgers } from './unite-ledgers.ts';

const sale = (id: string, seatId = 'A1'): Sale => ({
  id,
  seatId,
  round: 1,
  buyer: 'ann',
  region: 'us-east-1',
  attempts: 1,
  soldAtMs: 5,
});

test('the union holds each sale once; equal Regions are converged', () => {
  const [a, b] = [sale('a'), sale('b')];
  const reading = uniteLedgers([
    { region: 'one', sales: [a, b] },
    { region: 'two', sales: [{ ...b }, { ...a }] },
  ]);
  expect(reading).toEqual({ sales: [a, b], converged: true, unreachable: [] });
});

test('a sale that only one Region shows counts, and the Regions are not converged', () => {
  const [a, b] = [sale('a'), sale('b')];
  for (const other of [[], [b]]) {
    const reading = uniteLedgers([
      { region: 'one', sales: [a] },
      { region: 'two', sales: other },
    ]);
    expect(reading).toEqual({ sales: [a, ...other], converged: false, unreachable: [] });
  }
});

test('two versions of one sale are one sale, not converged', () => {
  const versions = [{ buyer: 'bob' }, { region: 'us-east-2' }, { attempts: 2 }, { soldAtMs: 6 }];
  for (const version of versions) {
    const reading = uniteLedgers([
      { region: 'one', sales: [sale('a')] },
      { region: 'two', sales: [{ ...sale('a'), ...version }] },
    ]);
    expect(reading).toEqual({ sales: [sale('a')], converged: false, unreachable: [] });
  }
});

test('one order id in two rounds, or on two seats, is two sales', () => {
  const sales = [sale('a'), { ...sale('a'), round: 2 }, sale('a', 'A2')];
  const reading = uniteLedgers([{ region: 'one', sales }]);
  expect(reading).toEqual({ sales, converged: true, unreachable: [] });
});

test('an unreachable Region is named; the others still count', () => {
  const reading = uniteLedgers([
    { region: 'one', sales: [sale('a')] },
    { region: 'two', reason: 'ECONNREFUSED' },
  ]);
  expect(reading).toEqual({
    sales: [sale('a')],
    converged: true,
    unreachable: [{ region: 'two', reason: 'ECONNREFUSED' }],
  });
});
