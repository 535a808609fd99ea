import { seededRandom, type Sale } from '@worldseat/schema/domain';
import { expect, it } from 'vitest';
import { ScopeScore } from './scope-score.ts';
import { scoreLedger } from './scoreboard.ts';

it('W1: says after every sale what the ledger so far says, of its seats in their rounds', () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const random = seededRandom(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const scope = new Map(Array.from({ length: 12 }, (_, seat) => [`A${seat}`, 1 + below(2)]));
    const sales = Array.from({ length: 40 }, (_, id): Sale => {
      const facts = { buyer: 'Ana', region: 'us-east-1', attempts: 1, soldAtMs: id };
      return { id: String(id), seatId: `A${below(20)}`, round: 1 + below(2), ...facts };
    });
    const known = below(sales.length);
    const score = new ScopeScore(scope, sales.slice(0, known));
    for (let count = known; count < sales.length; count += 1) {
      const soFar = scoreLedger(sales.slice(0, count), scope);
      expect(score.committed, `seed ${seed}, ${count} sales`).toEqual(soFar);
      score.add(sales[count] as Sale);
    }
  }
});
