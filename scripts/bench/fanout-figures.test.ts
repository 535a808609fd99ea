import { expect, test } from 'vitest';
import { figuresOf, type Run } from './fanout-figures.ts';

const run = (cpuMs: number, wallMs: number): Run => ({
  ...{ messages: 1_000, bytes: 4_000_000, cpuMs, wallMs },
});

test('the ratio is of the same round, for one delivered message, not of all rounds together', () => {
  const figures = figuresOf([
    { graphql: run(20, 3_000), raw: run(10, 3_000) },
    { graphql: run(90, 6_000), raw: run(30, 3_000) },
    { graphql: run(40, 3_300), raw: run(10, 3_000) },
  ]);
  const alone = { bench: 'fanout', against: null, ratio: null };
  const compared = (what: string, ratio: number) => ({
    ...{ bench: 'fanout', name: `graphql-ws: ${what}`, against: `raw ws: ${what}`, ratio },
  });
  const wait = 'until the last viewer has it';
  expect(figures).toEqual([
    { ...alone, name: 'raw ws: server CPU', value: 10, unit: 'µs/message' },
    { ...compared('server CPU', 3), value: 40, unit: 'µs/message' },
    { ...alone, name: `raw ws: ${wait}`, value: 3_000, unit: 'ms' },
    { ...compared(wait, 1.1), value: 3_300, unit: 'ms' },
    { ...alone, name: 'messages of a run', value: 1_000, unit: '' },
    { ...alone, name: 'a message', value: 4, unit: 'kB' },
  ]);
});
