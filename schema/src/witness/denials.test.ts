// W3 to W5: of those who were turned away, exactly the ones that a rule asks for.
import { expect, it } from 'vitest';
import type { Answer } from '../domain/index.ts';
import { findDenials } from './denials.ts';
import { Records } from './records/index.ts';
import { told } from './testing.ts';

const denied = (name: string, seatId: string, changes: Partial<Answer> = {}): Answer => ({
  ...{ ...told(name, 'us-east-1', 'REJECTED', seatId), callNs: 10, returnNs: 20 },
  ...{ rejectionReason: 'SEAT_TAKEN', orderId: `order-${name}`, ...changes },
});

function found(answers: readonly Answer[], wanted: readonly [number, string[]][]) {
  const records = new Records(new Map(['A1', 'A2'].map((seatId) => [seatId, 4])), 0);
  for (const answer of answers) records.hearAnswer(answer);
  const orders = new Map(wanted.map(([seat, ids]) => [seat, new Set(ids)]));
  return [...findDenials(records, orders)].map(([seat, ofSeat]) => [seat, [...ofSeat]]);
}

it('W3 W5 finds those that are wanted, at their seats, and no others', () => {
  const [cy, di, eli] = [denied('Cy', 'A2'), denied('Di', 'A2'), denied('Eli', 'A1')];
  const answers = [denied('Bo', 'A2'), cy, di, { ...cy, seatId: 'A1' }, eli];
  expect(found(answers, [[1, [cy.orderId, di.orderId, eli.orderId]]])).toEqual([
    [
      1,
      [
        [cy.orderId, cy],
        [di.orderId, di],
      ],
    ],
  ]);
  expect(found(answers, [])).toEqual([]);
});

it('W3 W5 takes nobody for turned away who was told CONFIRMED at that seat as well', () => {
  const cy = denied('Cy', 'A1');
  const confirmed = { ...cy, outcome: 'CONFIRMED', rejectionReason: null } as const;
  const all = [[0, [[cy.orderId, cy]]]];
  const foundBeside = (...others: readonly Answer[]) =>
    [
      [cy, ...others],
      [...others, cy],
    ].map((answers) => found(answers, [[0, [cy.orderId]]]));
  expect(foundBeside()).toEqual([all, all]);
  expect(foundBeside(confirmed)).toEqual([[], []]);
  expect(foundBeside({ ...confirmed, seatId: 'A2' })).toEqual([all, all]);
  expect(foundBeside({ ...confirmed, outcome: 'INDETERMINATE' })).toEqual([all, all]);
});

it.each<[string, Partial<Answer>, Partial<Answer>]>([
  ['the rejection, though it failed later', {}, { outcome: 'FAILED', returnNs: 30 }],
  ['the later answer', { returnNs: 21 }, { callNs: 15 }],
  ['the later call', { callNs: 11 }, { buyer: 'Bo' }],
  ['the first by buyer', {}, { buyer: 'Di', region: 'a' }],
  ['the first by Region', {}, { region: 'z', rejectionReason: 'FAN_LIMIT' }],
  ['the reason of the limit', { rejectionReason: 'FAN_LIMIT' }, { read: null }],
  ['the first by what was read', { read: 'AVAILABLE' }, { read: 'SOLD' }],
  ['what read nothing', { read: null }, { read: 'AVAILABLE' }],
])('W5 of two answers of one order, %s', (_, kept, other) => {
  const [one, two] = [denied('Cy', 'A1', kept), denied('Cy', 'A1', other)];
  for (const answers of [
    [one, two],
    [two, one],
  ]) {
    expect(found(answers, [[0, [one.orderId]]])).toEqual([[0, [[one.orderId, one]]]]);
  }
});
