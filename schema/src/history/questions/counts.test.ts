import { expect, test } from 'vitest';
import { attemptsOf, conflictsOf, latenciesOf, pressesOf } from './index.ts';
import { answerOf, historyOf } from './testing.ts';

const ms = (value: number) => value * 1e6;

const history = historyOf([
  answerOf({ attempts: 3, conflicts: ['40001 OC000', '40001 OC000'], returnNs: ms(30) }),
  answerOf({ buyer: 'Bo', attempts: 1, presses: 4, returnNs: ms(10) }),
  answerOf({ buyer: 'Cy', attempts: 3, conflicts: ['40001 OC001', '40001 OC000'] }),
  answerOf({
    buyer: 'Di',
    region: 'us-east-2',
    outcome: 'REJECTED',
    intendedNs: ms(4),
    callNs: ms(6),
  }),
]);

test('attempts, presses and conflicts are counted, in order, without empty buckets', () => {
  expect({
    attempts: attemptsOf(history),
    presses: pressesOf(history),
    conflicts: conflictsOf(history),
  }).toEqual({
    attempts: [
      { value: 1, orders: 2 },
      { value: 3, orders: 2 },
    ],
    presses: [
      { value: 1, orders: 3 },
      { value: 4, orders: 1 },
    ],
    conflicts: [
      { code: '40001 OC000', count: 3 },
      { code: '40001 OC001', count: 1 },
    ],
  });
});

test('latency is by Region and outcome, exact, with the time in the queue', () => {
  expect(latenciesOf(history)).toEqual([
    {
      region: 'us-east-1',
      outcome: 'CONFIRMED',
      count: 3,
      p50Ms: 10,
      p95Ms: 30,
      p99Ms: 30,
      maxMs: 30,
    },
    { region: 'us-east-2', outcome: 'REJECTED', count: 1, p50Ms: 6, p95Ms: 6, p99Ms: 6, maxMs: 6 },
  ]);
});

test('percentiles are the nearest rank: of a hundred waits the 50th, 95th and 99th', () => {
  const answers = Array.from({ length: 100 }, (_, index) =>
    answerOf({ buyer: `B${index}`, returnNs: ms(100 - index) }),
  );
  expect(latenciesOf(historyOf(answers))).toMatchObject([
    { count: 100, p50Ms: 50, p95Ms: 95, p99Ms: 99, maxMs: 100 },
  ]);
});
