// From an HTTP request to a WebSocket: only on /graphql, only from where HTTP may come from, and
// only while there is room. A refusal is a plain HTTP answer on the raw connection.
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { callerOf, refuseOrigin, type OriginPolicy } from './origin.ts';
import { pathOf } from './router.ts';
import type { WebSockets } from './websocket.ts';

export interface UpgradeOptions {
  readonly origin: OriginPolicy;
  readonly sockets: WebSockets;
  readonly isClosing: () => boolean;
}

export function upgrade(
  options: UpgradeOptions,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  // The connection may break at any moment; then there is nobody left to tell.
  socket.on('error', () => socket.destroy());
  const refused = refuseUpgrade(options, request);
  if (refused === null) options.sockets.accept(request, socket, head);
  else answer(socket, ...refused);
}

function refuseUpgrade(
  { origin, sockets, isClosing }: UpgradeOptions,
  request: IncomingMessage,
): readonly [status: number, message: string] | null {
  const foreign = refuseOrigin(callerOf(request), origin);
  if (foreign !== null) return [403, foreign];
  if (pathOf(request) !== '/graphql') return [404, 'WebSockets are served at /graphql.'];
  if (isClosing()) return [503, 'This server is shutting down.'];
  if (sockets.isFull) return [503, 'This server has as many WebSockets as it may; try later.'];
  return null;
}

function answer(socket: Duplex, status: number, message: string): void {
  const body = `${message}\n`;
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(lines.join('\r\n'));
}
