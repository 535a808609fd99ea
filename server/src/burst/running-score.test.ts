import { completeAnswer, OUTCOMES, seededRandom, type Answer } from '@worldseat/schema/domain';
import { expect, it } from 'vitest';
import { latencyCounts } from './latency.ts';
import { RunningScore } from './running-score.ts';
import { scoreAnswers } from './scoreboard.ts';

function answersOf(seed: number, count: number): Answer[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, number) => {
    const intendedNs = Math.floor(random() * 1e6);
    return completeAnswer({
      orderId: `order-${number}`,
      seatId: 'A1',
      round: 2,
      buyer: 'Ana',
      region: 'us-east-1',
      outcome: OUTCOMES[Math.floor(random() * OUTCOMES.length)] ?? 'FAILED',
      read: 'AVAILABLE',
      attempts: Math.floor(random() * 4),
      conflicts: [],
      intendedNs,
      callNs: intendedNs,
      // Some latencies are equal: hundredths of a millisecond to a second.
      returnNs: intendedNs + Math.floor(random() * 100) * 10 ** (4 + Math.floor(random() * 4)),
    });
  });
}

it('says at every look what is said of all the answers so far', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const score = new RunningScore();
    const answers = answersOf(seed, 150);
    const random = seededRandom(seed + 1_000);
    for (const [at, answer] of answers.entries()) {
      score.add(answer);
      if (random() > 0.1 && at < answers.length - 1) continue;
      const soFar = answers.slice(0, at + 1);
      expect({ answered: score.answered, ...score.look() }, `seed ${seed}, answer ${at}`).toEqual({
        answered: soFar.length,
        told: scoreAnswers(soFar),
        latencyCounts: latencyCounts(soFar),
      });
    }
  }
});

it('says of no answers what is said of none', () => {
  const none = { told: scoreAnswers([]), latencyCounts: latencyCounts([]) };
  expect(new RunningScore().look()).toEqual(none);
});
