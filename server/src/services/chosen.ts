// The engines and the venue that a caller chose, found by name.
import { VENUES, venueOf, type Venue } from '@worldseat/schema/domain';
import type { InvalidInput, LabEngineView } from '@worldseat/schema/services';
import type { EngineRoom } from './engine-room.ts';
import { invalid, quote, unknownEngine } from './input.ts';

/** The engines that were named, in the order of the catalogue; those on stage when none were. */
export function chosenEngines(
  ids: readonly string[] | null,
  room: EngineRoom,
): readonly LabEngineView[] | InvalidInput {
  if (ids === null) return room.onStage.map((trial) => room.view(trial));
  if (ids.length === 0) return invalid('engines', 'Name at least one engine, or none for all.');
  const unknown = ids.find((id) => !room.known.some((engine) => engine.id === id));
  if (unknown !== undefined) return invalid('engines', unknownEngine(unknown, room.known));
  return room.known.filter(({ id }) => ids.includes(id));
}

/** Undefined: the venue that is on sale now. */
export function chosenVenue(id: string | null): Venue | undefined | InvalidInput {
  if (id === null) return undefined;
  const venue = venueOf(id);
  if (venue !== null) return venue;
  const known = Object.keys(VENUES).join(', ');
  return invalid('venue', `There is no venue ${quote(id)}; the venues are ${known}.`);
}
