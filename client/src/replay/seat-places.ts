// Where buyers stand while they are at the seat that they want: in rings around it, so that they are
// all seen, and the seat's badge with them. Venue units. Places to be seen at, not facts.
import { byCall } from './by-call.ts';
import type { BurstColumns } from './burst-columns.ts';

/** Between two in a ring, as a share of the floor's width. */
const SPACING = 1 / 90;
/** Places around one seat; whoever comes later shares them. */
const MAX_PLACES = 240;
/** From the seat's centre to the first ring, so that its badge stays visible. */
const NEAREST_RING = 30;
/** More of it the more buyers want the seat: its badge will be larger. */
const MOST_BADGE_ROOM = 14;

/**
 * x, y of each order's place. The rings are filled from the inside, in the order in which the
 * seat's buyers were served.
 */
export function seatPlacesOf({
  venue,
  positions,
  seat,
  callNs,
  count,
}: BurstColumns): Float32Array {
  const places = new Float32Array(2 * count);
  const [left = 0, , right = 1] = venue.bounds;
  const wanted = new Map<number, number[]>();
  for (const [order, index] of seat.entries()) {
    const orders = wanted.get(index);
    if (orders === undefined) wanted.set(index, [order]);
    else orders.push(order);
  }
  const spacing = (right - left) * SPACING;
  for (const [index, orders] of wanted) {
    orders.sort(byCall(callNs));
    const ring = ringsFor(orders.length, spacing);
    orders.forEach((order, place) => {
      const { radius, angle } = ring(place % MAX_PLACES);
      places[2 * order] = (positions[2 * index] ?? 0) + radius * Math.cos(angle);
      places[2 * order + 1] = (positions[2 * index + 1] ?? 0) + radius * Math.sin(angle);
    });
  }
  return places;
}

interface Ringed {
  readonly radius: number;
  readonly angle: number;
}

function ringsFor(buyers: number, spacing: number): (place: number) => Ringed {
  const places: Ringed[] = [];
  const nearest = NEAREST_RING + Math.min(MOST_BADGE_ROOM, buyers / 2);
  for (let radius = nearest; places.length < Math.min(buyers, MAX_PLACES); radius += spacing) {
    const room = Math.max(1, Math.floor((2 * Math.PI * radius) / spacing));
    for (let at = 0; at < room; at += 1) {
      places.push({ radius, angle: -Math.PI / 2 + (2 * Math.PI * at) / room });
    }
  }
  return (place) => places[place] ?? { radius: nearest, angle: 0 };
}
