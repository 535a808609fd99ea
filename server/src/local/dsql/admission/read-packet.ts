// Reads the packets of the startup phase from the socket, each with its limit: the opening one, and
// the password.
import type { Socket } from 'node:net';
import { readBytes } from './byte-reader.ts';
import { GONE, refuse, type Ending } from './ending.ts';
import { protocolViolation } from './refusals.ts';
import { MAX_STARTUP_BYTES, parseStartupPacket, type StartupPacket } from './startup-packet.ts';

const LENGTH_BYTES = 4;
/** A length, and a code or a version. */
const MIN_STARTUP_BYTES = 8;
const HEADER_BYTES = 5;
/** A token is of some 300 bytes; with a session token, of a few thousand. */
const MAX_PASSWORD_BYTES = 16 * 1024;
/** The first byte of a TLS handshake; as a length it would be far beyond the longest packet. */
const TLS_HANDSHAKE = 0x16;

const INVALID_LENGTH = protocolViolation('invalid length of startup packet');
const INVALID_PASSWORD = protocolViolation('invalid password packet size');

/** The first packet; 'TLS': a TLS handshake begins, and is still to be read. */
export async function readOpening(
  socket: Socket,
): Promise<StartupPacket | { readonly kind: 'TLS' } | Ending> {
  const head = await readBytes(socket, LENGTH_BYTES);
  if (head === null) return GONE;
  if (head[0] === TLS_HANDSHAKE) {
    socket.unshift(head);
    return { kind: 'TLS' };
  }
  const length = head.readUInt32BE(0);
  if (length < MIN_STARTUP_BYTES || length > MAX_STARTUP_BYTES) return refuse(INVALID_LENGTH);
  const body = await readBytes(socket, length - LENGTH_BYTES);
  return body === null ? GONE : parseStartupPacket(body);
}

export type Password = { readonly kind: 'PASSWORD'; readonly text: string };

/** The answer to a request for a password in the clear. */
export async function readPassword(socket: Socket): Promise<Password | Ending> {
  const head = await readBytes(socket, HEADER_BYTES);
  if (head === null) return GONE;
  const type = String.fromCharCode(head[0] ?? 0);
  if (type !== 'p')
    return refuse(
      protocolViolation(`expected password response, got message type ${head[0] ?? 0}`),
    );
  const length = head.readUInt32BE(1) - LENGTH_BYTES;
  if (length < 1 || length > MAX_PASSWORD_BYTES) return refuse(INVALID_PASSWORD);
  const body = await readBytes(socket, length);
  if (body === null) return GONE;
  // One zero byte, at the end.
  if (body.indexOf(0) !== body.length - 1) return refuse(INVALID_PASSWORD);
  return { kind: 'PASSWORD', text: body.toString('utf8', 0, body.length - 1) };
}
