import { expect, test } from 'vitest';
import { burstAtA1 } from '../../../schema/src/history/testing.ts';
import { recordedWords } from './recorded-words.ts';

const burst = burstAtA1([
  { name: 'Ana', outcome: 'CONFIRMED', from: 0, to: 4 },
  { name: 'Bo', outcome: 'CONFIRMED', from: 1, to: 6 },
]);

test('bursts of this server are called by what they were about', () => {
  expect(recordedWords(null, 0, [burst])).toBe('One seat: 2 buyers, seat A1');
});

test('a recording is called by its title and the take, each once', () => {
  const takes = [
    { label: 'Talk', histories: [burst] },
    { label: 'the fan limit', histories: [burst] },
  ];
  const titles = [0, 1].map((take) => recordedWords({ title: 'Talk', takes }, take, [burst]));
  expect(titles).toEqual(['Talk', 'Talk · the fan limit']);
});

test('nothing shown has no name', () => {
  expect(recordedWords(null, 0, [])).toBe('');
});
