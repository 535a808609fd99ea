import { SCENARIOS } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import {
  answerOf,
  expectedOf,
  expectedWords,
  landingWords,
  questionOf,
  readGuess,
  scaleEnd,
  standingWords,
  subjectOf,
  type Measured,
} from './guess.ts';

const measured: Measured = { confirmed: 60, oversold: 59, overLimit: 7, predicted: 56.4 };

describe('the question of a burst', () => {
  test('is about a seat where there is one, and about the floor or the limit where there is none', () => {
    const asked = SCENARIOS.map((scenario) => {
      const at = scenario === 'ONE_SEAT' || scenario === 'RETRY_STORM' ? 'A1' : null;
      return questionOf(subjectOf(scenario, at));
    });
    expect(asked).toEqual([
      'How many will hold A1?',
      'How many tickets too many?',
      'How many tickets beyond the limit?',
      'How many will hold A1?',
    ]);
    expect(subjectOf('RETRY_STORM', null)).toEqual({ kind: 'TOO_MANY' });
  });

  test('has an answer of the ledger, and where it can be said what was to be expected', () => {
    const subjects = [
      subjectOf('ONE_SEAT', 'A1'),
      subjectOf('ON_SALE', null),
      subjectOf('FAN_LIMIT', null),
    ];
    expect(subjects.map((subject) => answerOf(subject, measured))).toEqual([60, 59, 7]);
    expect(subjects.map((subject) => expectedOf(subject, measured))).toEqual([57.4, 56.4, null]);
  });

  test('has none before it is known', () => {
    const unknown: Measured = { ...measured, overLimit: null, predicted: null };
    expect(answerOf({ kind: 'OVER_LIMIT' }, unknown)).toBeNull();
    expect(expectedOf({ kind: 'TOO_MANY' }, unknown)).toBeNull();
    expect(expectedOf(subjectOf('ONE_SEAT', 'A1'), { ...measured, confirmed: 0 })).toBeNull();
  });
});

describe('the words', () => {
  test.each([
    [2, 60, 'You said 2. It is 60.'],
    [1, 1, 'You said 1. Exactly.'],
    [0, 1_200, 'You said 0. It is 1,200.'],
    [null, 60, 'It is 60.'],
  ])('of a guess of %s where it is %s', (said, answer, words) => {
    expect(landingWords(said, answer)).toBe(words);
  });

  test('of a guess that stands', () => {
    expect([standingWords(2), standingWords(null)]).toEqual(['You said 2.', 'Nobody guessed.']);
  });

  test('of what was to be expected', () => {
    expect(expectedWords(57.4)).toBe(
      '57 expected, computed from the windows that this burst measured',
    );
    expect(expectedWords(1.02)).toBe(
      '1 expected, computed from the windows that this burst measured',
    );
  });
});

test('a guess is a whole number within the buyers', () => {
  expect(['', ' 2 ', '60', '0'].map((typed) => readGuess(typed, 60))).toEqual([null, 2, 60, 0]);
  for (const typed of ['61', '-1', '1.5', 'many', 'NaN']) {
    expect(readGuess(typed, 60)).toBe('A guess is a whole number from 0 to 60.');
  }
});

test('the bars end at a round number that holds them all', () => {
  expect([[], [0], [1], [2, 60], [11], [100], [101], [4_999]].map(scaleEnd)).toEqual([
    1, 1, 1, 100, 20, 100, 200, 5_000,
  ]);
});
