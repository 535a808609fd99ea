import { LIMITS } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import { ticketWords, type OrderFacts } from './ticket-words.ts';

const order = (given: Partial<OrderFacts>): OrderFacts => ({
  ...{ seat: 'A1', outcome: 'CONFIRMED', holders: 1, own: true, others: [], ended: true },
  ...given,
});
const taken = { outcome: 'REJECTED', own: false } as const;

describe('one order', () => {
  test.each([
    [order({}), 'good', 'You hold A1.', 'Nobody else does.'],
    [
      order({ holders: 60, others: ['Ana', 'Bo'] }),
      'bad',
      'You hold A1. So do 59 others.',
      'Ana, Bo and 57 more too.',
    ],
    [order({ holders: 2, others: ['Ana'] }), 'bad', 'You hold A1. So does 1 other.', 'Ana too.'],
    [order({ holders: 60, own: null }), 'bad', 'You hold A1. So do 59 others.', ''],
    [order({ ...taken, others: ['Ana'] }), 'plain', 'Taken: Ana has it.', 'One seat, one owner.'],
    [
      order({ ...taken, own: null }),
      'plain',
      'Taken: A1 is somebody else’s.',
      'One seat, one owner.',
    ],
    [
      order({ ...taken, holders: 3, others: ['Ana', 'Bo'] }),
      'plain',
      'Taken: Ana and others have it.',
      '3 people hold it.',
    ],
    [
      order({ outcome: 'INDETERMINATE' }),
      'good',
      'You hold A1.',
      'Nobody else does. Your answer was lost, but the ledger has you.',
    ],
    [
      order({ outcome: 'INDETERMINATE', own: null }),
      'plain',
      'Your answer was lost.',
      'The ledger has no ticket of yours for A1.',
    ],
    [
      order({ own: false, holders: 0 }),
      'bad',
      'You were told that A1 is yours.',
      'The ledger does not have your ticket.',
    ],
    [
      order({ outcome: 'FAILED', own: false, holders: 0 }),
      'plain',
      'Your order failed.',
      'Nothing was sold to you.',
    ],
    [order({ outcome: null, holders: null }), 'waiting', 'You want A1 …', 'No answer yet.'],
    [
      order({ holders: null, own: null }),
      'plain',
      'You were told: A1 is yours.',
      'The ledger could not be read: nothing is proven.',
    ],
    [
      order({ holders: null, ended: false }),
      'waiting',
      'You were told: A1 is yours.',
      'Now the ledger is asked.',
    ],
    [
      order({ ...taken, holders: null, ended: false }),
      'waiting',
      'You were told: A1 is taken.',
      'Now the ledger is asked.',
    ],
  ] as const)('%j', (given, tone, headline, detail) => {
    expect(ticketWords([given])).toEqual({ tone, headline, detail });
  });
});

describe('several orders of one fan', () => {
  const { limit, wanted } = LIMITS.fanSeats;
  const fan = (held: number) =>
    Array.from({ length: wanted }, (_, at) => order(at < held ? {} : { ...taken, holders: 0 }));

  test.each([
    [limit, 'good'],
    [limit + 1, 'bad'],
    [0, 'plain'],
  ] as const)('%i seats held', (held, tone) => {
    expect(ticketWords(fan(held))).toEqual({
      tone,
      headline: `You hold ${held} seats.`,
      detail: `You asked for ${wanted} at once; ${limit} are allowed.`,
    });
  });

  test('are waited for together', () => {
    expect(ticketWords([...fan(1), order({ outcome: null })])).toMatchObject({
      tone: 'waiting',
      headline: `You want ${wanted + 1} seats …`,
    });
  });
});
