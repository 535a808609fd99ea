// Client tokens: a call that is repeated with its token gets the first call's answer and does nothing
// again; the same token with other parameters is a conflict. Pure; bounded by number and by age.
import { createHash } from 'node:crypto';
import { MAX_REMEMBERED_ANSWERS, REMEMBER_MS } from './limits.ts';
import { conflict } from './service-fault.ts';
import type { JsonObject } from './json.ts';

export interface RememberedAnswer {
  /** Of operation, Region and token. */
  readonly key: string;
  /** Of the parameters, the token itself left out. */
  readonly fingerprint: string;
  readonly output: JsonObject;
  /** Whose: forgotten with it. */
  readonly identifier: string;
  readonly atMs: number;
}

export interface Asking {
  readonly operation: string;
  readonly region: string;
  readonly token: string;
  readonly parameters: JsonObject;
}

/** @returns the first answer, or null. @throws ServiceFault when the parameters are others */
export function recall(answers: readonly RememberedAnswer[], asking: Asking): JsonObject | null {
  const key = keyOf(asking);
  const found = answers.find((answer) => answer.key === key);
  if (found === undefined) return null;
  if (found.fingerprint === fingerprintOf(asking)) return found.output;
  throw conflict(
    found.identifier,
    `The client token was used before, for ${asking.operation} with other parameters`,
  );
}

export function remember(
  answers: readonly RememberedAnswer[],
  asking: Asking,
  answer: Pick<RememberedAnswer, 'output' | 'identifier' | 'atMs'>,
): readonly RememberedAnswer[] {
  const entry = { key: keyOf(asking), fingerprint: fingerprintOf(asking), ...answer };
  return [...answers, entry].slice(-MAX_REMEMBERED_ANSWERS);
}

/** Without those that are too old, and those of clusters that are gone. */
export function forget(
  answers: readonly RememberedAnswer[],
  identifiers: ReadonlySet<string>,
  nowMs: number,
): readonly RememberedAnswer[] {
  return answers.filter(
    ({ identifier, atMs }) => identifiers.has(identifier) && nowMs - atMs < REMEMBER_MS,
  );
}

function keyOf({ operation, region, token }: Asking): string {
  return hash([operation, region, token]);
}

function fingerprintOf({ parameters }: Asking): string {
  return hash(sorted({ ...parameters, clientToken: null }));
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** The same whatever the order in which a client writes the members of an object. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, member]) => [name, sorted(member)]);
}
