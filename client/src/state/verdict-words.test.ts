import { describe, expect, test } from 'vitest';
import { verdictWords, type VerdictFacts } from './verdict-words.ts';

const facts = (given: Partial<VerdictFacts>): VerdictFacts => ({
  result: 'UNPROVEN',
  reasons: [],
  unreadRegions: [],
  sales: 0,
  seatsSold: 0,
  doubleSells: 0,
  hiddenSales: 0,
  ...given,
});

describe('verdictWords', () => {
  test('one owner a seat', () => {
    expect(verdictWords(facts({ result: 'LINEARIZABLE', sales: 37, seatsSold: 37 }))).toEqual({
      tone: 'good',
      hero: '0',
      caption: 'tickets too many',
      headline: 'Every sold seat has one owner',
      detail: 'Witness: 37 tickets for 37 seats',
      brief: '37 tickets for 37 seats',
    });
  });

  test('worthless tickets, and what the table hides', () => {
    const verdict = facts({
      result: 'VIOLATED',
      sales: 1_096,
      seatsSold: 37,
      doubleSells: 1_059,
      hiddenSales: 1_059,
    });
    expect(verdictWords(verdict)).toEqual({
      tone: 'bad',
      hero: '1,059',
      caption: 'tickets too many',
      headline: '1,059 fans hold a worthless ticket',
      detail: 'Witness: 1,096 tickets for 37 seats; the table hides 1,059',
      brief: '1,096 tickets for 37 seats',
    });
  });

  test('none found in a ledger that was not read whole is no number; one that was found is', () => {
    const [reasons, unreadRegions] = [
      ['The ledger of us-east-1 could not be read.'],
      ['us-east-1'],
    ];
    expect(verdictWords(facts({ reasons, unreadRegions }))).toMatchObject({
      ...{ tone: 'unproven', hero: '–', caption: 'tickets too many', detail: reasons[0] },
    });
    const found = facts({
      result: 'VIOLATED',
      unreadRegions,
      sales: 3,
      seatsSold: 1,
      doubleSells: 2,
    });
    expect(verdictWords(found)).toMatchObject({ tone: 'bad', hero: '2' });
  });

  test('a single one is spoken of in the singular', () => {
    const verdict = facts({ result: 'VIOLATED', sales: 2, seatsSold: 1, doubleSells: 1 });
    expect(verdictWords(verdict)).toMatchObject({
      caption: 'ticket too many',
      headline: '1 fan holds a worthless ticket',
      detail: 'Witness: 2 tickets for 1 seat',
    });
  });

  test('another breach is told by its evidence, never as worthless tickets', () => {
    const reasons = ['W2: Ana was told yes; the ledger has nothing.', 'second'];
    const verdict = facts({ result: 'VIOLATED', reasons, sales: 1, seatsSold: 1 });
    expect(verdictWords(verdict)).toMatchObject({
      tone: 'bad',
      hero: '0',
      headline: 'A promise was broken',
      detail: reasons[0],
    });
  });

  test('UNPROVEN is never green, and says its first reason', () => {
    const verdict = facts({ reasons: ['Nothing has been sold yet.'] });
    expect(verdictWords(verdict)).toMatchObject({
      tone: 'unproven',
      headline: 'Not proven',
      detail: 'Nothing has been sold yet.',
    });
  });

  test('no verdict is no number', () => {
    expect(verdictWords(null)).toMatchObject({ tone: 'unproven', hero: '–' });
  });
});
