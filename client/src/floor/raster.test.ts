import { seededRandom } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import { FLASH_MS, LOOK_FREE, LOOK_OVERSOLD, lookOf, lookColour, turnOf } from './look.ts';
import { FREE, OVERSOLD, SOLD } from './model.ts';
import { mix, PALETTES, regionColour, THEMES } from './palette.ts';
import { SeatRaster, type Ground } from './raster.ts';
import { SeatChanges } from './seat-changes.ts';
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
/** What a raster reads of a model, written through put(): as news is. */
class Seats {
  readonly status: Uint8Array;
  readonly region: Uint8Array;
  readonly soldAt: Float32Array;
  readonly changes = new SeatChanges();

  constructor(status: readonly number[], soldAt = -Infinity) {
    this.status = Uint8Array.from(status);
    this.region = new Uint8Array(status.length);
    this.soldAt = new Float32Array(status.length).fill(soldAt);
  }

  get oversold(): number {
    return this.status.filter((each) => each === OVERSOLD).length;
  }

  put(seat: number, status: number, soldAtMs = -Infinity): void {
    this.status[seat] = status;
    this.soldAt[seat] = soldAtMs;
    this.changes.note(seat);
  }
}

const places = (count: number): Int32Array =>
  Int32Array.from(Array.from({ length: count }, (_, at) => [at, 1]).flat());
const groundOf = (count: number, sprite: (look: number) => Sprite): Ground => ({
  frame: frame(),
  stage: STAGE,
  stampSeat: pictureStamp(places(count), new Uint8Array(count), { reach: 2, sprite }),
});
const rasterOf = (seats: Seats, sprite: (look: number) => Sprite = dot) => {
  const ground = groundOf(seats.status.length, sprite);
  return { raster: new SeatRaster(seats, ground), pixels: ground.frame.pixels };
};
/** Only of the row in which the seats stand. */
const painted = ({ pixels }: { pixels: Uint32Array }): number[] => [...pixels.subarray(6, 12)];
const still = { nowMs: 0, calm: false };
const sold = lookOf(SOLD, 0, Infinity, false);
const dim = lookOf(SOLD, 0, Infinity, true);

describe('SeatRaster', () => {
  test('paints each status, and the stage everywhere else', () => {
    const on = rasterOf(new Seats([FREE, SOLD, OVERSOLD]));
    expect(on.raster.paint(still)).toEqual({ changed: true, alive: false });
    expect(painted(on)).toEqual(
      [LOOK_FREE, dim, LOOK_OVERSOLD].map((look) => 1_000 + look).concat([7, 7, 7]),
    );
  });

  test('paints only what differs, and says when nothing does', () => {
    const drawn: number[] = [];
    const seats = new Seats([FREE, FREE, SOLD]);
    const { raster } = rasterOf(seats, (look) => {
      drawn.push(look);
      return dot(look);
    });
    raster.paint(still);
    drawn.length = 0;
    seats.put(0, FREE);
    expect(raster.paint(still).changed).toBe(false);
    seats.put(1, SOLD);
    expect(raster.paint(still).changed).toBe(true);
    expect(drawn).toEqual([sold]);
  });

  test('a flash is painted when its step is due, and not in between', () => {
    const drawn: number[] = [];
    const { raster } = rasterOf(new Seats([SOLD], 1_000), (look) => {
      drawn.push(look - sold);
      return dot(look);
    });
    for (let nowMs = 1_000; raster.paint({ nowMs, calm: false }).alive; nowMs += 5);
    expect(drawn).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
  });

  test('whatever happened before, the picture is that of the state: random walks', () => {
    const seed = 20_261;
    const random = seededRandom(seed);
    const below = (limit: number): number => Math.floor(random() * limit);
    const wide = (look: number): Sprite => ({
      size: look === LOOK_OVERSOLD ? 3 : 1,
      pixels: new Uint32Array(look === LOOK_OVERSOLD ? 9 : 1).fill(1_000 + look),
      spans: Uint16Array.from(look === LOOK_OVERSOLD ? [0, 3, 0, 3, 0, 3] : [0, 1]),
    });
    const seats = new Seats(Array.from({ length: 6 }, () => FREE));
    const on = rasterOf(seats, wide);
    const moment = { nowMs: 1_000, calm: false };
    for (let step = 0; step < 3_000; step += 1) {
      for (let news = below(4); news > 0; news -= 1) {
        const status = [FREE, SOLD, SOLD, OVERSOLD][below(4)] ?? FREE;
        seats.put(below(6), status, below(3) === 0 ? -Infinity : moment.nowMs - below(400));
      }
      if (below(40) === 0) seats.changes.noteAll();
      if (below(60) === 0) moment.calm = !moment.calm;
      moment.nowMs += below(50);
      const { alive } = on.raster.paint(moment);
      const anew = rasterOf(seats, wide);
      expect(alive, `seed ${seed}, step ${step}`).toBe(anew.raster.paint(moment).alive);
      expect([...on.pixels], `seed ${seed}, step ${step}`).toEqual([...anew.pixels]);
    }
  });

  test('whoever fell far behind looks at every seat', () => {
    const seats = new Seats([FREE, FREE]);
    const on = rasterOf(seats);
    on.raster.paint(still);
    seats.put(0, SOLD);
    for (let more = 0; more < 20_000; more += 1) seats.put(1, SOLD);
    on.raster.paint(still);
    expect(painted(on).slice(0, 2)).toEqual([1_000 + sold, 1_000 + sold]);
  });

  test('restarted, all is painted on the new ground', () => {
    const seats = new Seats([SOLD, FREE]);
    const on = rasterOf(seats);
    on.raster.paint(still);
    const next = groundOf(2, dot);
    on.raster.restart(next);
    expect(on.raster.paint(still).changed).toBe(true);
    expect([...next.frame.pixels]).toEqual([...on.pixels]);
  });

  test('an oversold seat stays above its neighbour that is painted later', () => {
    const wide = (look: number): Sprite =>
      look === LOOK_OVERSOLD ? squareSprite(3, 3, [1, 1, 1], [1, 1, 1]) : dot(look);
    const seats = new Seats([OVERSOLD, FREE]);
    const on = rasterOf(seats, wide);
    on.raster.paint(still);
    const before = painted(on);
    seats.put(1, SOLD);
    on.raster.paint(still);
    expect(painted(on)).toEqual(before);
  });

  test('asks for another frame only while a flash is alive, and never in calm', () => {
    const at = (nowMs: number, calm: boolean): boolean =>
      rasterOf(new Seats([SOLD], 100)).raster.paint({ nowMs, calm }).alive;
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
    const ground = { frame: frame(), stage: STAGE, stampSeat };
    new SeatRaster(new Seats([FREE, FREE, FREE]), ground).paint(still);
    const { pixels } = ground.frame;
    expect([...pixels]).toEqual([5, 5, 7, 7, 7, 7, 5, 5, 7, 7, 5, 5, 7, 7, 7, 7, 5, 5]);
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
