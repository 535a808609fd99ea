// The small map of the header, laid out: which part of the world it shows, its land dots, one mark a
// Region and the arc between them. Pure geometry; it says nothing of time or lag.
import { LAND_LEFT, LAND_ROWS, LAND_STEP, LAND_TOP } from './land-dots.ts';
import { placeOf, type Place } from './region-places.ts';

export const MAP_HEIGHT = 92;
/** Latitudes are stretched so that the shapes of the middle latitudes look right. */
const STRETCH = 1.25;
/** Map units a degree of longitude; a closer look would show no coast. */
const MOST_SCALE = 3.7;
/** Room beside the outermost marks, for their names. */
const MARGIN_X = 128;
const MARGIN_TOP = 40;
const MARGIN_BOTTOM = 16;
const LEAST_DOT_PITCH = 5;

export interface RegionMark {
  readonly region: string;
  readonly x: number;
  readonly y: number;
  /** Where its name stands. */
  readonly side: 'left' | 'right' | 'below';
}

export interface RegionMap {
  /** Centres of the land dots. */
  readonly land: readonly (readonly [x: number, y: number])[];
  /** From west to east. */
  readonly marks: readonly RegionMark[];
  /** SVG path from the first mark to each of the others; null with fewer than two. */
  readonly arc: string | null;
  /** Where what is said of the arc stands. */
  readonly label: { readonly x: number; readonly y: number };
  /** Regions whose place is not known: they are named, without a dot. */
  readonly unplaced: readonly string[];
}

interface View {
  readonly width: number;
  readonly longitude: number;
  readonly latitude: number;
  /** Map units a degree of longitude. */
  readonly scale: number;
}

/**
 * @param regions names, each once
 * @param width in map units; names are written about 22 high
 * @returns null when the place of none is known
 */
export function regionMap(regions: readonly string[], width: number): RegionMap | null {
  const placed = regions.flatMap((region) => {
    const place = placeOf(region);
    return place === null ? [] : [{ region, ...place }];
  });
  if (placed.length === 0) return null;
  const view = viewOf(placed, width);
  const points = placed
    .map(({ region, ...place }) => ({ region, ...project(view, place) }))
    .sort((a, b) => a.x - b.x);
  const marks = points.map((point, at) => ({ ...point, side: sideOf(at, points.length) }));
  return {
    land: landIn(view),
    marks,
    ...arcOf(marks),
    unplaced: regions.filter((region) => placeOf(region) === null),
  };
}

/** The Regions in the middle, turned so that no ocean between them is cut in two. */
function viewOf(places: readonly Place[], width: number): View {
  const { west, span } = narrowest(places.map(({ longitude }) => longitude));
  const latitudes = places.map(({ latitude }) => latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const across = Math.min(MOST_SCALE, (width - 2 * MARGIN_X) / Math.max(1, span));
  const down = (MAP_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM) / (STRETCH * Math.max(1, north - south));
  return {
    width,
    longitude: west + span / 2,
    latitude: (south + north) / 2,
    scale: Math.min(across, down),
  };
}

/** The smallest arc of the globe that holds all. */
function narrowest(longitudes: readonly number[]): { west: number; span: number } {
  const sorted = [...longitudes].sort((a, b) => a - b);
  let best = { west: 0, span: Number.POSITIVE_INFINITY };
  sorted.forEach((west, at) => {
    const east = at === 0 ? sorted.at(-1) : sorted[at - 1];
    const span = ((east ?? west) - west + 360) % 360;
    if (span < best.span) best = { west, span };
  });
  return best;
}

function project(view: View, place: Place): { x: number; y: number } {
  const turned = ((place.longitude - view.longitude + 540) % 360) - 180;
  const middle = MARGIN_TOP + (MAP_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM) / 2;
  return {
    x: view.width / 2 + turned * view.scale,
    y: middle - (place.latitude - view.latitude) * view.scale * STRETCH,
  };
}

function landIn(view: View): [number, number][] {
  const every = Math.max(1, Math.ceil(LEAST_DOT_PITCH / (LAND_STEP * view.scale)));
  const dots: [number, number][] = [];
  for (let row = 0; row < LAND_ROWS.length; row += every) {
    const digits = LAND_ROWS[row] ?? '';
    for (let column = 0; column < digits.length * 4; column += every) {
      if ((Number.parseInt(digits.charAt(column >> 2), 16) & (8 >> (column & 3))) === 0) continue;
      const latitude = LAND_TOP - row * LAND_STEP;
      const { x, y } = project(view, { latitude, longitude: LAND_LEFT + column * LAND_STEP });
      if (x >= 0 && x <= view.width && y >= 0 && y <= MAP_HEIGHT) dots.push([tenth(x), tenth(y)]);
    }
  }
  return dots;
}

function sideOf(at: number, count: number): RegionMark['side'] {
  if (at === 0) return 'left';
  return at === count - 1 ? 'right' : 'below';
}

/** Bulges upwards, more for a longer way, and never so little that it cannot be seen. */
function arcOf(marks: readonly RegionMark[]): Pick<RegionMap, 'arc' | 'label'> {
  const [first, ...others] = marks;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return { arc: null, label: { x: 0, y: 0 } };
  const paths = others.map(({ x, y }) => {
    const top = Math.min(first.y, y) - Math.max(34, Math.min(64, (x - first.x) * 0.32));
    const points = [first.x, first.y, (first.x + x) / 2, top, x, y].map(tenth);
    return `M${points.slice(0, 2).join(' ')}Q${points.slice(2).join(' ')}`;
  });
  // Below the arc where there is room between the marks, else above it.
  const wide = last.x - first.x > 96;
  const y = wide ? Math.max(first.y, last.y) + 4 : Math.min(first.y, last.y) - 22;
  const label = { x: tenth((first.x + last.x) / 2), y: tenth(y) };
  return { arc: paths.join(''), label };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
