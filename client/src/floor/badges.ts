// Which badges and rings a scene needs, and where. Pure.
import { isInside, seatPoint, type Layout, type Point } from './layout.ts';
import { OVERSOLD, type FloorModel } from './model.ts';
import { badgeRadius, seenFromAfar, type Badge } from './overlay.ts';

/** Badges with numbers; further oversold seats stay hot discs of the layer below. */
export const MAX_BADGES = 400;
/** The floor counts no further; only the seat in question is known exactly. */
const MAX_COUNTED = 15;
const LEAST_RING_PX = 9;
const RING_GAP_PX = 5;
/** Of the sum of both radii: nearer badges could not be read; from afar they would hide the floor. */
const LEAST_DISTANCE = 0.72;
const LEAST_DISTANCE_AFAR = 1.9;

export interface BadgeScene {
  readonly model: Pick<FloorModel, 'status' | 'holders' | 'positions'>;
  readonly focus: number | null;
  readonly focusHolders: number | null;
}

/**
 * The most held seats that are seen, as many as find room, at most MAX_BADGES; the most held last, so
 * that it is drawn on top.
 */
export function badgesOf(scene: BadgeScene, layout: Layout): Badge[] {
  const crowd = new Crowding(layout);
  const badges: Badge[] = [];
  for (const index of mostHeldFirst(scene, layout)) {
    const badge = badgeOf(scene, layout, index);
    if (index !== scene.focus && !crowd.hasRoom(badge)) continue;
    crowd.take(badge);
    badges.push(badge);
    if (badges.length === MAX_BADGES) break;
  }
  return badges.reverse();
}

/** Counted, not sorted: there may be thousands. */
function* mostHeldFirst(scene: BadgeScene, layout: Layout): Generator<number> {
  const { status, holders, positions } = scene.model;
  const { focus } = scene;
  const byHolders: (number[] | undefined)[] = [];
  for (let index = 0; index < status.length; index += 1) {
    if (status[index] !== OVERSOLD || index === focus) continue;
    const counted = Math.min(MAX_COUNTED, holders[index] ?? 0);
    (byHolders[counted] ??= []).push(index);
  }
  const seen = (index: number): boolean =>
    isInside(layout, seatPoint(layout, positions, index), layout.seatPitch);
  if (focus !== null && status[focus] === OVERSOLD && seen(focus)) yield focus;
  for (let held = MAX_COUNTED; held > 1; held -= 1) yield* (byHolders[held] ?? []).filter(seen);
}

function badgeOf(scene: BadgeScene, layout: Layout, index: number): Badge {
  const holders = holdersOf(scene, index);
  const exact = holders < MAX_COUNTED || (index === scene.focus && scene.focusHolders !== null);
  return {
    ...seatPoint(layout, scene.model.positions, index),
    holders,
    label: exact ? String(holders) : `${MAX_COUNTED}+`,
    radius: badgeRadius(layout, holders),
  };
}

/** Who stands where, by cells: whether there is room is asked of the neighbours only. */
class Crowding {
  readonly #distance: number;
  readonly #cell: number;
  readonly #cells = new Map<number, Badge[]>();

  constructor(layout: Layout) {
    this.#distance = seenFromAfar(layout) ? LEAST_DISTANCE_AFAR : LEAST_DISTANCE;
    this.#cell = Math.max(1, badgeRadius(layout, 2 ** 16) * 2 * this.#distance);
  }

  hasRoom(badge: Badge): boolean {
    for (const right of [-1, 0, 1]) {
      for (const down of [-1, 0, 1]) {
        const near = this.#cells.get(this.#key(badge, right, down)) ?? [];
        if (near.some((other) => isTooNear(badge, other, this.#distance))) return false;
      }
    }
    return true;
  }

  take(badge: Badge): void {
    const key = this.#key(badge, 0, 0);
    const near = this.#cells.get(key);
    if (near === undefined) this.#cells.set(key, [badge]);
    else near.push(badge);
  }

  #key({ x, y }: Point, right: number, down: number): number {
    const [column, row] = [Math.floor(x / this.#cell), Math.floor(y / this.#cell)];
    return (column + right) * 65_536 + row + down;
  }
}

function isTooNear(one: Badge, other: Badge, distance: number): boolean {
  const least = (one.radius + other.radius) * distance;
  return Math.hypot(one.x - other.x, one.y - other.y) < least;
}

/** A ring that leaves the seat, or its badge, visible. */
export function ringAt(
  scene: BadgeScene,
  layout: Layout,
  index: number,
): Point & { readonly radius: number } {
  const oversold = scene.model.status[index] === OVERSOLD;
  const own = oversold ? badgeRadius(layout, holdersOf(scene, index)) : layout.seatPitch / 2;
  const radius = Math.max(LEAST_RING_PX * layout.unit, own + RING_GAP_PX * layout.unit);
  return { ...seatPoint(layout, scene.model.positions, index), radius };
}

/** Never fewer than the floor shows: two readings may be a moment apart. */
function holdersOf({ model, focus, focusHolders }: BadgeScene, index: number): number {
  const counted = model.holders[index] ?? 0;
  return index === focus ? Math.max(counted, focusHolders ?? 0) : counted;
}
