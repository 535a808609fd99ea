import { describe, expect, test } from 'vitest';
import type { Sprite } from './atlas.ts';
import { FLASH_MS, LOOK_FREE, LOOK_OVERSOLD, lookOf, lookColour, turnOf } from './look.ts';
import { FREE, OVERSOLD, SOLD } from './model.ts';
import { dimmed, regionColour, WHITE } from './palette.ts';
import { rasterise, type Frame, type SeatPixels } from './raster.ts';

const BACKGROUND = 7;
const frame = (): Frame => ({
  width: 6,
  height: 3,
  pixels: new Uint32Array(18),
  background: new Uint32Array(18).fill(BACKGROUND),
});
/** One pixel wide, coloured by its look: what was chosen can be read off the frame. */
const dot = (look: number): Sprite => ({
  size: 1,
  pixels: Uint32Array.of(1_000 + look),
  spans: Uint16Array.of(0, 1),
});
const seats = (status: number[], soldAt = -Infinity) => ({
  status: Uint8Array.from(status),
  region: new Uint8Array(status.length),
  soldAt: new Float64Array(status.length).fill(soldAt),
});
const row = (count: number): SeatPixels => ({
  centres: Int32Array.from(Array.from({ length: count }, (_, at) => [at, 1]).flat()),
  turns: new Uint8Array(count),
  sprite: dot,
});
const painted = ({ pixels }: Frame): number[] => [...pixels.subarray(6, 12)];

describe('rasterise', () => {
  test('paints each status, and the background everywhere else', () => {
    const on = frame();
    const alive = rasterise(on, seats([FREE, SOLD, OVERSOLD]), row(3), { nowMs: 0, calm: false });
    const dim = lookOf(SOLD, 0, Infinity, true);
    expect(painted(on)).toEqual(
      [LOOK_FREE, dim, LOOK_OVERSOLD].map((look) => 1_000 + look).concat([7, 7, 7]),
    );
    expect(alive).toBe(false);
  });

  test('keeps nothing of the last frame', () => {
    const on = frame();
    rasterise(on, seats([SOLD, SOLD]), row(2), { nowMs: 0, calm: false });
    rasterise(on, seats([FREE]), row(1), { nowMs: 0, calm: false });
    expect(painted(on)).toEqual([1_000 + LOOK_FREE, 7, 7, 7, 7, 7]);
  });

  test('asks for another frame only while a flash is alive, and never in calm', () => {
    const at = (nowMs: number, calm: boolean): boolean =>
      rasterise(frame(), seats([SOLD], 100), row(1), { nowMs, calm });
    expect([at(100, false), at(100 + FLASH_MS - 1, false), at(100 + FLASH_MS, false)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(at(100, true)).toBe(false);
  });

  test('clips what hangs over the edge', () => {
    const on = frame();
    const wide = (): Sprite => ({
      size: 3,
      pixels: new Uint32Array(9).fill(5),
      spans: Uint16Array.of(0, 3, 0, 3, 0, 3),
    });
    const corner = { centres: Int32Array.of(0, 0), turns: Uint8Array.of(0), sprite: wide };
    rasterise(on, seats([FREE]), corner, { nowMs: 0, calm: false });
    expect([...on.pixels]).toEqual([5, 5, 7, 7, 7, 7, 5, 5, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]);
  });
});

describe('looks', () => {
  test('just sold is white, settled is its Region’s colour, dimmed beside oversold seats', () => {
    expect([
      lookColour(lookOf(SOLD, 1, 0, false)),
      lookColour(lookOf(SOLD, 1, FLASH_MS, false)),
      lookColour(lookOf(SOLD, 1, FLASH_MS, true)),
    ]).toEqual([WHITE, regionColour(1), dimmed(regionColour(1))]);
  });

  test('turns go round', () => {
    expect([turnOf(0), turnOf(Math.PI), turnOf(-Math.PI / 2), turnOf(2 * Math.PI)]).toEqual([
      0, 16, 24, 0,
    ]);
  });
});
