import { describe, expect, it } from 'vitest';
import { rowOf, told } from '../testing.ts';
import { Seats } from './seats.ts';
import { Tables, type Shown } from './tables.ts';

const ana = told('Ana', 'us-east-1', 'CONFIRMED');
const shown = rowOf('A2', 4, ana);
const scope = new Map([
  ['A1', 4],
  ['A2', 4],
]);

function tablesOf(...heard: readonly [region: string, row: typeof shown][]): Tables {
  const tables = new Tables(new Seats(scope));
  for (const [region, row] of heard) tables.hearRow(region, row);
  return tables;
}

describe('W4 what the seats tables show', () => {
  it('is a row on which all Regions agree, however often each was heard', () => {
    const tables = tablesOf(['west', shown], ['west', { ...shown }], ['east', { ...shown }]);
    expect([0, 1].map((seat) => tables.shownOf(seat, true))).toEqual<Shown[]>([
      { state: 'MISSING' },
      { state: 'AGREED', row: shown },
    ]);
    expect(tables.shownOf(1, false)).toEqual({ state: 'UNREAD' });
    expect(tables.count).toBe(2);
  });

  it.each<[string, Partial<typeof shown>]>([
    ['round', { round: 5 }],
    ['status', { status: 'AVAILABLE' }],
    ['order', { orderId: 'other' }],
    ['owner', { owner: 'Bo' }],
  ])('differs where two rows differ in %s, in one Region or in two', (_, change) => {
    const other = { ...shown, ...change };
    for (const region of ['west', 'east']) {
      expect(tablesOf(['west', shown], [region, other]).shownOf(1, true)).toEqual({
        state: 'DIFFERENT',
      });
    }
    // Once differing, it stays so, whatever is heard again.
    const again = tablesOf(['west', shown], ['west', other], ['west', shown]);
    expect(again.shownOf(1, true)).toEqual({ state: 'DIFFERENT' });
  });

  it('differs where a Region has no row, and does not ask where the last writer was', () => {
    const tables = tablesOf(['west', shown], ['west', shown]);
    expect(tables.shownOf(1, true)).toEqual({ state: 'AGREED', row: shown });
    tables.hearRegion('east');
    expect(tables.shownOf(1, true)).toEqual({ state: 'DIFFERENT' });
    const inEast = { ...shown, region: 'east' };
    tables.hearRow('east', inEast);
    expect(tables.shownOf(1, true)).toEqual({ state: 'AGREED', row: inEast });
  });

  it('W4 of rows that differ in nothing but the last writer shows one, in any order', () => {
    const [nowhere, inA, inB] = [null, 'a', 'b'].map((region) => ({ ...shown, region }));
    const shownFirst = (...rows: (typeof shown | undefined)[]) => {
      const heard = rows.map((row, at) => [`table ${at}`, row ?? shown] as [string, typeof shown]);
      return [heard, heard.toReversed()].map((some) => tablesOf(...some).shownOf(1, true));
    };
    const agreed = (row: unknown) => [row, row].map((it) => ({ state: 'AGREED', row: it }));
    expect(shownFirst(inA, inB)).toEqual(agreed(inA));
    expect(shownFirst(inA, shown)).toEqual(agreed(inA));
    expect(shownFirst(inB, nowhere)).toEqual(agreed(nowhere));
  });

  it('counts a Region of which only rows outside the scope were heard', () => {
    const tables = tablesOf(['west', { ...shown, seatId: 'Z9' }]);
    expect([tables.count, tables.shownOf(0, true)]).toEqual([1, { state: 'MISSING' }]);
  });

  it('keeps why a Region could not be read, whatever else is heard of it', () => {
    const tables = tablesOf(['west', shown]);
    tables.hearUnreachable('east', 'refused');
    tables.hearRow('east', shown);
    expect([tables.count, tables.unreachable]).toEqual([
      2,
      [{ region: 'east', reason: 'refused' }],
    ]);
  });
});

it('seats have numbers in the order of the scope; what is outside has none', () => {
  const seats = new Seats(new Map([...scope, ['A3', 0]]));
  expect([seats.count, seats.numberOf('A3'), seats.numberOf('Z9')]).toEqual([3, 2, -1]);
  expect([seats.inRound('A2', 4), seats.inRound('A2', 3), seats.inRound('Z9', 4)]).toEqual([
    1, -1, -1,
  ]);
  expect([seats.idOf(2), seats.roundOf(1)]).toEqual(['A3', 4]);
});
