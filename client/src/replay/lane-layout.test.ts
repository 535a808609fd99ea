import { describe, expect, it } from 'vitest';
import { heightOf, laneAt, layoutOf, rowOf, topOf } from './lane-layout.ts';

const WISHES = { count: 3_000, proofs: 2, laneHeight: 28, room: 392, readable: 18, all: true };

describe('the lanes of a timeline', () => {
  it('are all as high as each other while they are scrolled, or when all fit', () => {
    for (const wishes of [
      { ...WISHES, all: false },
      { ...WISHES, count: 14 },
    ]) {
      const layout = layoutOf(wishes);
      expect(layout).toEqual({
        ...{ count: wishes.count, large: wishes.count, largeHeight: 28 },
        ...{ gap: 0, smallHeight: 0, rows: 0 },
      });
      expect([topOf(layout, 10), heightOf(layout, 10), laneAt(layout, 10 * 28)]).toEqual([
        ...[280, 28, 10],
      ]);
    }
  });

  it('keep the proof readable when all are in sight, and fill the room exactly', () => {
    const layout = layoutOf(WISHES);
    expect([heightOf(layout, 0), heightOf(layout, 1)]).toEqual([28, 28]);
    expect(topOf(layout, 2)).toBe(2 * 28 + 14);
    expect(topOf(layout, layout.count)).toBeCloseTo(392);
    expect(layoutOf({ ...WISHES, proofs: 60 }).large).toBe(6);
    expect(layoutOf({ ...WISHES, proofs: 0 })).toMatchObject({ large: 0, gap: 0 });
  });

  it('are found again where they stand', () => {
    const layout = layoutOf(WISHES);
    for (const lane of [0, 1, 2, 3, 1_500, 2_999]) {
      expect(laneAt(layout, topOf(layout, lane) + heightOf(layout, lane) / 2)).toBe(lane);
    }
    expect(laneAt(layout, 2 * 28 + 3)).toBe(2);
    expect(laneAt(layout, -1)).toBe(-1);
  });

  it('are not counted by rows where each can still be read', () => {
    expect(layoutOf({ ...WISHES, count: 16 })).toMatchObject({
      large: 2,
      rows: 0,
      smallHeight: 23,
    });
  });

  it('each belong to one row', () => {
    const layout = layoutOf({ ...WISHES, count: 1_003 });
    const rows = Array.from({ length: layout.rows }, (_, row) => rowOf(layout, row));
    expect(rows.length).toBeGreaterThan(8);
    expect(rows[0]?.[0]).toBe(2);
    expect(rows.at(-1)?.[1]).toBe(1_003);
    rows.slice(1).forEach(([from], at) => expect(from).toBe(rows[at]?.[1]));
  });
});
