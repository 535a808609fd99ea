// The crowd before each Region's gate: a triangle in a corner of the floor's box that no seat reaches
// into. Whoever is served first stands in front. Venue units. A place to be seen at, not a fact: the
// facts are who waits, and for how long.
import type { Gate } from '../floor/actors.ts';
import { byCall } from './by-call.ts';
import type { BurstColumns } from './burst-columns.ts';

/** Between two in a crowd, as a share of the floor's width: a dot's width on a stage. */
const SPACING = 1 / 95;
/** Places before one gate: as many as can be told apart. */
const MAX_PLACES = 700;
/** From a crowd to the nearest seat. */
const MARGIN = 40;
/** The least side of a crowd, as a share of the floor's height, even where seats fill the corner. */
const LEAST_SIDE = 1 / 12;
/** The upper corners have the legend: only where they have so much more room are they taken first. */
const UPPER_CORNERS_NEED = 1.3;

export interface Gates {
  /** x, y of each order's place. */
  readonly gate: Float32Array;
  /** 1: seen while it waits. Of a large crowd several share a place, and one of them is seen. */
  readonly seenAtGate: Uint8Array;
  /** By Region, for those that have a corner of their own. */
  readonly corners: readonly Gate[];
}

export function gatesOf(columns: BurstColumns): Gates {
  const { venue, region, callNs, count } = columns;
  const gate = new Float32Array(2 * count);
  const seenAtGate = new Uint8Array(count);
  const [left = 0, , right = 1] = venue.bounds;
  const corners = cornersOf(columns);
  for (const [index, orders] of ordersByCorner(region, corners.length)) {
    const corner = corners[index];
    if (corner === undefined) continue;
    orders.sort(byCall(callNs));
    const places = Math.min(MAX_PLACES, orders.length);
    const side = Math.ceil(Math.sqrt(2 * places)) + 1;
    const spacing = Math.min((right - left) * SPACING, corner.free / side);
    let taken = -1;
    // The last in line stand in the corner itself.
    for (const [behind, order] of orders.toReversed().entries()) {
      const place = Math.floor((behind * places) / orders.length);
      const { along, away } = triangle(place);
      gate[2 * order] = corner.x + corner.inwardX * (along + 0.7) * spacing;
      gate[2 * order + 1] = corner.y + corner.inwardY * (away + 0.7) * spacing;
      // Who of them leaves last is seen, so that no place looks empty too early.
      seenAtGate[order] = place === taken ? 0 : 1;
      taken = place;
    }
  }
  return { gate, seenAtGate, corners };
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly inwardX: 1 | -1;
  readonly inwardY: 1 | -1;
  /** Along both edges from here: the triangle between has no seat. */
  readonly free: number;
}

/** One for each of the first four Regions, left and right in turn; further ones share. */
function cornersOf({ venue, positions }: Pick<BurstColumns, 'venue' | 'positions'>): Corner[] {
  const [left = 0, top = 0, right = 1, bottom = 1] = venue.bounds;
  const corner = (x: number, y: number): Corner => {
    const free = Math.max((bottom - top) * LEAST_SIDE, freeSide(positions, x, y) - MARGIN);
    return { x, y, inwardX: x === left ? 1 : -1, inwardY: y === top ? 1 : -1, free };
  };
  const lower = [corner(left, bottom), corner(right, bottom)];
  const upper = [corner(left, top), corner(right, top)];
  const room = (pair: readonly Corner[]): number => Math.min(...pair.map(({ free }) => free));
  const upperFirst = room(upper) > room(lower) * UPPER_CORNERS_NEED;
  return upperFirst ? [...upper, ...lower] : [...lower, ...upper];
}

/** How far from a corner, along both edges together, the nearest seat is. */
function freeSide(positions: Float32Array, x: number, y: number): number {
  let free = Number.POSITIVE_INFINITY;
  for (let at = 0; at < positions.length; at += 2) {
    const away = Math.abs((positions[at] ?? 0) - x) + Math.abs((positions[at + 1] ?? 0) - y);
    if (away < free) free = away;
  }
  return free;
}

function ordersByCorner(region: Uint8Array, corners: number): Map<number, number[]> {
  const byCorner = new Map<number, number[]>();
  for (const [order, index] of region.entries()) {
    const orders = byCorner.get(index % corners);
    if (orders === undefined) byCorner.set(index % corners, [order]);
    else orders.push(order);
  }
  return byCorner;
}

/** The place with this number when a corner is filled diagonal by diagonal. */
function triangle(place: number): { readonly along: number; readonly away: number } {
  const diagonal = Math.floor((Math.sqrt(8 * place + 1) - 1) / 2);
  const along = place - (diagonal * (diagonal + 1)) / 2;
  return { along, away: diagonal - along };
}
