import { describe, expect, it } from 'vitest';
import { packSeat, rowName, sectionSeatIds, seatStatus, unpackSeat } from './index.ts';

describe('a packed seat', () => {
  it('comes back as it went in, with at most 15 holders', () => {
    for (const index of [0, 1, 95, 3563, 79_999]) {
      for (const holders of [0, 1, 2, 14, 15, 60]) {
        expect(unpackSeat(packSeat(index, holders))).toEqual({
          index,
          status: seatStatus(holders),
          holders: Math.min(holders, 15),
        });
      }
    }
  });

  it('is the integer that the contract describes', () => {
    expect([packSeat(3, 0), packSeat(3, 1), packSeat(3, 60)]).toEqual([192, 209, 239]);
  });

  it('refuses integers that no seat has', () => {
    for (const wrong of [-1, 0.5, 48, Number.NaN]) {
      expect(() => unpackSeat(wrong)).toThrow('not a packed seat');
    }
  });
});

describe('seat ids', () => {
  it('letter rows A to Z, then AA', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(rowName)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });

  it('follow from the pattern and the row counts', () => {
    const rows = [2, 0, 0, 1, 0, 2, 0, 1, 0, 1, 1, 1, 2, 1];
    expect(sectionSeatIds({ seatIds: '112-{row}-{seat}', rows })).toEqual([
      '112-A-1',
      '112-A-2',
      '112-B-1',
    ]);
  });
});
