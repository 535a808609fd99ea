// How high each buyer's lane is. Those that prove the contradiction can always be read; where all
// buyers are to be in sight at once the others are as low as they must be, and are counted by rows.

/** More lanes than these are not kept large while all are in sight. */
const MOST_LARGE = 6;
/** Of a row whose buyers are counted, in heights of a lane that can be read. */
const ROW_HEIGHT = 0.85;

export interface LaneLayout {
  readonly count: number;
  /** The lanes from the top that can be read, and the height of each, in pixels. */
  readonly large: number;
  readonly largeHeight: number;
  /** Between those and the others. */
  readonly gap: number;
  readonly smallHeight: number;
  /** Rows of lanes that are counted together; 0: every lane can be read. */
  readonly rows: number;
}

export interface LaneWishes {
  readonly count: number;
  /** Lanes from the top that prove the contradiction. */
  readonly proofs: number;
  /** Pixels of a lane that can be read, and of all lanes together. */
  readonly laneHeight: number;
  readonly room: number;
  /** The least pixels at which a lane has its name and its shapes. */
  readonly readable: number;
  /** All in sight at once. */
  readonly all: boolean;
}

export function layoutOf(wishes: LaneWishes): LaneLayout {
  const { count, proofs, laneHeight, room, readable, all } = wishes;
  const same = { count, largeHeight: laneHeight };
  if (!all || count * laneHeight <= room) {
    return { ...same, large: count, gap: 0, smallHeight: 0, rows: 0 };
  }
  const large = Math.min(proofs, MOST_LARGE);
  const gap = large === 0 ? 0 : laneHeight / 2;
  const left = room - large * laneHeight - gap;
  const smallHeight = left / (count - large);
  const rows =
    smallHeight < readable ? Math.max(1, Math.floor(left / (laneHeight * ROW_HEIGHT))) : 0;
  return { ...same, large, gap, smallHeight, rows };
}

export function heightOf(layout: LaneLayout, lane: number): number {
  return lane < layout.large ? layout.largeHeight : layout.smallHeight;
}

/** Pixels from the top of the first lane to the top of this one, or to the end after the last. */
export function topOf({ large, largeHeight, gap, smallHeight }: LaneLayout, lane: number): number {
  if (lane < large) return lane * largeHeight;
  return large * largeHeight + (smallHeight === 0 ? 0 : gap) + (lane - large) * smallHeight;
}

/** @param y from the top of the first lane; @returns a lane, or one before the first or after the last */
export function laneAt(layout: LaneLayout, y: number): number {
  const { large, largeHeight, smallHeight } = layout;
  if (y < large * largeHeight) return Math.floor(y / largeHeight);
  if (smallHeight === 0) return layout.count;
  return large + Math.max(0, Math.floor((y - topOf(layout, large)) / smallHeight));
}

/** @returns the lanes of a row: from, and up to but not including */
export function rowOf({ count, large, rows }: LaneLayout, row: number): readonly [number, number] {
  const edge = (at: number): number => large + Math.round((at * (count - large)) / rows);
  return [edge(row), edge(row + 1)];
}
