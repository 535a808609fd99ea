import { expect, test } from 'vitest';
import type { Sale } from '@worldseat/schema/domain';
import { ledgerKey, partitionOf, shardOf, SHARDS } from './ledger-key.ts';
import { partitionsOf, unite } from './ledger-reading.ts';

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
  const reading = unite([
    { region: 'one', sales: [a, b] },
    { region: 'two', sales: [b, a] },
  ]);
  expect(reading).toEqual({ sales: [a, b], converged: true, unreachable: [] });
});

test('a sale that only one Region shows counts, and the Regions are not converged', () => {
  const [a, b] = [sale('a'), sale('b')];
  const reading = unite([
    { region: 'one', sales: [a] },
    { region: 'two', sales: [b] },
  ]);
  expect(reading).toEqual({ sales: [a, b], converged: false, unreachable: [] });
});

test('two versions of one sale are one sale, not converged', () => {
  const reading = unite([
    { region: 'one', sales: [sale('a')] },
    { region: 'two', sales: [{ ...sale('a'), region: 'us-east-2' }] },
  ]);
  expect(reading).toMatchObject({ sales: [{ id: 'a' }], converged: false });
  expect(reading.sales).toHaveLength(1);
});

test('an unreachable Region is named; the others still count', () => {
  const reading = unite([
    { region: 'one', sales: [sale('a')] },
    { region: 'two', reason: 'ECONNREFUSED' },
  ]);
  expect(reading).toEqual({
    sales: [sale('a')],
    converged: true,
    unreachable: [{ region: 'two', reason: 'ECONNREFUSED' }],
  });
});

test('a scope becomes each of its partitions once, narrowed when one seat is alone in it', () => {
  expect(partitionsOf(new Map([['A1', 3]]))).toEqual([
    { key: partitionOf(3, 'A1'), onlySeat: 'A1' },
  ]);
  const seats = Array.from({ length: 400 }, (_, index) => `S${index}`);
  const partitions = partitionsOf(new Map(seats.map((seatId) => [seatId, 1])));
  expect(partitions).toHaveLength(SHARDS);
  expect(partitions.every(({ onlySeat }) => onlySeat === null)).toBe(true);
});

test('keys and shards are as stored ledgers have them', () => {
  expect([shardOf('A1'), shardOf('A2'), shardOf('112-E-8')]).toEqual([7, 10, 12]);
  expect(ledgerKey({ round: 3, seatId: 'A1', orderId: 'o-9' })).toEqual({
    pk: { S: '3#7' },
    sk: { S: 'A1#o-9' },
  });
});
