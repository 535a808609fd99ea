import { expect, test } from 'vitest';
import { judge } from '../../witness/index.ts';
import { witnessInputOf } from '../witness-input.ts';
import { LISTED_REJECTIONS, wrongRejections } from './index.ts';
import { answerOf, historyOf, soldTwice } from './testing.ts';

const MS = 1e6;

/** Told that A1 is taken, from `fromMs` to `toMs`. */
const refused = (buyer: string, fromMs: number, toMs: number, seatId = 'A1') =>
  answerOf({
    buyer,
    seatId,
    outcome: 'REJECTED',
    rejectionReason: 'SEAT_TAKEN',
    read: 'SOLD',
    callNs: fromMs * MS,
    returnNs: toMs * MS,
  });

const winner = answerOf({ callNs: 50 * MS, returnNs: 60 * MS });

test('W5: each wrong rejection is listed with the order that shows that the seat was free', () => {
  const history = historyOf([
    winner,
    refused('Bo', 20, 30),
    refused('Cy', 0, 10),
    refused('Di', 40, 55),
    refused('Ed', 0, 10, 'A2'),
  ]);
  const wrong = wrongRejections(history).map(({ answer, shownBy }) => [answer.buyer, shownBy]);
  expect(new Map(wrong as [string, string[]][])).toEqual(
    new Map([
      ['Cy', ['order-Ana']],
      ['Bo', ['order-Ana']],
      ['Ed', []],
    ]),
  );
  expect(wrong.length).toBe(judge(witnessInputOf(history)).wrongRejections);
});

test('W5: the words of each are of this one alone', () => {
  const history = historyOf([winner, refused('Bo', 20, 30), refused('Cy', 0, 10)]);
  const alone = (buyer: string, fromMs: number, toMs: number) =>
    judge(witnessInputOf(historyOf([winner, refused(buyer, fromMs, toMs)]))).breaches[0]?.words;
  expect(wrongRejections(history).map(({ words }) => words)).toEqual([
    alone('Cy', 0, 10),
    alone('Bo', 20, 30),
  ]);
});

test('W5: a flood of them is cut, and nobody is accused who told the truth', () => {
  const count = LISTED_REJECTIONS + 5;
  const flood = Array.from({ length: count }, (_, index) => refused(`B${index}`, 0, 10));
  const history = historyOf([winner, ...flood]);
  expect([wrongRejections(history).length, wrongRejections(soldTwice())]).toEqual([
    LISTED_REJECTIONS,
    [],
  ]);
  expect(judge(witnessInputOf(history)).wrongRejections).toBe(count);
});
