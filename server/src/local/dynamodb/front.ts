// One Region's endpoint: the HTTP server that the AWS SDK talks to, on the loopback interface.
// It reads each request whole and checks it before the store sees anything, so that no client can
// end the process. Sockets stay open longer than between two bursts; see the numbers below.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import { handle } from './operations.ts';
import { readBody } from './read-body.ts';
import type { Region } from './region.ts';
import type { Replicas } from './replicas.ts';
import { answer, parseObject, serializationFault, unknownOperation } from './wire.ts';
import type { WireAnswer } from './wire.ts';

/** Further connections are closed at once. */
const MAX_CONNECTIONS = 4096;
/** Connections that may wait to be accepted. */
const BACKLOG = 2048;
/** An idle socket is kept this long; Node's own 5 s would reset sockets between two bursts. */
const KEEP_ALIVE_MS = 75_000;
/** A request must be here whole within this time. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface FrontOptions {
  readonly region: Region;
  readonly replicas: Replicas;
  /** 0: any free port. */
  readonly port: number;
  readonly onFault: (message: string) => void;
}

export interface Front {
  readonly port: number;
  /** Ends when the requests under way are answered. */
  close(): Promise<void>;
}

/** @throws when the port is taken */
export async function openFront(options: FrontOptions): Promise<Front> {
  const server = createServer((request, response) => void serve(options, request, response));
  server.maxConnections = MAX_CONNECTIONS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port, backlog: BACKLOG }, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

async function serve(options: FrontOptions, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request);
  if (body === 'GONE') return;
  if (body === 'TOO_LARGE') {
    response.once('finish', () => request.destroy());
    write(response, answer({ __type: 'RequestEntityTooLarge' }, 413));
    return;
  }
  try {
    write(response, await answerTo(options, request, body.text));
  } catch (error) {
    options.onFault(`${options.region.name}: ${String(error)}`);
    const __type = 'com.amazonaws.dynamodb.v20120810#InternalServerError';
    write(response, answer({ __type, message: 'The store failed; see the log' }, 500));
  }
}

function answerTo(
  options: FrontOptions,
  request: IncomingMessage,
  text: string,
): WireAnswer | Promise<WireAnswer> {
  const { region, replicas } = options;
  // A page of another origin may reach a loopback port under a name of its own (DNS rebinding).
  if (!isLoopback(request.headers.host)) return answer({ __type: 'AccessDeniedException' }, 403);
  if (request.method === 'GET') return { status: 200, text: 'healthy: embedded dynamodb' };
  const [version, operation = ''] = String(request.headers['x-amz-target']).split('.');
  const [type] = String(request.headers['content-type']).split(';');
  if (request.method !== 'POST' || version !== 'DynamoDB_20120810') return unknownOperation();
  if (type !== 'application/x-amz-json-1.0') return unknownOperation();
  const input = parseObject(text);
  if (input === null) return serializationFault();
  return handle({ region, replicas, operation, input, auth: authOf(request) });
}

function isLoopback(host = ''): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}

function authOf({ headers }: IncomingMessage): Record<string, string> {
  const auth: Record<string, string> = {};
  if (headers.authorization !== undefined) auth['authorization'] = headers.authorization;
  if (typeof headers['x-amz-date'] === 'string') auth['x-amz-date'] = headers['x-amz-date'];
  return auth;
}

function write(response: ServerResponse, { status, text }: WireAnswer): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': bytes.length,
    'x-amzn-requestid': randomBytes(26).toString('hex').toUpperCase(),
    'x-amz-crc32': crc32(bytes),
  });
  response.end(bytes);
}
