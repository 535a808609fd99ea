// What a burst or a reset may ask for. Pure but for the floors it is asked about.
import { LIMITS, VENUES, type Venue } from '@worldseat/schema/domain';
import type { BreakItRequest, Refusal } from '@worldseat/schema/services';
import { checkRange, invalid, overloaded, unknownEngine, unknownSeat } from './input.ts';
import type { Trial } from './trial.ts';

/** The engines that were named; all when none were. */
export function chosenTrials(
  ids: readonly string[] | null,
  trials: readonly Trial[],
): readonly Trial[] | Refusal {
  if (ids === null) return trials;
  if (ids.length === 0) return invalid('engines', 'Name at least one engine, or none for all.');
  const unknown = ids.find((id) => !trials.some(({ engine }) => engine.id === id));
  if (unknown !== undefined) return invalid('engines', unknownEngine(unknown, trials));
  return trials.filter(({ engine }) => ids.includes(engine.id));
}

/** @returns what is wrong, or null */
export function checkBurst(request: BreakItRequest, trials: readonly Trial[]): Refusal | null {
  const { seat, buyers, seed } = request;
  const range = seat === null ? LIMITS.floorBuyers : LIMITS.seatBuyers;
  const where = seat === null ? 'Buyers over the whole floor' : 'Buyers at one seat';
  const wrong =
    checkRange('buyers', buyers, range, where) ??
    (seed === null ? null : checkRange('seed', seed, LIMITS.seed, 'The seed'));
  if (wrong !== null || seat === null) return wrong;
  const without = trials.find(({ floor }) => !floor.scope.has(seat));
  if (without !== undefined) return invalid('seat', unknownSeat(seat, without.floor));
  const full = trials.find(({ answers }) => answers.room < buyers);
  if (full === undefined) return null;
  return overloaded('The floor has taken all the orders it can; put it on sale anew.', 60_000);
}

/** Null: unknown. Undefined: the venue that is on sale now. */
export function chosenVenue(id: string | null): Venue | undefined | null {
  if (id === null) return undefined;
  return Object.hasOwn(VENUES, id) ? (VENUES[id] ?? null) : null;
}
