// One floor of the stage under a hand: what part of it is seen now, and which seat is where on the
// screen. Worked out from the venue's geometry and the transform alone, so that what the page paints
// and names can be compared with it.
import { seatPositions, venueSeatIds, type Venue } from '@worldseat/schema/domain';
import type { Locator } from 'playwright-core';

/** Within which a point still means a seat, in venue units: three quarters of a seat. */
const REACH = 24;

export interface At {
  readonly x: number;
  readonly y: number;
}

/** The floor's box in the page, and the view: a point of the whole floor is seen at p · k + (x, y). */
export interface Seen extends At {
  readonly k: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Zoomed = HTMLElement & { readonly __zoom: { readonly k: number } & At };

/** Of an engine's floor, once it moves no more. @param column of the engine */
export function seenOf(column: Locator): Promise<Seen> {
  return column.locator('.surface').evaluate(async (node) => {
    const look = () => {
      const { left, top } = node.getBoundingClientRect();
      const { k, x, y } = (node as Zoomed).__zoom;
      return { k, x, y, left, top, width: node.clientWidth, height: node.clientHeight };
    };
    let seen = look();
    // A glide begins in the frame after the one that it was ordered in.
    for (let still = 0; still < 4; still += 1) {
      await new Promise(requestAnimationFrame);
      const now = look();
      if (Object.entries(now).some(([name, value]) => value !== seen[name as keyof Seen]))
        still = 0;
      seen = now;
    }
    return seen;
  });
}

export const middleOf = ({ left, top, width, height }: Seen): At => ({
  x: left + width / 2,
  y: top + height / 2,
});

/** A venue whose floor never reaches the largest size of a seat. */
export class VenueMap {
  readonly ids: readonly string[];
  readonly #bounds: readonly number[];
  readonly #positions: Float32Array;

  constructor(venue: Venue) {
    this.ids = venueSeatIds(venue);
    this.#bounds = venue.bounds;
    this.#positions = seatPositions(venue);
  }

  /** Where the middle of a seat is in the page. @throws when the venue has no such seat */
  pointOf(seen: Seen, seat: string): At {
    const index = this.ids.indexOf(seat);
    if (index < 0) throw new Error(`there is no seat ${seat}`);
    const { scale, originX, originY } = this.#fit(seen);
    const [x = 0, y = 0] = this.#positions.subarray(index * 2, index * 2 + 2);
    return { x: originX + x * scale, y: originY + y * scale };
  }

  /** The nearest seat to a point of the page, of all seats; null when none is meant there. */
  seatAt(seen: Seen, at: At): string | null {
    const { x, y } = this.placeAt(seen, at);
    let [nearest, least] = [-1, REACH];
    for (let index = 0; index < this.ids.length; index += 1) {
      const [seatX = 0, seatY = 0] = this.#positions.subarray(index * 2, index * 2 + 2);
      const distance = Math.hypot(seatX - x, seatY - y);
      if (distance < least) [nearest, least] = [index, distance];
    }
    return this.ids[nearest] ?? null;
  }

  /** What of the venue is at a point of the page, in venue units. */
  placeAt(seen: Seen, at: At): At {
    const { scale, originX, originY } = this.#fit(seen);
    return { x: (at.x - originX) / scale, y: (at.y - originY) / scale };
  }

  /** Pixels between neighbouring seats. */
  pitch(seen: Seen): number {
    return this.#fit(seen).scale * 32;
  }

  #fit({ k, x, y, left: boxLeft, top: boxTop, width, height }: Seen) {
    const [left = 0, top = 0, right = 0, bottom = 0] = this.#bounds;
    const home = Math.min(width / (right - left), height / (bottom - top));
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
    return {
      scale: home * k,
      originX: boxLeft + x + k * (width / 2 - middleX * home),
      originY: boxTop + y + k * (height / 2 - middleY * home),
    };
  }
}

/** How a seat of a large venue is called: "Section 101, row B, seat 3" for "101-B-3". */
export function nameOf(seat: string): string {
  const [section = '', row = '', number = ''] = seat.split('-');
  return `Section ${section.replace(/^S/, '')}, row ${row}, seat ${number}`;
}

/** The colour that the seats' canvas has at a point of the page: red, green, blue, opacity. */
export async function colourAt(column: Locator, at: At): Promise<number[]> {
  return paintedAround(column.locator('canvas.base'), at, 0.5);
}

/** How many pixels around a point of the page are painted on the uppermost canvas. */
export async function writtenAt(column: Locator, at: At, reach: number): Promise<number> {
  const data = await paintedAround(column.locator('canvas.over'), at, reach);
  return data.filter((value, index) => index % 4 === 3 && value > 0).length;
}

/** Four numbers a pixel. Read from a copy: what is read often is no longer painted as usual. */
function paintedAround(canvas: Locator, at: At, reach: number): Promise<number[]> {
  return canvas.evaluate(
    (node, { x, y, half }) => {
      const painted = node as HTMLCanvasElement;
      const { left, top, width } = painted.getBoundingClientRect();
      const density = painted.width / width;
      const side = Math.ceil(2 * half * density);
      const context = new OffscreenCanvas(side, side).getContext('2d', {
        willReadFrequently: true,
      });
      const from = [(x - half - left) * density, (y - half - top) * density].map(Math.round);
      context?.drawImage(painted, -(from[0] ?? 0), -(from[1] ?? 0));
      return [...(context?.getImageData(0, 0, side, side).data ?? [])];
    },
    { ...at, half: reach },
  );
}
