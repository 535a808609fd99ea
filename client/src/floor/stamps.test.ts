import { describe, expect, test } from 'vitest';
import { LOOK_FREE, LOOK_OVERSOLD } from './look.ts';
import type { Frame } from './sprite.ts';
import { dotStamp } from './stamps.ts';

const SOLD = 40;
const STAGE = 7;
const disc = {
  size: 1,
  pixels: Uint32Array.of(99),
  spans: Uint16Array.of(0, 1),
};
const pictures = { reach: 1, sprite: () => disc };
const colours = {
  stage: STAGE,
  colours: Uint32Array.from({ length: 256 }, (_, look) => 100 + look),
};

function painted(centres: number[], looks: number[], order: number[]): number[] {
  const frame: Frame = { width: 4, height: 4, pixels: new Uint32Array(16).fill(STAGE) };
  const stampSeat = dotStamp(Int32Array.from(centres), frame, colours, pictures);
  for (const index of order) stampSeat(frame, index, looks[index] ?? 0);
  return [...frame.pixels];
}

describe('dots', () => {
  test('a sold seat fills two by two pixels, a free one is a speck', () => {
    const [sold, free] = [100 + SOLD, 100 + LOOK_FREE];
    expect(painted([0, 0, 2, 2], [SOLD, LOOK_FREE], [0, 1])).toEqual([
      ...[sold, sold, 7, 7],
      ...[sold, sold, 7, 7],
      ...[7, 7, free, 7],
      ...[7, 7, 7, 7],
    ]);
  });

  test('close neighbours share the pixels between them, whoever is painted last', () => {
    const centres = [0, 0, 1, 1, 2, 0, 3, 3];
    const looks = [SOLD, SOLD + 1, SOLD + 2, LOOK_OVERSOLD];
    const forward = painted(centres, looks, [0, 1, 2, 3]);
    expect(painted(centres, looks, [3, 2, 1, 0])).toEqual(forward);
    expect([forward[0], forward[5], forward[2], forward[15]]).toEqual([140, 141, 142, 99]);
  });

  test('what is sold anew leaves nothing of what it was', () => {
    const twice = painted([1, 1], [LOOK_FREE], [0]);
    const frame: Frame = { width: 4, height: 4, pixels: new Uint32Array(16).fill(STAGE) };
    const stampSeat = dotStamp(Int32Array.of(1, 1), frame, colours, pictures);
    for (const look of [SOLD, LOOK_FREE]) stampSeat(frame, 0, look);
    expect([...frame.pixels]).toEqual(twice);
  });

  test('seats at and beyond the edge do no harm', () => {
    const pixels = painted([3, 3, -1, 2, 4, 0, 2, 9], [SOLD, SOLD, SOLD, SOLD], [0, 1, 2, 3]);
    expect(pixels.filter((pixel) => pixel !== STAGE)).toEqual([100 + SOLD]);
  });
});
