// What a frame says: the few messages that the gateway has to understand. Everything else is passed
// on as it came.
import { WireError, type Frame } from './frame.ts';

const BODY = 5;

/** The SQL of a Query message. */
export function queryText({ bytes }: Frame): string {
  return bytes.toString('utf8', BODY, endOfString(bytes, BODY));
}

export interface ParseMessage {
  /** Empty: the unnamed statement. */
  readonly name: string;
  readonly sql: string;
  /** Parameter types by OID; 0: unspecified. */
  readonly types: readonly number[];
}

export function parseMessage({ bytes }: Frame): ParseMessage {
  const nameEnd = endOfString(bytes, BODY);
  const sqlEnd = endOfString(bytes, nameEnd + 1);
  const count = bytes.readUInt16BE(sqlEnd + 1);
  const types = Array.from({ length: count }, (_, at) => bytes.readUInt32BE(sqlEnd + 3 + at * 4));
  return {
    name: bytes.toString('utf8', BODY, nameEnd),
    sql: bytes.toString('utf8', nameEnd + 1, sqlEnd),
    types,
  };
}

export interface BindMessage {
  readonly portal: string;
  readonly statement: string;
}

export function bindMessage({ bytes }: Frame): BindMessage {
  const portalEnd = endOfString(bytes, BODY);
  const statementEnd = endOfString(bytes, portalEnd + 1);
  return {
    portal: bytes.toString('utf8', BODY, portalEnd),
    statement: bytes.toString('utf8', portalEnd + 1, statementEnd),
  };
}

/** The portal of an Execute, and how many rows it asks for; 0: all. */
export function executeMessage({ bytes }: Frame): { portal: string; maxRows: number } {
  const end = endOfString(bytes, BODY);
  return { portal: bytes.toString('utf8', BODY, end), maxRows: bytes.readUInt32BE(end + 1) };
}

/** What a Describe or a Close is about. */
export function targetMessage({ bytes }: Frame): { kind: 'S' | 'P'; name: string } {
  const kind = bytes[BODY] === 0x53 ? 'S' : 'P';
  return { kind, name: bytes.toString('utf8', BODY + 1, endOfString(bytes, BODY + 1)) };
}

/** "UPDATE 1", "COMMIT", … of a CommandComplete. */
export function commandTag({ bytes }: Frame): string {
  return bytes.toString('utf8', BODY, bytes.length - 1);
}

export type TransactionStatus = 'I' | 'T' | 'E';

/** Of a ReadyForQuery: idle, in a transaction, in a failed one. */
export function transactionStatus({ bytes }: Frame): TransactionStatus {
  return String.fromCharCode(bytes[BODY] ?? 0) as TransactionStatus;
}

/** Fields of an ErrorResponse or NoticeResponse by their letter: C the SQLSTATE, M the message. */
export type ErrorFields = Readonly<Partial<Record<string, string>>>;

export function errorFields({ bytes }: Frame): ErrorFields {
  const fields: Record<string, string> = {};
  let at = BODY;
  while (at < bytes.length && bytes[at] !== 0) {
    const end = endOfString(bytes, at + 1);
    fields[String.fromCharCode(bytes[at] ?? 0)] = bytes.toString('utf8', at + 1, end);
    at = end + 1;
  }
  return fields;
}

function endOfString(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(0, from);
  if (end === -1) throw new WireError('MALFORMED', 'a string without an end');
  return end;
}
