// W5 and W6: what each fan holds, and from when on the limit of the scenario can have been reached.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../domain/index.ts';
import { fansOf, limitReachedFromNs, type Fan } from './fans.ts';
import { Records } from './records/index.ts';
import { releaseOf, saleOf, told } from './testing.ts';
import { noWrongLimit, wrongLimitsOf } from './w5-no-wrong-limit.ts';

const SEATS = ['A1', 'A2', 'A3', 'A4'];

const order = (
  name: string,
  seatId: string,
  callNs: number,
  outcome: Answer['outcome'],
): Answer => ({
  ...told(name, 'us-east-1', outcome, seatId),
  ...{ orderId: `${name}-${seatId}`, callNs, returnNs: callNs + 5 },
});
const yes = (seatId: string, callNs: number) => order('Fay', seatId, callNs, 'CONFIRMED');
const maybe = (seatId: string, callNs: number) => order('Fay', seatId, callNs, 'INDETERMINATE');

function fans(answers: readonly Answer[], sold: readonly Answer[] = []): ReadonlyMap<string, Fan> {
  const records = new Records(new Map(SEATS.map((seatId) => [seatId, 4])), 0);
  for (const answer of answers) records.hearAnswer(answer);
  for (const answer of sold) records.hearSale(saleOf(answer));
  // A release of an order of which nothing else is known is nobody's ticket.
  records.hearRelease(releaseOf(order('Hal', 'A4', 1, 'CONFIRMED'), 8));
  return fansOf(records);
}

const fay = (answers: readonly Answer[], sold: readonly Answer[] = []) =>
  fans(answers, sold).get('Fay');

describe('W6 a fan', () => {
  it('has tickets for certain, and perhaps, each by the time of its call; sales as they were sold', () => {
    const answers = [yes('A2', 30), maybe('A4', 20), maybe('A3', 25), yes('A1', 40)];
    const gus = order('Gus', 'A1', 9, 'CONFIRMED');
    const found = fans([gus, ...answers], [maybe('A3', 25), gus, yes('A2', 1)]);
    const seatsOf = (tickets: Fan['definite']) =>
      tickets.map(({ sale, told: it }) => (sale ?? it)?.seatId);
    const brief = ({ name, definite, maybe: perhaps, sold }: Fan) =>
      [name, definite, perhaps, sold].map((it) => (typeof it === 'string' ? it : seatsOf(it)));
    expect([...found].map(([name, fan]) => [name, ...brief(fan)])).toEqual([
      ['Fay', 'Fay', ['A3', 'A2', 'A1'], ['A4'], ['A2', 'A3']],
      ['Gus', 'Gus', ['A1'], [], ['A1']],
    ]);
  });

  it('has, of orders of one moment, those first whose id and seat are first', () => {
    const sameOrder = (seatId: string): Answer => ({ ...yes(seatId, 7), orderId: 'x' });
    const answers = [yes('A3', 7), sameOrder('A4'), yes('A2', 7), sameOrder('A1')];
    for (const heard of [answers, answers.toReversed()]) {
      for (const sold of [[], heard]) {
        const seatIds = fay(heard, sold)?.definite.map(({ told: it }) => it?.seatId);
        expect(seatIds).toEqual(['A2', 'A3', 'A1', 'A4']);
      }
    }
    const nextOrder = { ...sameOrder('A1'), orderId: 'x!' };
    const both = fay([nextOrder, sameOrder('A4')])?.definite;
    expect(both?.map(({ told: it }) => it?.orderId)).toEqual(['x', 'x!']);
    const untold = fay([], [sameOrder('A4'), sameOrder('A1')]);
    expect(untold?.definite.map(({ sale }) => sale?.seatId)).toEqual(['A1', 'A4']);
  });

  it('with sales of one moment and one order, by seat', () => {
    const both = ['A2', 'A1'].map((seatId): Answer => ({ ...yes(seatId, 7), orderId: 'x' }));
    for (const sold of [both, both.toReversed()]) {
      expect(fay([], sold)?.sold.map(({ sale }) => sale.seatId)).toEqual(['A1', 'A2']);
    }
  });
});

