// The web layer: one HTTP server for the page, GraphQL over HTTP and WebSocket, and health.
// Opens last and closes first; it holds nothing that must survive.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { schema as worldSeatSchema } from '@worldseat/schema/graph';
import type { Services } from '@worldseat/schema/services';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../log.ts';
import { findBurstFile } from './burst-files.ts';
import { openFiles } from './files.ts';
import { openGraphiQL } from './graphiql.ts';
import { openGraphQL } from './graphql.ts';
import { openReadiness } from './health.ts';
import { HTTP_LIMITS, SOCKET_LIMITS, type HttpLimits, type SocketLimits } from './limits.ts';
import { listen } from './listen.ts';
import { Metrics } from './metrics.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { Operations } from './operations.ts';
import { findRecording } from './recordings.ts';
import { refusal, send, textReply, type Reply } from './reply.ts';
import { route, type Routes } from './router.ts';
import { upgrade } from './upgrade.ts';
import { WebSockets } from './websocket.ts';

export interface WebOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly services: Services;
  /** The built page. */
  readonly clientDir: string;
  readonly log: Log;
  /** Other origins that it is called by, such as https://seat.example. Default: none. */
  readonly publicOrigins?: readonly string[];
  /** Default true. */
  readonly graphiql?: boolean;
  /** Whether /embed is served, which any page may frame. Default true. */
  readonly embed?: boolean;
  /** Default: WorldSeat's own. */
  readonly schema?: GraphQLSchema;
  /** Parts of HTTP_LIMITS to replace. */
  readonly httpLimits?: Partial<HttpLimits>;
  /** Parts of SOCKET_LIMITS to replace. */
  readonly socketLimits?: Partial<SocketLimits>;
}

export interface Web {
  /** Where a browser on this machine finds it. */
  readonly url: string;
  /** What /readyz says, if every engine answers too. True until set, false once closing. */
  setReady(ready: boolean): void;
  /**
   * Not ready, accepts nothing new, tells WebSockets to go (1001), lets requests in flight finish
   * (at most 10 s), then is gone. Calling it again waits for the same.
   */
  close(): Promise<void>;
}

/** @throws PortTaken, AddressRefused */
export async function openWeb(options: WebOptions): Promise<Web> {
  const { services, log, schema = worldSeatSchema } = options;
  const state = { ready: true, closing: false };
  const metrics = new Metrics();
  const operations = new Operations(schema);
  const limits = { ...HTTP_LIMITS, ...options.httpLimits };
  const sockets = new WebSockets({
    ...{ schema, services, operations, metrics, log },
    limits: { ...SOCKET_LIMITS, ...options.socketLimits },
  });
  const origin = { host: options.host, publicOrigins: options.publicOrigins ?? [] };
  const askEngines = openReadiness(services);
  const files = await openFiles(options.clientDir);
  const embedScript = () => files.read('/embed.js');
  const burstFile = oneAtATime(
    async (url: string) =>
      (await findRecording(url, { services, embedScript })) ??
      (await findBurstFile(url.split('?', 1)[0] ?? url, services)),
    limits.filesWaiting,
    textReply(503, 'Many ask for files of bursts at once; try again.'),
  );
  const routes: Routes = {
    origin,
    graphql: openGraphQL({ ...{ schema, services, operations, metrics, log }, ...limits }),
    graphiql: options.graphiql === false ? null : openGraphiQL(),
    files,
    embed: options.embed ?? true,
    burstFile,
    readiness: async () => (state.ready ? askEngines() : { ready: false, engines: {} }),
    metrics: () =>
      metrics.print({ webSockets: sockets.size, webSocketOperations: sockets.operations }),
  };
  const server = openServer(limits, (request, response) => {
    // A connection that stays open would keep the server from closing.
    if (state.closing) response.setHeader('connection', 'close');
    void answer(request, response, routes, log);
  });
  const isClosing = () => state.closing;
  server.on('upgrade', (request, socket, head) => {
    upgrade({ origin, sockets, isClosing }, request, socket, head);
  });
  const port = await listen(server, options.host, options.port);
  let closed: Promise<void> | null = null;
  return {
    url: urlOf(options.host, port),
    setReady: (ready) => {
      state.ready = ready && !state.closing;
    },
    close: () => {
      Object.assign(state, { ready: false, closing: true });
      closed ??= closeServer(server, sockets, limits.closeGraceMs);
      return closed;
    },
  };
}

type HttpServer = ReturnType<typeof createServer>;

function openServer(
  limits: HttpLimits,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): HttpServer {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      requestTimeout: limits.requestTimeoutMs,
      headersTimeout: limits.headersTimeoutMs,
      connectionsCheckingInterval: limits.checkIntervalMs,
    },
    handle,
  );
  server.maxConnections = limits.connections;
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
  log: Log,
): Promise<void> {
  const requestId = randomUUID();
  response.setHeader('x-request-id', requestId);
  send(response, await route(routes, request, requestId).catch(fault));

  function fault(error: unknown): Reply {
    // A caller that hung up in the middle of its request is no fault of ours.
    if (!response.destroyed) log.error({ requestId, err: error }, 'a request failed unexpectedly');
    return refusal(500, 'INTERNAL_SERVER_ERROR', `Unexpected error. (${requestId})`);
  }
}

async function closeServer(
  server: HttpServer,
  sockets: WebSockets,
  graceMs: number,
): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await sockets.close();
  server.closeIdleConnections();
  await closed;
  clearTimeout(cut);
}

/** A name that a browser can call: a server on every address is also on loopback. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
