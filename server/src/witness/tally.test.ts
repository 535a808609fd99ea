import type { Sale } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { Tally } from './tally.ts';

const sale = (id: string, seatId: string, round: number): Sale => ({
  id,
  seatId,
  round,
  buyer: 'Ana',
  region: 'us-east-1',
  attempts: 1,
  soldAtMs: 0,
});

describe('Tally', () => {
  it('W1: counts a sale that is read twice once, and each seat with more than one', () => {
    const tally = new Tally();
    const added = [sale('1', 'A1', 1), sale('2', 'A1', 1), sale('1', 'A1', 1), sale('3', 'B1', 4)];
    expect(added.map((one) => tally.add(one))).toEqual([true, true, false, true]);
    expect(tally.totals).toEqual({ sold: 2, tickets: 3, oversold: 1 });
    expect(tally.drop('A1')).toBe(true);
    expect(tally.drop('A1')).toBe(false);
    expect(tally.totals).toEqual({ sold: 1, tickets: 1, oversold: 0 });
  });

  it('finds the sales of the rounds that are asked for, in order of arrival', () => {
    const tally = new Tally();
    const all = [sale('1', 'A1', 1), sale('2', 'B1', 4), sale('3', 'A1', 2), sale('4', 'A1', 1)];
    for (const one of all) tally.add(one);
    const idsIn = (seats: readonly [string, number][]) =>
      tally.within(new Map(seats)).map(({ id }) => id);
    expect(idsIn([['A1', 1]])).toEqual(['1', '4']);
    expect(
      idsIn([
        ['B1', 4],
        ['A1', 2],
      ]),
    ).toEqual(['3', '2']);
    expect(idsIn([['B1', 5]])).toEqual([]);
    expect(tally.holders('A1').map(({ id }) => id)).toEqual(['1', '3', '4']);
  });
});
