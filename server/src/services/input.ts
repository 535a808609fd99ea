// What callers may ask for: every input is checked here before anything is tried, and a refusal says
// what was wrong and what is allowed. Pure but for the floor it is asked about.
import {
  isReservedOrder,
  LIMITS,
  RESERVED_ORDER_PREFIXES,
  type Strategy,
} from '@worldseat/schema/domain';
import type {
  EngineUnavailable,
  InvalidInput,
  LabEngineView,
  Overloaded,
} from '@worldseat/schema/services';
import type { EngineUnavailable as EngineFault } from '../engines/engine.ts';
import type { Floor } from '../onsale/floor.ts';
import type { Trial } from './trial.ts';

export function invalid(field: string, message: string): InvalidInput {
  return { __typename: 'InvalidInputError', field, message };
}

export function overloaded(message: string, retryAfterMs: number): Overloaded {
  return { __typename: 'OverloadedError', message, retryAfterMs };
}

export function unavailable({ engineId: engine, message }: EngineFault): EngineUnavailable {
  return { __typename: 'EngineUnavailableError', engine, message };
}

/** The caller's own words, safe to repeat: quoted, escaped and cut. */
export function quote(given: string): string {
  const quoted = JSON.stringify(given.length > 40 ? `${given.slice(0, 40)}…` : given);
  return quoted.replace(/[\u007f-\u009f\u2028\u2029]/g, '?');
}

export function unknownEngine(id: string, among: readonly (Trial | LabEngineView)[]): string {
  const known = among.map((one) => ('engine' in one ? one.engine.id : one.id)).join(', ');
  return `There is no engine ${quote(id)}; the engines are ${known}.`;
}

/** @returns why this engine cannot run the strategy, or null */
export function checkStrategy(
  strategy: Strategy,
  { name, strategies }: Pick<LabEngineView, 'name' | 'strategies'>,
): InvalidInput | null {
  if (strategies.includes(strategy)) return null;
  const offered = strategies.join(', ');
  return invalid('strategy', `${name} has no means for ${strategy}; it offers ${offered}.`);
}

export function unknownSeat(seatId: string, floor: Floor): string {
  const ids = [...floor.scope.keys()];
  const range = `${ids[0] ?? ''} to ${ids.at(-1) ?? ''}`;
  return `There is no seat ${quote(seatId)} in ${floor.venue.name}; its seats are ${range}.`;
}

const BLANK = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** @returns what is wrong with a buyer's name (already trimmed), or null */
export function checkBuyer(name: string): InvalidInput | null {
  const { min, max } = LIMITS.buyerNameLength;
  if (name.length < min) return invalid('buyer', 'The buyer needs a name; it is blank.');
  if (name.length > max) {
    return invalid('buyer', `A buyer's name has at most ${max} characters, not ${name.length}.`);
  }
  // Control characters, lone surrogates, bidirectional overrides: PostgreSQL refuses NUL, and none
  // of them can be read aloud.
  if (/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(name)) {
    return invalid('buyer', "A buyer's name may not have control or broken characters.");
  }
  // Some letters and signs are blanks, such as the Hangul filler and the empty Braille cell.
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name.replace(BLANK, ''))) {
    return invalid('buyer', "A buyer's name needs at least one character that can be seen.");
  }
  return null;
}

/** @returns what is wrong with an order id that a buyer chose, or null */
export function checkOrderId(id: string): InvalidInput | null {
  const { min, max } = LIMITS.orderIdLength;
  const shape = new RegExp(`^[A-Za-z0-9._:-]{${min},${max}}$`);
  if (!shape.test(id)) {
    return invalid(
      'orderId',
      `An order id has ${min} to ${max} letters, digits or . _ : -, not ${quote(id)}.`,
    );
  }
  if (isReservedOrder(id)) {
    const prefixes = RESERVED_ORDER_PREFIXES.map((prefix) => `"${prefix}"`).join(' or ');
    return invalid('orderId', `Order ids that begin with ${prefixes} are reserved.`);
  }
  return null;
}

/** @returns what is wrong with a whole number, or null */
export function checkRange(
  field: string,
  given: number,
  { min, max }: { readonly min: number; readonly max: number },
  what: string,
): InvalidInput | null {
  if (Number.isInteger(given) && given >= min && given <= max) return null;
  return invalid(field, `${what} must be a whole number from ${min} to ${max}, not ${given}.`);
}
