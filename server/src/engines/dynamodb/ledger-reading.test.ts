import { expect, test } from 'vitest';
import { ledgerKey, partitionOf, shardOf, SHARDS } from './ledger-key.ts';
import { partitionsOf } from './ledger-reading.ts';

test('a scope becomes each of its partitions once, from its first seat there to its last', () => {
  expect(partitionsOf(new Map([['A1', 3]]))).toEqual([
    { key: partitionOf(3, 'A1'), first: 'A1', last: 'A1' },
  ]);
  const seats = Array.from({ length: 400 }, (_, index) => `S${index}`);
  const partitions = partitionsOf(new Map(seats.map((seatId) => [seatId, 1])));
  expect(partitions).toHaveLength(SHARDS);
  for (const { key, first, last } of partitions) {
    const inside = seats.filter((seatId) => partitionOf(1, seatId) === key).toSorted();
    expect([first, last]).toEqual([inside[0], inside.at(-1)]);
  }
});

test('keys and shards are as stored ledgers have them', () => {
  expect([shardOf('A1'), shardOf('A2'), shardOf('112-E-8')]).toEqual([7, 10, 12]);
  expect(ledgerKey({ round: 3, seatId: 'A1', orderId: 'o-9' })).toEqual({
    pk: { S: '3#7' },
    sk: { S: 'A1#o-9' },
  });
});
