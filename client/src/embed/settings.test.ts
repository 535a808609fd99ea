// What is not understood is said in words, and the usual is taken.
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const read = (attributes: Readonly<Record<string, string>>) =>
  readSettings((name) => attributes[name] ?? null);

test('a stop is a number of clicks, and none when the deck does not lead', () => {
  expect([read({}), read({ stop: '0' }), read({ stop: '7' })].map(({ stop }) => stop)).toEqual([
    null,
    0,
    7,
  ]);
});

test.each(['-1', '1.5', 'two', '1001'])('stop="%s" is said, and it stands at the start', (stop) => {
  const { faults, ...settings } = read({ stop });
  expect({ faults, stop: settings.stop }).toEqual({
    faults: [`stop must be a whole number from 0 to 1000, not “${stop}”.`],
    stop: 0,
  });
});
