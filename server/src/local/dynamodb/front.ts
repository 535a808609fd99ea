// One Region's endpoint: the HTTP server that SDKs talk to, on the loopback interface.
// It reads each request whole and checks it before the store sees anything, so that no client can
// end the process. Sockets stay open longer than between two bursts; see the numbers below.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import { wrongSignature } from './authentication.ts';
import type { FaultInjector, Faults } from './faults.ts';
import { handle, kindOf } from './operations.ts';
import { readBody } from './read-body.ts';
import type { Services } from './request.ts';
import { answer, fault, parseObject, serializationFault, unknownOperation } from './wire.ts';
import type { WireAnswer } from './wire.ts';

/** Further connections are closed at once. */
const MAX_CONNECTIONS = 4096;
/** Connections that may wait to be accepted. */
const BACKLOG = 2048;
/** An idle socket is kept this long; Node's own 5 s would reset sockets between two bursts. */
const KEEP_ALIVE_MS = 75_000;
/** A request must be here whole within this time. */
const REQUEST_TIMEOUT_MS = 30_000;
const CONTENT_TYPES = ['application/x-amz-json-1.0', 'application/json'];

export interface FrontOptions {
  readonly services: Services;
  readonly faults: FaultInjector;
  /** 0: any free port. */
  readonly port: number;
  readonly onFault: (message: string) => void;
}

export interface Front {
  readonly port: number;
  setFaults(faults: Partial<Faults>): void;
  /** Ends when the requests under way are answered. */
  close(): Promise<void>;
}

/** The answer's connection is ended instead. */
const DROPPED = 'DROPPED';

/** @throws when the port is taken */
export async function openFront(options: FrontOptions): Promise<Front> {
  const { faults } = options;
  const server = createServer((request, response) => void serve(options, request, response));
  server.maxConnections = MAX_CONNECTIONS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  server.on('connection', (socket) => {
    if (faults.isCut) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port, backlog: BACKLOG }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    setFaults(change) {
      faults.set(change);
      if (faults.isCut) server.closeAllConnections();
    },
    close: () => close(server),
  };
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
    const given = await answerTo(options, request, body.text);
    if (given === DROPPED) request.socket.destroy();
    else write(response, given);
  } catch (error) {
    options.onFault(`${options.services.region.name}: ${String(error)}`);
    write(response, fault('InternalServerError', 'The store failed; see the log'));
  }
}

async function answerTo(
  { services, faults }: FrontOptions,
  request: IncomingMessage,
  text: string,
): Promise<WireAnswer | typeof DROPPED> {
  const { headers, method } = request;
  // A page of another origin may reach a loopback port under a name of its own (DNS rebinding).
  if (!isLoopback(headers.host)) return answer({ __type: 'AccessDeniedException' }, 403);
  if (method === 'GET') return { status: 200, text: 'healthy: embedded dynamodb' };
  const [type = ''] = String(headers['content-type']).split(';');
  if (method !== 'POST' || !CONTENT_TYPES.includes(type.trim().toLowerCase())) {
    return { status: 404, text: '<UnknownOperationException/>\n' };
  }
  const [version, operation = '', ...more] = String(headers['x-amz-target']).split('.');
  const kind = kindOf(operation);
  if (version !== 'DynamoDB_20120810' || kind === null || more.length > 0) {
    return unknownOperation();
  }
  const unsigned = wrongSignature(headers);
  if (unsigned !== null) return unsigned;
  const input = parseObject(text);
  if (input === null) return serializationFault();
  const throttled = kind === 'SET_UP' ? null : faults.throttle();
  if (throttled !== null) return throttled;
  const given = await handle({ services, operation, input });
  return kind === 'WRITE' && given.status === 200 && faults.dropsAnswer() ? DROPPED : given;
}

function isLoopback(host = ''): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
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
