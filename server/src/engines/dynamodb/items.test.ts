import { expect, test } from 'vitest';
import { ItemFault, ledgerItem, ledgerRow, seatItem, seatRow, type LedgerRow } from './items.ts';

test('seat rows survive the way to an item and back, owner or none', () => {
  const free = { seatId: '112-E-8', round: 3, status: 'AVAILABLE' as const };
  const rows = [
    { ...free, owner: null, orderId: null, region: null },
    { ...free, status: 'SOLD' as const, owner: 'Ann', orderId: 'o-1', region: 'us-east-2' },
  ];
  expect(rows.map(seatItem).map(seatRow)).toEqual(rows);
});

test('ledger rows survive the way to an item and back', () => {
  const row: LedgerRow = {
    outcome: 'VOID',
    sale: {
      id: 'o-1',
      seatId: 'A1',
      round: 12,
      buyer: 'Żaneta 🎟',
      region: 'us-east-1',
      attempts: 1,
      soldAtMs: 1_764_000_000_123,
    },
  };
  expect(ledgerRow(ledgerItem(row, 1_764_000_000_000))).toEqual(row);
});

test('an item that is not ours is a fault that names what is wrong', () => {
  const item = seatItem({
    seatId: 'A1',
    round: 1,
    status: 'AVAILABLE',
    owner: null,
    orderId: null,
    region: null,
  });
  expect(() => seatRow({ ...item, round: { N: '1.5' } })).toThrow(ItemFault);
  expect(() => seatRow({ ...item, status: { S: 'LOST' } })).toThrow('of AVAILABLE, SOLD');
  expect(() => seatRow({ round: { N: '1' } })).toThrow('seat_id should be a string');
});
