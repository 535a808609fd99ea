// Clients for the tests of admission that speak the protocol byte by byte.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { expect } from 'vitest';
import { frame, FrameReader, text, type Frame } from '../wire/frame.ts';
import { errorFields } from '../wire/read.ts';

/** A packet of the startup phase: a length and no type. */
export function packet(...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export const SSL_REQUEST = packet(int32(80_877_103));
export const GSS_REQUEST = packet(int32(80_877_104));

/** @param version 3.0 unless said otherwise */
export function startup(settings: Readonly<Record<string, string>>, version = 0x30000): Buffer {
  const pairs = Object.entries(settings).flatMap(([name, value]) => [text(name), text(value)]);
  return packet(int32(version), ...pairs, Buffer.of(0));
}

export const ADMIN = startup({ user: 'admin', database: 'postgres' });
export const password = (token: string): Buffer => frame('p', text(token));

export async function connectPlain(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** Connects and asks for TLS as libpq does. */
export async function connectSecured(port: number, options: ConnectionOptions): Promise<TLSSocket> {
  const socket = await connectPlain(port);
  socket.write(SSL_REQUEST);
  const answer = await nextBytes(socket);
  if (answer.toString() !== 'S') throw new Error(`the endpoint answered ${answer.toString('hex')}`);
  return handshake(socket, options);
}

export async function handshake(socket: Duplex, options: ConnectionOptions): Promise<TLSSocket> {
  const secured = connectTls({ socket, host: '127.0.0.1', ...options });
  await once(secured, 'secureConnect');
  return secured;
}

/** What the endpoint says next; what it says after that stays in the socket. */
export function nextBytes(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('the endpoint closed and said nothing'));
    socket.once('close', fail);
    socket.once('data', (bytes: Buffer) => {
      socket.pause().off('close', fail);
      resolve(bytes);
    });
    socket.resume();
  });
}

/** Everything that the endpoint says until it closes. */
export async function readToEnd(socket: Socket): Promise<Frame[]> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A reset is an end as well.
  socket.on('error', () => undefined);
  socket.resume();
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
  return new FrameReader().push(Buffer.concat(chunks));
}

/** The last words of the endpoint, or null when it closed without any. */
export async function lastWords(socket: Socket): Promise<unknown> {
  const last = (await readToEnd(socket)).at(-1);
  return last?.type === 'E' ? errorFields(last) : null;
}

export const MALFORMED_HINT =
  'User is not authorized to connect. ' +
  'The password is not a presigned request for DbConnect or DbConnectAdmin.';

/** A stream over the socket that leaves the socket itself open to writes below TLS. */
export function relayed(socket: Socket): Duplex {
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _, done) => {
      socket.write(chunk);
      done();
    },
  });
  socket.on('data', (chunk: Buffer) => stream.push(chunk)).resume();
  socket.on('close', () => stream.destroy());
  return stream;
}

/** The next message of the endpoint. */
export async function nextFrame(socket: Socket): Promise<Frame> {
  const bytes = await nextBytes(socket);
  const [first] = new FrameReader().push(bytes);
  if (first === undefined) throw new Error(`no whole message: ${bytes.toString('hex')}`);
  return first;
}

/** A client as far as the request for its password. */
export async function connectAsked(
  port: number,
  options: ConnectionOptions,
  message = ADMIN,
): Promise<TLSSocket> {
  const socket = await connectSecured(port, options);
  socket.write(message);
  expect((await nextFrame(socket)).bytes).toEqual(frame('R', int32(3)));
  return socket;
}

/** The fields of an ErrorResponse that ends a connection. */
export const words = (code: string, message: string, hint?: string) => ({
  S: 'FATAL',
  V: 'FATAL',
  C: code,
  M: message,
  ...(hint === undefined ? {} : { H: hint }),
});