describe('W5 the limit of a fan can have been reached', () => {
  it.each<[number, string, number, Answer[]]>([
    [Infinity, 'without a ticket', 1, []],
    [-Infinity, 'and always, where none may be bought', 0, []],
    [Infinity, 'with too few', 3, [yes('A1', 10), maybe('A2', 20)]],
    [20, 'by the last of as many', 2, [yes('A1', 10), yes('A2', 20)]],
    [
      20,
      'by the last one certain, though one may have come before',
      2,
      [...[maybe('A3', 1), yes('A1', 10), yes('A2', 20), maybe('A4', 30)]],
    ],
    [30, 'by one that may have come after', 2, [yes('A1', 10), maybe('A3', 30), maybe('A4', 40)]],
    [15, 'by those that may have come, alone', 2, [maybe('A3', 15), maybe('A4', 5)]],
    [
      20,
      'of more than it, by any that are as many',
      2,
      [...[yes('A1', 30), yes('A2', 20), yes('A3', 40), maybe('A4', 10)]],
    ],
    [20, 'of more than it, also without others', 2, [yes('A1', 10), yes('A2', 20), yes('A3', 30)]],
  ])('from %d on, %s', (fromNs, _, limit, answers) => {
    for (const heard of [answers, answers.toReversed()]) {
      expect(limitReachedFromNs(fay(heard), limit)).toBe(fromNs);
    }
  });

  const denied = (id: string, returnNs: number): Answer => ({
    ...order('Fay', 'A4', 1, 'REJECTED'),
    ...{ orderId: id, returnNs, rejectionReason: 'FAN_LIMIT' },
  });

  it('W5 only answers that returned before are wrong; the first to return comes first', () => {
    const fan = fay([yes('A1', 10), yes('A2', 20)]);
    const wrong = [denied('c', 18), denied('a', 19), denied('b', 19)];
    const answers = [denied('z', 20), ...wrong.toReversed(), denied('y', 21)];
    expect(wrongLimitsOf(fan, answers, 2)).toEqual(wrong);
    expect(wrongLimitsOf(undefined, answers, 2).length).toBe(5);
    expect(noWrongLimit(fan, [], 2)).toBe(null);
  });

  it('W5 of answers of one order in one moment, the first by seat comes first', () => {
    const twice = ['A3', 'A4'].map((seatId) => ({ ...denied('x', 18), seatId }));
    for (const answers of [twice, twice.toReversed()]) {
      expect(wrongLimitsOf(undefined, answers, 2)).toEqual(twice);
    }
  });

  it.each<[string, string[], Answer[]]>([
    [
      'the one of A2 was called 2 ns after that answer',
      ['d', 'Fay-A2'],
      [...[yes('A1', 10), yes('A2', 20), maybe('A3', 1)]],
    ],
    [
      'the one of A1 was called 1 ns after that answer',
      ['d', 'Fay-A1'],
      [...[yes('A1', 19), yes('A2', 20)]],
    ],
    ['at most 2 can have been', ['d'], [yes('A1', 18), maybe('A2', 18), maybe('A3', 19)]],
    [
      'at most 1 can have been',
      ['d'],
      [...[yes('A1', 19), yes('A2', 20), yes('A3', 30), maybe('A4', 18)]],
    ],
    ['at most 0 can have been', ['d'], []],
  ])('W5 proves that it was not: %s', (why, orderIds, answers) => {
    const breach = noWrongLimit(fay(answers), [denied('d', 18), denied('e', 19)], 2);
    const limit = 'Fay (us-east-1) was told at A4 that 2 seats a fan are bought, but';
    expect(breach).toMatchObject({
      ...{ rule: 'W5', seatId: 'A4', round: 4, cause: null, orderIds },
      entries: orderIds.map((orderId) => ({ kind: 'ANSWER', orderId })),
      words: `${limit} ${why}; and so was 1 more.`,
    });
  });
});
