import { expect, test } from 'vitest';
import { firstKnown } from './index.ts';
import { answerOf, attemptAt, historyOf, soldTwice } from './testing.ts';

const nobody = { orderId: null, buyer: null, outcome: null, afterNs: null };

test('a Region knows of a sale from the first purchase that sold it there or read it sold', () => {
  expect(firstKnown(soldTwice(), 'A1')).toMatchObject({
    seatId: 'A1',
    firstSale: { buyer: 'Ana' },
    regions: [
      { region: 'us-east-1', buyer: 'Ana', outcome: 'CONFIRMED', afterNs: 0 },
      { region: 'us-east-2', buyer: 'Bo', outcome: 'CONFIRMED', afterNs: 3e6 },
    ],
  });
});

test('a read that finds it sold before the commit has returned is before it', () => {
  const early = answerOf({
    buyer: 'Bo',
    region: 'us-east-2',
    outcome: 'REJECTED',
    read: 'SOLD',
    trace: [attemptAt(0, 2, false), attemptAt(5, 8, false)],
  });
  expect(firstKnown(historyOf([answerOf(), early]), 'A1').regions[1]).toEqual({
    region: 'us-east-2',
    orderId: 'order-Bo',
    buyer: 'Bo',
    outcome: 'REJECTED',
    afterNs: -3e6,
  });
});

test('where no purchase found it sold, nobody knows; without a sale, nowhere', () => {
  const read = answerOf({ buyer: 'Bo', region: 'us-east-2', outcome: 'FAILED' });
  expect(firstKnown(historyOf([answerOf(), read]), 'A1').regions[1]).toEqual({
    region: 'us-east-2',
    ...nobody,
  });
  expect(firstKnown(soldTwice(), 'A2')).toEqual({
    seatId: 'A2',
    firstSale: null,
    regions: [
      { region: 'us-east-1', ...nobody },
      { region: 'us-east-2', ...nobody },
    ],
  });
});

test('of an order that pressed again, the run that wrote counts and not the last answer', () => {
  const refused = { ...attemptAt(0, 4), conflict: '40001 OC000' };
  const stormy = answerOf({
    presses: 2,
    trace: [refused, attemptAt(5, 9), attemptAt(50, 60, false)],
    returnNs: 61e6,
  });
  const late = answerOf({
    buyer: 'Bo',
    region: 'us-east-2',
    outcome: 'REJECTED',
    read: 'SOLD',
    trace: [attemptAt(10, 12, false)],
  });
  expect(firstKnown(historyOf([stormy, late]), 'A1').regions[1]?.afterNs).toBe(2e6);
});
