import { describe, expect, test } from 'vitest';
import { FLASH_MS, LOOK_FREE, LOOK_OVERSOLD, lookOf, lookColour, turnOf } from './look.ts';
import { FREE, OVERSOLD, SOLD } from './model.ts';
import { mix, PALETTES, regionColour, THEMES } from './palette.ts';
import { SeatRaster } from './raster.ts';
import { squareSprite, type Frame, type Sprite } from './sprite.ts';
import { pictureStamp } from './stamps.ts';

const STAGE = 7;
const frame = (): Frame => ({ width: 6, height: 3, pixels: new Uint32Array(18) });
/** One pixel wide, coloured by its look: what was chosen can be read off the frame. */
const dot = (look: number): Sprite => ({
  size: 1,
  pixels: Uint32Array.of(1_000 + look),
  spans: Uint16Array.of(0, 1),
});
const seats = (status: number[], soldAt = -Infinity) => ({
  status: Uint8Array.from(status),
  region: new Uint8Array(status.length),
  soldAt: new Float32Array(status.length).fill(soldAt),
  oversold: status.filter((each) => each === OVERSOLD).length,
});
const places = (count: number): Int32Array =>
  Int32Array.from(Array.from({ length: count }, (_, at) => [at, 1]).flat());
const raster = (count: number, sprite: (look: number) => Sprite = dot): SeatRaster => {
  const stampSeat = pictureStamp(places(count), new Uint8Array(count), { reach: 2, sprite });
  return new SeatRaster(frame(), STAGE, count, stampSeat);
};
const painted = ({ frame: { pixels } }: SeatRaster): number[] => [...pixels.subarray(6, 12)];
const still = { nowMs: 0, calm: false };
const sold = lookOf(SOLD, 0, Infinity, false);
const dim = lookOf(SOLD, 0, Infinity, true);

describe('SeatRaster', () => {
  test('paints each status, and the stage everywhere else', () => {
    const on = raster(3);
    expect(on.paint(seats([FREE, SOLD, OVERSOLD]), still)).toEqual({ changed: true, alive: false });
    expect(painted(on)).toEqual(
      [LOOK_FREE, dim, LOOK_OVERSOLD].map((look) => 1_000 + look).concat([7, 7, 7]),
    );
  });

  test('paints only what differs, and says when nothing does', () => {
    const drawn: number[] = [];
    const on = raster(3, (look) => {
      drawn.push(look);
      return dot(look);
    });
    on.paint(seats([FREE, FREE, SOLD]), still);
    drawn.length = 0;
    expect(on.paint(seats([FREE, FREE, SOLD]), still).changed).toBe(false);
    expect(on.paint(seats([FREE, SOLD, SOLD]), still).changed).toBe(true);
    expect(drawn).toEqual([sold]);
  });

  test('whatever happened before, the picture is that of the state: random walks', () => {
    const seed = 20_261;
    let state = seed;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const wide = (look: number): Sprite => ({
      size: look === LOOK_OVERSOLD ? 3 : 1,
      pixels: new Uint32Array(look === LOOK_OVERSOLD ? 9 : 1).fill(1_000 + look),
      spans: Uint16Array.from(look === LOOK_OVERSOLD ? [0, 3, 0, 3, 0, 3] : [0, 1]),
    });
    const on = raster(6, wide);
    const status = Array.from({ length: 6 }, () => FREE);
    for (let step = 0; step < 500; step += 1) {
      status[random(6)] = [FREE, SOLD, OVERSOLD][random(3)] ?? FREE;
      on.paint(seats(status), still);
      const anew = raster(6, wide);
      anew.paint(seats(status), still);
      expect([...on.frame.pixels], `seed ${seed}, step ${step}`).toEqual([...anew.frame.pixels]);
    }
  });

  test('an oversold seat stays above its neighbour that is painted later', () => {
    const wide = (look: number): Sprite =>
      look === LOOK_OVERSOLD ? squareSprite(3, 3, [1, 1, 1], [1, 1, 1]) : dot(look);
    const on = raster(2, wide);
    on.paint(seats([OVERSOLD, FREE]), still);
    const before = painted(on);
    on.paint(seats([OVERSOLD, SOLD]), still);
    expect(painted(on)).toEqual(before);
  });

  test('asks for another frame only while a flash is alive, and never in calm', () => {
    const at = (nowMs: number, calm: boolean): boolean =>
      raster(1).paint(seats([SOLD], 100), { nowMs, calm }).alive;
    expect([at(100, false), at(100 + FLASH_MS - 1, false), at(100 + FLASH_MS, false)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(at(100, true)).toBe(false);
  });

  test('clips what hangs over the edge, and draws nothing for what is outside', () => {
    const wide: Sprite = {
      size: 3,
      pixels: new Uint32Array(9).fill(5),
      spans: Uint16Array.of(0, 3, 0, 3, 0, 3),
    };
    let drawn = 0;
    const sprite = (): Sprite => {
      drawn += 1;
      return wide;
    };
    const corners = Int32Array.of(0, 0, 5, 2, -9, 1);
    const stampSeat = pictureStamp(corners, new Uint8Array(3), { reach: 2, sprite });
    const on = new SeatRaster(frame(), STAGE, 3, stampSeat);
    on.paint(seats([FREE, FREE, FREE]), still);
    expect([...on.frame.pixels]).toEqual([5, 5, 7, 7, 7, 7, 5, 5, 7, 7, 5, 5, 7, 7, 7, 7, 5, 5]);
    expect(drawn).toBe(2);
  });
});

describe.each(THEMES)('looks, %s', (theme) => {
  const palette = PALETTES[theme];

  test('just sold flashes, settled is its Region’s colour, dimmed beside oversold seats', () => {
    expect([
      lookColour(lookOf(SOLD, 1, 0, false), palette),
      lookColour(lookOf(SOLD, 1, FLASH_MS, false), palette),
      lookColour(lookOf(SOLD, 1, FLASH_MS, true), palette),
    ]).toEqual([
      palette.flash,
      regionColour(1, palette),
      mix(palette.stage, regionColour(1, palette), palette.dimmed),
    ]);
  });
});

test('turns go round', () => {
  expect([turnOf(0), turnOf(Math.PI), turnOf(-Math.PI / 2), turnOf(2 * Math.PI)]).toEqual([
    0, 16, 24, 0,
  ]);
});
