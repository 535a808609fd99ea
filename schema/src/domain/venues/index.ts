// Every venue there is, by its id. Built once, when this module loads, and frozen.
import type { Venue } from '../venue.ts';
import { arena } from './arena.ts';
import { hall } from './hall.ts';
import { stadium } from './stadium.ts';
import { theatre } from './theatre.ts';

export const VENUES: Readonly<Record<string, Venue>> = Object.freeze({
  hall,
  theatre,
  arena,
  stadium,
});

/** The venue of a first start. */
export const DEFAULT_VENUE = 'hall';

/** The venue with this id, or null: any text is allowed. */
export function venueOf(id: string): Venue | null {
  return Object.hasOwn(VENUES, id) ? (VENUES[id] ?? null) : null;
}
