// The first packets of a connection, which have a length and no type: what they ask for. Pure, and
// strict: two readers of one packet must never find two users in it.
// Source: https://www.postgresql.org/docs/16/protocol-message-formats.html
import type { Refusal } from '../wire/write.ts';
import {
  INVALID_UTF8,
  NO_USER,
  protocolViolation,
  REPLICATION,
  unsupportedProtocol,
} from './refusals.ts';

/** As PostgreSQL: the longest startup packet, with its length. */
export const MAX_STARTUP_BYTES = 10_000;

export interface Startup {
  readonly user: string;
  readonly database: string;
  /** The settings asked for, such as application_name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What the client asks for and the server does not have: a later minor version, options. */
  readonly minorVersion: number;
  readonly unknownOptions: readonly string[];
}

export type StartupPacket =
  | { readonly kind: 'TLS_REQUEST' }
  | { readonly kind: 'GSS_REQUEST' }
  | { readonly kind: 'CANCEL'; readonly processId: number; readonly secretKey: number }
  | { readonly kind: 'STARTUP'; readonly startup: Startup }
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal };

const CANCEL_CODE = 80_877_102;
const TLS_CODE = 80_877_103;
const GSS_CODE = 80_877_104;

/** @param body of the packet, behind its length */
export function parseStartupPacket(body: Buffer): StartupPacket {
  if (body.length < 4) return invalid('invalid length of startup packet');
  const code = body.readUInt32BE(0);
  if (code === TLS_CODE && body.length === 4) return { kind: 'TLS_REQUEST' };
  if (code === GSS_CODE && body.length === 4) return { kind: 'GSS_REQUEST' };
  if (code === CANCEL_CODE && body.length === 12)
    return { kind: 'CANCEL', processId: body.readInt32BE(4), secretKey: body.readInt32BE(8) };
  const [major, minor] = [body.readUInt16BE(0), body.readUInt16BE(2)];
  if (major !== 3) return { kind: 'REFUSED', refusal: unsupportedProtocol(major, minor) };
  return parseStartup(body.subarray(4), minor);
}

const invalid = (message: string): StartupPacket => ({
  kind: 'REFUSED',
  refusal: protocolViolation(message),
});

const INVALID_LAYOUT = 'invalid startup packet layout: expected terminator as last byte';
const RESERVED = '_pq_.';

function parseStartup(body: Buffer, minorVersion: number): StartupPacket {
  const pairs = splitPairs(body);
  if (pairs === null) return invalid(INVALID_LAYOUT);
  const settings = new Map<string, string>();
  for (const pair of pairs) {
    const [name, value] = [decode(pair[0]), decode(pair[1])];
    if (name === null || value === null) return { kind: 'REFUSED', refusal: INVALID_UTF8 };
    if (settings.has(name)) return invalid('invalid startup packet layout: repeated parameter');
    settings.set(name, value);
  }
  return readSettings(settings, minorVersion);
}

function readSettings(settings: Map<string, string>, minorVersion: number): StartupPacket {
  const user = settings.get('user') ?? '';
  const database = settings.get('database') ?? '';
  if (settings.has('replication')) return { kind: 'REFUSED', refusal: REPLICATION };
  if (user === '') return { kind: 'REFUSED', refusal: NO_USER };
  const names = [...settings.keys()].filter((name) => name !== 'user' && name !== 'database');
  const asked = names.filter((name) => !name.startsWith(RESERVED));
  return {
    kind: 'STARTUP',
    startup: {
      user,
      database: database === '' ? user : database,
      parameters: Object.fromEntries(asked.map((name) => [name, settings.get(name) ?? ''])),
      minorVersion,
      unknownOptions: names.filter((name) => name.startsWith(RESERVED)),
    },
  };
}

/** Names and values, each with its zero byte, then one more zero byte and nothing behind it. */
function splitPairs(body: Buffer): [Buffer, Buffer][] | null {
  const pairs: [Buffer, Buffer][] = [];
  let at = 0;
  while (body[at] !== 0) {
    const nameEnd = body.indexOf(0, at);
    const valueEnd = nameEnd === -1 ? -1 : body.indexOf(0, nameEnd + 1);
    if (valueEnd === -1) return null;
    pairs.push([body.subarray(at, nameEnd), body.subarray(nameEnd + 1, valueEnd)]);
    at = valueEnd + 1;
  }
  return at === body.length - 1 ? pairs : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
