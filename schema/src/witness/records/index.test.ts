import { expect, it } from 'vitest';
import { releaseOf, rowOf, saleOf, told } from '../testing.ts';
import { Records } from './index.ts';

it('keeps nothing of what is outside the scope: other seats, other rounds', () => {
  const records = new Records(new Map([['A1', 4]]), 0);
  const outcomes = ['CONFIRMED', 'REJECTED', 'INDETERMINATE', 'FAILED'] as const;
  const sizes = () => [records.tickets.size, records.crowd.size, records.tables.count];
  for (const place of [
    { seatId: 'Z9', round: 4 },
    { seatId: 'A1', round: 3 },
  ]) {
    for (const outcome of outcomes) {
      const answer = { ...told('Ana', 'us-east-1', outcome), ...place };
      records.hearAnswer(answer);
      records.hearSale(saleOf(answer));
      records.hearRelease(releaseOf(answer, 30));
    }
  }
  expect(sizes()).toEqual([0, 0, 0]);
  for (const outcome of outcomes) records.hearAnswer(told(outcome, 'us-east-1', outcome));
  expect(sizes()).toEqual([2, 2, 0]);
});

it('W4 hears a table at once, row by row, or why it could not be read', () => {
  const row = rowOf('A1', 4, null);
  const shown = { state: 'AGREED', row };
  const heard = (hear: (records: Records) => void) => {
    const records = new Records(new Map([['A1', 4]]), 0);
    hear(records);
    const { count, unreachable } = records.tables;
    return [records.tables.shownOf(0, true), count, unreachable];
  };
  expect(heard((it) => it.hearTable({ region: 'east', rows: [row] }))).toEqual([shown, 1, []]);
  expect(heard((it) => it.hearRow('east', row))).toEqual([shown, 1, []]);
  const missing = { state: 'MISSING' };
  expect(heard((it) => it.hearTable({ region: 'east', rows: [] }))).toEqual([missing, 1, []]);
  const [region, reason] = ['east', 'refused'];
  expect(heard((it) => it.hearTable({ region, unreachable: reason }))).toEqual([
    ...[missing, 1, [{ region, reason }]],
  ]);
});
