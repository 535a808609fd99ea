// HTTP/1.1 on a loopback port: reads a request whole within its limits, has it answered, writes the
// answer as the service's protocol (rest-json) wants it.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from './json.ts';
import { KEEP_ALIVE_MS, MAX_BODY_BYTES, MAX_CONNECTIONS, REQUEST_LIMIT_MS } from './limits.ts';
import type { SignedRequest } from './signature.ts';
import { ServiceFault } from './service-fault.ts';

/** null: nothing is answered and the connection is closed. */
export type Answer = { readonly output: JsonObject | null } | null;

export interface HttpOptions {
  /** 0: any free one. */
  readonly port: number;
  /** @throws ServiceFault for what becomes an error answer */
  answer(request: SignedRequest): Promise<Answer>;
  /** Told of what is nobody's doing but ours; the client learns only that it happened. */
  onFault(error: unknown): void;
}

export interface HttpListener {
  readonly port: number;
  /** Ends when every connection is closed; requests under way are cut. */
  close(): Promise<void>;
}

/** @throws when the port is taken */
export async function listen(options: HttpOptions): Promise<HttpListener> {
  const server = createServer((request, response) => void serve(request, response, options));
  server.maxConnections = MAX_CONNECTIONS;
  server.requestTimeout = REQUEST_LIMIT_MS;
  server.headersTimeout = REQUEST_LIMIT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, options: HttpOptions) {
  try {
    const body = await readBody(request);
    const answer = await options.answer(signedRequest(request, body));
    if (answer === null) response.destroy();
    else reply(response, 200, answer.output);
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    if (!(error instanceof ServiceFault)) options.onFault(error);
    replyFault(response, error instanceof ServiceFault ? error : INTERNAL);
  }
}

const INTERNAL = new ServiceFault(
  'InternalServerException',
  'The request processing has failed because of an unknown error, exception or failure.',
);

/** @throws ServiceFault when it is too large; the rest of it is not read */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const rest = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of rest) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) {
      const message = `The body is larger than ${MAX_BODY_BYTES} bytes`;
      throw new ServiceFault('RequestEntityTooLargeException', message);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function signedRequest({ method = '', url = '/', headers }: IncomingMessage, body: Buffer) {
  const [path = '/', ...rest] = url.split('?');
  const query = new URLSearchParams(rest.join('?'));
  return { method, path, query, headers, body };
}

function reply(response: ServerResponse, status: number, output: JsonObject | null): void {
  const text = output === null ? '' : JSON.stringify(output);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}

function replyFault(response: ServerResponse, fault: ServiceFault): void {
  response.setHeader('x-amzn-errortype', fault.code);
  if (fault.code === 'ThrottlingException') response.setHeader('retry-after', '1');
  if (fault.code === 'RequestEntityTooLargeException') response.setHeader('connection', 'close');
  reply(response, fault.status, { message: fault.message, ...fault.details });
}
