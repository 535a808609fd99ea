import { expect, test } from 'vitest';
import { readBenchArguments } from './arguments.ts';

const DEFAULTS = { json: false, rounds: 5, buyers: 20_000, connections: 20, seed: 1 };

test('a name is enough; the gateways add no delay unless it is asked for', () => {
  const given = readBenchArguments(['gateway']);
  expect(given).toEqual({ name: 'gateway', commitDelayMs: 0, ...DEFAULTS });
  expect(readBenchArguments(['--json', 'start', '--rounds', '1'])).toMatchObject({
    ...{ name: 'start', json: true, rounds: 1 },
  });
});

test.each([
  [[], 'one bench of fanout, floor, gateway, latency, purchase, start, witness must be named'],
  [['nothing'], 'one bench of'],
  [['gateway', 'start'], 'one bench of'],
  [['gateway', '--connections', '7'], 'even number'],
  [['gateway', '--buyers', '3'], '--buyers must be a whole number from 20 to'],
  [['start', '--rounds', '0'], '--rounds must be a whole number from 1'],
  [['start', '--fast'], '--fast'],
])('%j is refused in words', (args, words) => {
  expect(() => readBenchArguments(args)).toThrow(words);
});
