// The shapes of seats as pixels: as large as their formulas say, hollow where they should be, turned
// the right way, and never beyond the room that a seat has.
import { describe, expect, test } from 'vitest';
import { PALETTES, pack, type Rgb } from './palette.ts';
import { coatedSprite, hotDisc, seatShape, type Coat } from './seat-shapes.ts';
import type { Sprite } from './sprite.ts';

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const coat = (pitch: number, hollow: boolean): Coat => ({
  ...{ distance: seatShape(pitch, hollow), colour: WHITE, opacity: 1 },
});
const seat = (pitch: number, hollow: boolean, angle = 0): Sprite =>
  coatedSprite(Math.ceil(pitch * 1.15) | 1, angle, [coat(pitch, hollow)], BLACK);
/** How much of a pixel is white, from 0 to 1; x and y from the middle. */
function white({ size, pixels }: Sprite, x: number, y: number): number {
  const middle = size >> 1;
  return ((pixels[(middle + y) * size + middle + x] ?? 0) & 255) / 255;
}
const areaOf = ({ pixels }: Sprite): number =>
  pixels.reduce((sum, pixel) => sum + (pixel & 255) / 255, 0);

describe('a seat', () => {
  test.each([9, 14, 19])(
    'of pitch %d is a square with round corners, as large as that is',
    (pitch) => {
      const side = pitch * 0.74;
      const cut = 2 * (1 - Math.PI / 4) * ((side * 0.42) ** 2 + (side * 0.16) ** 2);
      expect(areaOf(seat(pitch, false)) / (side * side - cut)).toBeCloseTo(1, 1);
    },
  );

  test('that is sold is full in the middle, one that is free is not', () => {
    expect(white(seat(12, false), 0, 0)).toBe(1);
    expect(white(seat(12, true), 0, 0)).toBe(0);
    expect(areaOf(seat(12, true))).toBeLessThan(areaOf(seat(12, false)) / 2);
  });

  test('is rounder in front than behind', () => {
    const small = seat(18, false);
    expect(white(small, -6, -6)).toBe(0);
    expect(white(small, -6, 6)).toBeGreaterThan(0.5);
  });

  test('close up has a back of its own, a little apart from the cushion', () => {
    const chair = seat(60, false);
    expect(white(chair, 0, -10)).toBe(1);
    expect(white(chair, 0, 13)).toBe(0);
    expect(white(chair, 0, 18)).toBe(1);
  });

  test('turns clockwise: its back goes from below to the left', () => {
    const turned = seat(60, false, Math.PI / 2);
    expect(white(turned, -18, 0)).toBe(1);
    expect(white(turned, -13, 0)).toBe(0);
    expect(white(turned, 18, 0)).toBe(1);
  });

  test.each([5, 8, 13, 21, 40])(
    'of pitch %d stays in its own room, however it is turned',
    (pitch) => {
      for (let turn = 0; turn < 32; turn += 1) {
        const { size, pixels } = seat(pitch, turn % 2 === 0, (turn / 32) * 2 * Math.PI);
        const edge = [...pixels].filter((pixel, at) => {
          const [x, y] = [(at % size) - (size >> 1), Math.floor(at / size) - (size >> 1)];
          return Math.hypot(x, y) > pitch * 0.6 + 1 && pixel !== pack(BLACK);
        });
        expect({ turn, edge }).toEqual({ turn, edge: [] });
      }
    },
  );
});

describe('the disc of an oversold seat', () => {
  const { hot, hotRim } = PALETTES.dark;

  test('is hot in the middle, and has a rim that is strong where there is room for one', () => {
    const large = coatedSprite(31, 0, hotDisc(24, PALETTES.dark), BLACK);
    expect(large.pixels[15 * 31 + 15]).toBe(pack(hot));
    expect(large.pixels[15 * 31 + 3]).toBe(pack(hotRim));
    const small = coatedSprite(9, 0, hotDisc(6, PALETTES.dark), BLACK);
    expect(small.pixels[4 * 9 + 4]).toBe(pack(hot));
    expect([...small.pixels]).not.toContain(pack(hotRim));
  });

  test('is round: the same from above and from the left', () => {
    const { size, pixels } = coatedSprite(31, 0, hotDisc(24, PALETTES.dark), BLACK);
    const mirrored = pixels.map((_, at) => pixels[(at % size) * size + Math.floor(at / size)] ?? 0);
    expect(mirrored).toEqual(pixels);
  });
});

test('a row’s span holds every pixel that is painted, and none of an empty row', () => {
  const { size, pixels, spans } = seat(29, true, 0.4);
  for (let row = 0; row < size; row += 1) {
    const painted = [...pixels.slice(row * size, (row + 1) * size)].map(
      (pixel) => pixel !== pack(BLACK),
    );
    const [first, end] = [spans[row * 2], spans[row * 2 + 1]];
    const found = [painted.indexOf(true), painted.lastIndexOf(true) + 1];
    expect([row, first, end]).toEqual([row, ...(found[1] === 0 ? [0, 0] : found)]);
  }
});

test('what is thinner than paint is left out, and the stage stands as it is', () => {
  const faint = coatedSprite(5, 0, [{ ...coat(9, false), opacity: 7 / 255 }], [9, 8, 7]);
  expect([...faint.pixels]).toEqual(Array.from({ length: 25 }, () => pack([9, 8, 7])));
});
