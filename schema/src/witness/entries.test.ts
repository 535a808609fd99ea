import { expect, it } from 'vitest';
import { answerEntry, breachOf, releaseEntry, rowEntry, saleEntry } from './entries.ts';
import { releaseOf, rowOf, saleOf, told } from './testing.ts';
import type { EvidenceEntry } from './types.ts';

const ana = { ...told('Ana', 'us-east-1', 'CONFIRMED'), callNs: 10, returnNs: 20 };
const whose = {
  ...{ orderId: 'order-Ana', seatId: 'A1', round: 4, buyer: 'Ana', region: 'us-east-1' },
};
const nothingMore = { outcome: null, read: null, callNs: null, returnNs: null };

it('shows each kind of record in one form; what it does not have is null', () => {
  const entries = [
    saleEntry(saleOf(ana)),
    answerEntry(ana),
    releaseEntry(releaseOf(ana, 30, 40)),
    rowEntry(rowOf('A1', 4, ana)),
    rowEntry(rowOf('A1', 4, null)),
  ];
  expect(entries).toStrictEqual<EvidenceEntry[]>([
    { kind: 'SALE', ...whose, ...nothingMore },
    { kind: 'ANSWER', ...whose, outcome: 'CONFIRMED', read: 'AVAILABLE', callNs: 10, returnNs: 20 },
    { kind: 'RELEASE', ...whose, ...nothingMore, callNs: 30, returnNs: 40 },
    { kind: 'ROW', ...whose, ...nothingMore },
    { kind: 'ROW', ...whose, orderId: null, buyer: null, region: null, ...nothingMore },
  ]);
});

it('names each order of a breach once; a row without an order names none', () => {
  const entries = [
    ...[rowEntry(rowOf('A1', 4, null)), saleEntry(saleOf(ana)), answerEntry(ana)],
    saleEntry({ ...saleOf(ana), id: 'order-Bo' }),
  ];
  const place = { seatId: 'A1', round: 4 };
  expect(breachOf('W4', place, entries, 'words')).toStrictEqual({
    ...{ rule: 'W4', ...place, orderIds: ['order-Ana', 'order-Bo'] },
    ...{ entries, cause: null, words: 'words' },
  });
  expect(breachOf('W1', place, [], 'words', 'UNKNOWN').cause).toBe('UNKNOWN');
});
