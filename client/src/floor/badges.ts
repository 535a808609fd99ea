// Which badges and rings a scene needs, and where. Pure.
import { seatPoint, type Layout, type Point } from './layout.ts';
import { OVERSOLD, type FloorModel } from './model.ts';
import { badgeRadius, MAX_BADGES, type Badge } from './overlay.ts';

/** The floor counts no further; only the seat in question is known exactly. */
const MAX_COUNTED = 15;
const LEAST_RING_PX = 9;
const RING_GAP_PX = 5;

export interface BadgeScene {
  readonly model: Pick<FloorModel, 'status' | 'holders' | 'positions'>;
  readonly focus: number | null;
  readonly focusHolders: number | null;
}

/** The most held seats, at most MAX_BADGES, the most held last so that it is drawn on top. */
export function badgesOf(scene: BadgeScene, layout: Layout): Badge[] {
  const { model, focus } = scene;
  const oversold: number[] = [];
  for (const [index, status] of model.status.entries()) {
    if (status === OVERSOLD) oversold.push(index);
  }
  return oversold
    .sort((one, other) => holdersOf(scene, one) - holdersOf(scene, other))
    .slice(-MAX_BADGES)
    .map((index) => {
      const holders = holdersOf(scene, index);
      const exact = holders < MAX_COUNTED || (index === focus && scene.focusHolders !== null);
      return {
        ...seatPoint(layout, model.positions, index),
        holders,
        label: exact ? String(holders) : `${MAX_COUNTED}+`,
        radius: badgeRadius(layout.seatPitch, holders),
      };
    });
}

/** A ring that leaves the seat, or its badge, visible. */
export function ringAt(
  scene: BadgeScene,
  layout: Layout,
  index: number,
): Point & { readonly radius: number } {
  const oversold = scene.model.status[index] === OVERSOLD;
  const own = oversold
    ? badgeRadius(layout.seatPitch, holdersOf(scene, index))
    : layout.seatPitch / 2;
  const radius = Math.max(LEAST_RING_PX, own + RING_GAP_PX);
  return { ...seatPoint(layout, scene.model.positions, index), radius };
}

/** Never fewer than the floor shows: two readings may be a moment apart. */
function holdersOf({ model, focus, focusHolders }: BadgeScene, index: number): number {
  const counted = model.holders[index] ?? 0;
  return index === focus ? Math.max(counted, focusHolders ?? 0) : counted;
}
