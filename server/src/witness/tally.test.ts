import { seededRandom, type Sale } from '@worldseat/schema/domain';
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

  it('W1: counts within a scope what it finds within it, whichever of both is larger', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = seededRandom(seed);
      const below = (limit: number) => Math.floor(random() * limit);
      const tally = new Tally();
      for (let id = 0; id < 60; id += 1) {
        tally.add(sale(String(id), `A${below(20)}`, 1 + below(2)));
      }
      const seats = Array.from({ length: below(40) }, (): [string, number] => {
        return [`A${below(40)}`, 1 + below(2)];
      });
      const scope = new Map(seats);
      const found = tally.within(scope);
      const sold = new Set(found.map(({ seatId }) => seatId)).size;
      expect(tally.countWithin(scope), `seed ${seed}`).toEqual({
        confirmed: found.length,
        oversold: found.length - sold,
      });
    }
  });
});
