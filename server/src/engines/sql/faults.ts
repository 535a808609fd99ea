// What an error means, and what follows from it: one total table over a closed list of kinds. The
// kind is decided by SQLSTATE, unless a database says things that its dialect alone understands. The
// line that matters is COMMIT: whatever fails before it was sent has certainly sold nothing; what
// fails at it may have been carried out.
import pg from 'pg';
import type { Dialect } from './dialect.ts';

/** The order of the list has no meaning. */
export type FaultKind =
  /** 40001: refused whole. 40P01: it was the one to give way in a deadlock. */
  | 'CONFLICT'
  /** 23505: the ledger already has a row with this order id. */
  | 'DUPLICATE'
  /** XX000: a service blip. */
  | 'UNAVAILABLE'
  /** The cluster was idle, or the server is just starting. */
  | 'WAKING_UP'
  /** 53300, 53400: too many connections, or too many new ones. */
  | 'CROWDED'
  /** The password was one that ends, or was signed with what has ended. */
  | 'SIGNATURE_EXPIRED'
  /** 08006, 28…: who we are, or where we connect to, is not accepted. */
  | 'ACCESS_DENIED'
  /** 54000: more rows, bytes or time than a transaction may have. */
  | 'LIMIT'
  /** 0A000 */
  | 'UNSUPPORTED'
  /** 25P02, or COMMIT answered with ROLLBACK: an earlier error of this transaction is the reason. */
  | 'MASKED'
  /** The connection ended, or the server ended it. */
  | 'LOST'
  /** Another error after which nothing can have been committed. */
  | 'REFUSED'
  /** Anything else. */
  | 'UNKNOWN';

export interface Rule {
  /**
   * No transaction has begun. SOON: again, a few times. LATER: again, with longer pauses. RENEWED:
   * once, with a fresh token.
   */
  readonly connecting: 'NEVER' | 'SOON' | 'LATER' | 'RENEWED';
  /**
   * In a transaction, COMMIT not sent: certainly not committed. AGAIN: the whole order anew; HERE:
   * on the same connection. ASK: the order's own row decides.
   */
  readonly running: 'FAILED' | 'AGAIN' | 'AGAIN_HERE' | 'ASK';
  /** COMMIT was sent. */
  readonly committing: 'FAILED' | 'AGAIN' | 'ASK' | 'INDETERMINATE';
  /** Work that may be done twice: reading, raising rounds, fencing an order. */
  readonly repeatable: 'FAILED' | 'AGAIN';
}

const rule = (
  connecting: Rule['connecting'],
  running: Rule['running'],
  committing: Rule['committing'],
  repeatable: Rule['repeatable'] = 'FAILED',
): Rule => ({ connecting, running, committing, repeatable });

export const RULES: Readonly<Record<FaultKind, Rule>> = {
  CONFLICT: rule('SOON', 'AGAIN', 'AGAIN', 'AGAIN'),
  DUPLICATE: rule('NEVER', 'ASK', 'ASK'),
  UNAVAILABLE: rule('LATER', 'AGAIN_HERE', 'INDETERMINATE', 'AGAIN'),
  WAKING_UP: rule('LATER', 'FAILED', 'INDETERMINATE'),
  CROWDED: rule('LATER', 'FAILED', 'INDETERMINATE'),
  SIGNATURE_EXPIRED: rule('RENEWED', 'FAILED', 'INDETERMINATE'),
  ACCESS_DENIED: rule('NEVER', 'FAILED', 'INDETERMINATE'),
  LIMIT: rule('NEVER', 'FAILED', 'FAILED'),
  UNSUPPORTED: rule('NEVER', 'FAILED', 'FAILED'),
  MASKED: rule('NEVER', 'FAILED', 'FAILED'),
  LOST: rule('SOON', 'FAILED', 'INDETERMINATE', 'AGAIN'),
  REFUSED: rule('NEVER', 'FAILED', 'FAILED'),
  UNKNOWN: rule('NEVER', 'FAILED', 'INDETERMINATE'),
};

/** COMMIT was answered with ROLLBACK: the transaction had already failed. */
export class NotCommitted extends Error {
  override readonly name = 'NotCommitted';
  readonly code = 'NOT_COMMITTED';
}

const KIND_OF_STATE: Readonly<Record<string, FaultKind>> = {
  '40001': 'CONFLICT',
  '40P01': 'CONFLICT',
  '23505': 'DUPLICATE',
  XX000: 'UNAVAILABLE',
  '57P03': 'WAKING_UP',
  '53300': 'CROWDED',
  '53400': 'CROWDED',
  '54000': 'LIMIT',
  '0A000': 'UNSUPPORTED',
  '25P02': 'MASKED',
  // statement_completion_unknown: of a certain class, and says the opposite.
  '40003': 'UNKNOWN',
  // The server ends the session: shutdown, crash of a neighbour, idle for too long.
  '57P01': 'LOST',
  '57P02': 'LOST',
  '57P05': 'LOST',
  '25P03': 'LOST',
};

/** By the first two characters, where the five are not in the list above. */
const KIND_OF_CLASS: Readonly<Record<string, FaultKind>> = {
  '08': 'ACCESS_DENIED',
  '28': 'ACCESS_DENIED',
  '0A': 'REFUSED',
  '23': 'REFUSED',
  '25': 'REFUSED',
  '40': 'REFUSED',
  '54': 'REFUSED',
};

export function faultKind(error: unknown, { kindOf }: Pick<Dialect, 'kindOf'>): FaultKind {
  if (error instanceof NotCommitted) return 'MASKED';
  if (!(error instanceof pg.DatabaseError)) return isConnectionLoss(error) ? 'LOST' : 'UNKNOWN';
  const { code = '' } = error;
  return kindOf(error) ?? KIND_OF_STATE[code] ?? KIND_OF_CLASS[code.slice(0, 2)] ?? 'UNKNOWN';
}

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/** What pg says of a connection that ended; these errors have no code. */
const WORDS_OF_PG = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
]);

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return SOCKET_CODES.has(code) || WORDS_OF_PG.has(error.message);
}

/** What a receipt records of an attempt that is run again: "40001 OC000", "XX000". */
export function codeOf(error: unknown, { markerOf }: Pick<Dialect, 'markerOf'>): string {
  if (!(error instanceof pg.DatabaseError)) return 'connection lost';
  const marker = markerOf(error);
  return [error.code ?? 'error', ...(marker === null ? [] : [marker])].join(' ');
}

/** One line for a log and a buyer, with the server's hint. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const hint = error instanceof pg.DatabaseError ? error.hint : undefined;
  return hint === undefined ? error.message : `${error.message} (${hint})`;
}
