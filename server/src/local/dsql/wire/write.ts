// Messages that the gateway itself sends to a client. What it sends to PostgreSQL is written by
// pg-protocol.
import { frame, text } from './frame.ts';
import type { TransactionStatus } from './read.ts';

/** What is said to a client in an ErrorResponse. */
export interface Refusal {
  /** SQLSTATE, five characters. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly detail?: string;
  /** Of the fault in the statement, in characters from 1. */
  readonly position?: number;
}

export type Severity = 'ERROR' | 'FATAL';

export function errorResponse(refusal: Refusal, severity: Severity = 'ERROR'): Buffer {
  const { code, message, hint, detail, position } = refusal;
  const fields: [string, string | undefined][] = [
    ['S', severity],
    ['V', severity],
    ['C', code],
    ['M', message],
    ['D', detail],
    ['H', hint],
    ['P', position?.toString()],
  ];
  const body = fields.flatMap(([letter, value]) =>
    value === undefined ? [] : [text(letter + value)],
  );
  return frame('E', ...body, Buffer.of(0));
}

export const commandComplete = (tag: string): Buffer => frame('C', text(tag));

const READY: Readonly<Record<TransactionStatus, Buffer>> = {
  I: frame('Z', Buffer.from('I')),
  T: frame('Z', Buffer.from('T')),
  E: frame('Z', Buffer.from('E')),
};

export const readyForQuery = (status: TransactionStatus): Buffer => READY[status];

/** AuthenticationCleartextPassword: over TLS, for a token. */
export const askPassword = (): Buffer => frame('R', Buffer.of(0, 0, 0, 3));

export const PARSE_COMPLETE = frame('1');
export const BIND_COMPLETE = frame('2');
export const CLOSE_COMPLETE = frame('3');
export const NO_DATA = frame('n');
