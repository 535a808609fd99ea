// Who this phone is: an id of its own, and the name that was typed last. Kept by the browser, so that
// a phone that slept comes back as the same person.
import { recall, remember } from '../state/visitor.svelte.ts';

const KEY = 'worldseat.person';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Was in the room when it was kept. */
  readonly joined: boolean;
}

/** Pages that are not served by TLS have no randomUUID. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isPerson(value: unknown): value is Person {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, joined } = value as Partial<Record<keyof Person, unknown>>;
  return typeof id === 'string' && typeof name === 'string' && typeof joined === 'boolean';
}

export function recallPerson(): Person {
  const kept = recall(KEY);
  return isPerson(kept) ? kept : { id: newId(), name: '', joined: false };
}

export function rememberPerson(person: Person): void {
  remember(KEY, person);
}
