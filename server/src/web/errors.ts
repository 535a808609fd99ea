// What a caller may see of an error. Errors that are about the request go out as they are; any
// other is a fault of ours: the caller gets "Unexpected error." with a number that finds the log
// entry, and nothing of its text, which may hold addresses or SQL.
import { randomUUID } from 'node:crypto';
import { BadRequest } from '@worldseat/schema/services';
import { GraphQLError } from 'graphql';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';
import type { Transport } from './operations.ts';

/** Codes of named errors whose message is written for the caller. */
const PUBLIC_CODES: ReadonlySet<unknown> = new Set(['SLOW_CONSUMER', 'TOO_MANY_SUBSCRIBERS']);

/** Codes of named errors that the caller may know of, but not their text. */
const PUBLIC_WORDS: ReadonlyMap<unknown, string> = new Map([
  ['ENGINE_UNAVAILABLE', 'An engine does not answer; try again.'],
]);

export interface ErrorScope {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly transport: Transport;
  /** Known when the request carries one; else the error gets one of its own. */
  readonly requestId?: string;
}

/** The error as the caller may see it. A fault of ours is logged here, once, with its cause. */
export function presentError(error: GraphQLError, scope: ErrorScope): GraphQLError {
  const cause = rootCause(error);
  if (cause instanceof GraphQLError) return error;
  if (cause instanceof BadRequest) {
    return renamed(error, cause.message, { code: 'BAD_USER_INPUT', field: cause.field });
  }
  const code: unknown = 'code' in cause ? cause.code : undefined;
  if (PUBLIC_CODES.has(code)) return renamed(error, cause.message, { code });
  const words = PUBLIC_WORDS.get(code);
  if (words !== undefined) return renamed(error, words, { code });
  const requestId = scope.requestId ?? randomUUID();
  scope.metrics.countFault(scope.transport);
  scope.log.error(
    { requestId, transport: scope.transport, path: error.path, err: cause },
    'an operation failed unexpectedly',
  );
  return renamed(error, 'Unexpected error.', { code: 'INTERNAL_SERVER_ERROR', requestId });
}

function rootCause(error: Error): Error {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function renamed(error: GraphQLError, message: string, extensions: object): GraphQLError {
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { ...extensions },
  });
}
