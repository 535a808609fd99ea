// W1: when a ticket is certainly held, and how many of a seat are too many.
import { describe, expect, it } from 'vitest';
import type { Answer, Release } from '../domain/index.ts';
import { areAtOnce, canPrecede, difference, holdOf, salesTooMany } from './holds.ts';
import type { SoldTicket } from './records/index.ts';
import { releaseOf, soldTicket, told } from './testing.ts';

const confirmed = (name: string, callNs: number, returnNs: number): Answer => ({
  ...told(name, 'us-east-1', 'CONFIRMED'),
  ...{ callNs, returnNs },
});

const sold = (name: string, callNs: number, returnNs: number, ...given: [number, number] | []) => {
  const answer = confirmed(name, callNs, returnNs);
  return soldTicket(answer, given.length === 2 ? releaseOf(answer, ...given) : null);
};
const names = (tickets: readonly SoldTicket[]) => tickets.map(({ sale }) => sale.buyer);

describe('W1 a ticket is held', () => {
  const ana = confirmed('Ana', 10, 20);
  const given = (outcome: Release['outcome']) => releaseOf(ana, 30, 40, outcome);

  it.each<[string, SoldTicket, object]>([
    ['kept', soldTicket(ana), { fromNs: 20, untilNs: Infinity, endNs: Infinity }],
    ['given back', soldTicket(ana, given('RELEASED')), { fromNs: 20, untilNs: 30, endNs: 40 }],
    [
      'perhaps given back',
      soldTicket(ana, given('INDETERMINATE')),
      { fromNs: 20, untilNs: 30, endNs: Infinity },
    ],
    [
      'lost, and kept',
      soldTicket({ ...ana, lost: true }),
      { fromNs: Infinity, untilNs: Infinity, endNs: Infinity },
    ],
    [
      'missing, and given back',
      soldTicket({ ...ana, outcome: 'INDETERMINATE' }, given('RELEASED')),
      { fromNs: 30, untilNs: 30, endNs: 40 },
    ],
    [
      'given back in vain, though the answer was lost',
      soldTicket({ ...ana, lost: true }, given('FAILED')),
      { fromNs: 30, untilNs: Infinity, endNs: Infinity },
    ],
    [
      'given back before the answer returned',
      soldTicket(ana, releaseOf(ana, 15, 40)),
      { fromNs: 15, untilNs: 15, endNs: 40 },
    ],
  ])('whose answer says: %s', (_, ticket, times) => {
    expect(holdOf(ticket)).toEqual({ ticket, callNs: 10, ...times });
  });

  it('from its purchase to its release; in the same moment, one can follow the other', () => {
    const first = holdOf(sold('Ana', 1, 2, 5, 6));
    const at = (returnNs: number) => holdOf(sold('Bo', 0, returnNs));
    expect([4, 5, 6].map((ns) => canPrecede(first, at(ns)))).toEqual([false, true, true]);
    expect([4, 5, 6].map((ns) => areAtOnce(first, at(ns)))).toEqual([true, false, false]);
    expect([4, 5, 6].map((ns) => areAtOnce(at(ns), first))).toEqual([true, false, false]);
    const never = holdOf(soldTicket({ ...confirmed('Bo', 0, 1), lost: true }));
    expect([canPrecede(at(4), never), areAtOnce(never, never)]).toEqual([false, true]);
  });
});

describe('W1 sales too many', () => {
  it('are all but the first, where nothing was given back', () => {
    const many = [sold('Cy', 50, 60), sold('Ana', 1, 2), sold('Bo', 3, 4)];
    expect(names(salesTooMany(many))).toEqual(['Ana', 'Bo']);
    expect(salesTooMany([])).toEqual([]);
  });

  it('are the fewest: of those that end early, as many as possible are kept', () => {
    const long = sold('Ana', 1, 2, 90, 91);
    const short = [sold('Bo', 3, 4, 5, 6), sold('Cy', 7, 8, 9, 10)];
    const last = sold('Di', 11, 12);
    expect(names(salesTooMany([long, ...short, last]))).toEqual(['Ana']);
    expect(names(salesTooMany([last, ...short, long]))).toEqual(['Ana']);
  });

  it('are, of those that end in one moment, the later held, and then the later sold', () => {
    const early = sold('Ana', 1, 2, 9, 10);
    const late = sold('Bo', 1, 3, 9, 10);
    for (const pair of [
      [early, late],
      [late, early],
    ]) {
      expect(names(salesTooMany(pair))).toEqual(['Bo']);
    }
    const soldFirst = { ...late, sale: { ...late.sale, soldAtMs: 0 } };
    expect(names(salesTooMany([soldFirst, early]))).toEqual(['Bo']);
    const [one, other] = [early, { ...late, told: early.told }];
    for (const pair of [
      [one, other],
      [other, one],
    ]) {
      expect(names(salesTooMany(pair))).toEqual(['Bo']);
    }
  });

  it('compares infinite times, too', () => {
    expect([difference(Infinity, Infinity), difference(1, 3), difference(3, 1)]).toEqual([
      0, -2, 2,
    ]);
    expect([difference(Infinity, 1), difference(1, Infinity)]).toEqual([Infinity, -Infinity]);
  });
});
