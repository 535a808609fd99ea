import type { Answer, Sale } from '@worldseat/schema/domain';
import { expect, test } from 'vitest';
import { commitsOf, rateOf } from './commit-times.ts';

/** Of a history whose 0 is at 1,000,000 ms of the wall clock. */
const ORIGIN_MS = 1_000_000;

function bought(orderId: string, seatId: string, writeMs: number, endMs: number): [Answer, Sale] {
  const times = { startNs: 0, readNs: 0, writeNs: writeMs * 1e6, endNs: endMs * 1e6 };
  const trace = [{ ...times, conflict: null }];
  const answer = { orderId, seatId, outcome: 'CONFIRMED', trace, returnNs: endMs * 1e6 + 5e6 };
  const sale = { id: orderId, seatId, soldAtMs: Math.floor(ORIGIN_MS + writeMs + 1) };
  return [answer as unknown as Answer, sale as Sale];
}

test('the first commit of each seat on the wall clock, within what whole milliseconds allow', () => {
  const rows = [
    bought('a', 'A1', 10, 12.5),
    bought('b', 'A1', 40, 44),
    bought('c', 'A2', 20, 21.8),
  ];
  const ledger = { sales: rows.map(([, sale]) => sale) };
  const commits = commitsOf({ answers: rows.map(([answer]) => answer), ledger });
  expect(commits.map(({ seatId }) => seatId)).toEqual(['A1', 'A2']);
  const off = commits.map(({ committedMs }, at) => {
    return Math.abs(committedMs - ORIGIN_MS - ([12.5, 21.8][at] ?? 0));
  });
  expect(Math.max(...off)).toBeLessThanOrEqual(1.5);
  expect(rateOf(commits)).toBeCloseTo(2_000 / 9.3);
});

test('a burst that sold nothing has no times', () => {
  expect(() => commitsOf({ answers: [], ledger: { sales: [] } })).toThrow('sold nothing');
});
