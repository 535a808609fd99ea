// GraphQL over WebSocket (subprotocol graphql-transport-ws): subscriptions, and any operation that
// HTTP takes, through the same gate. An operation that is refused ends alone; its socket stays.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Services } from '@worldseat/schema/services';
import {
  GraphQLError,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import {
  handleProtocols,
  makeServer,
  type Context,
  type ExecutionResult,
  type SubscribePayload,
} from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Log } from '../log.ts';
import { presentError, type ErrorScope } from './errors.ts';
import { EventStream, openEventStream, type SendMessage } from './event-stream.ts';
import type { SocketLimits } from './limits.ts';
import type { Metrics, RequestResult } from './metrics.ts';
import type { Operations } from './operations.ts';
import { Outlet } from './outlet.ts';
import { SharedMessages } from './shared-messages.ts';
import { serveSocket } from './socket.ts';

export interface WebSocketOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly operations: Operations;
  readonly limits: SocketLimits;
  readonly metrics: Metrics;
  readonly log: Log;
}

type SocketContext = Context<Record<string, unknown> | undefined, Outlet>;

export class WebSockets {
  readonly #options: WebSocketOptions;
  readonly #scope: ErrorScope;
  readonly #sockets: WebSocketServer;
  readonly #contexts = new Map<Outlet, SocketContext>();
  readonly #serve: (outlet: Outlet) => void;

  constructor(options: WebSocketOptions) {
    this.#options = options;
    this.#scope = { log: options.log, metrics: options.metrics, transport: 'websocket' };
    this.#sockets = new WebSocketServer({
      noServer: true,
      maxPayload: options.limits.messageBytes,
      perMessageDeflate: false,
      handleProtocols,
    });
    const server = this.#openProtocol();
    this.#serve = (outlet) => serveSocket(server, outlet, options.limits, options.log);
  }

  /** Open sockets. */
  get size(): number {
    return this.#sockets.clients.size;
  }

  get isFull(): boolean {
    return this.size >= this.#options.limits.sockets;
  }

  /** Operations in progress. */
  get operations(): number {
    let operations = 0;
    for (const context of this.#contexts.values()) {
      operations += Object.keys(context.subscriptions).length;
    }
    return operations;
  }

  /** Takes over a connection whose request was already found to be in order. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.#serve(new Outlet(webSocket, socket));
    });
  }

  /** Tells every client to come back later (1001); cuts those that do not answer in time. */
  async close(): Promise<void> {
    const clients = [...this.#sockets.clients];
    this.#sockets.close();
    const closed = clients.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of clients) socket.close(1001, 'Going away');
    const cut = setTimeout(() => {
      for (const socket of clients) socket.terminate();
    }, this.#options.limits.closeGraceMs);
    await Promise.all(closed);
    clearTimeout(cut);
  }

  #openProtocol() {
    const messages = new SharedMessages();
    return makeServer<Record<string, unknown> | undefined, Outlet>({
      connectionInitWaitTimeout: this.#options.limits.initTimeoutMs,
      onConnect: (context) => void this.#contexts.set(context.extra, context),
      onClose: (context) => void this.#contexts.delete(context.extra),
      onSubscribe: (context, _id, payload) => this.#admit(context, payload),
      onNext: (_context, _id, _payload, _args, result) => this.#presentResult(result),
      onError: (_context, _id, _payload, errors) => this.#present(errors),
      subscribe: (args) => openEventStream(args, messages),
      onOperation: (context, id, _payload, _args, result) => {
        this.#count('ok');
        if (result instanceof EventStream) result.sendBy(senderOf(context.extra, id));
      },
    });
  }

  /** What to run, or why not. A throw from here would close the socket. */
  #admit(context: SocketContext, payload: SubscribePayload): ExecutionArgs | GraphQLError[] {
    const { schema, services, operations, limits } = this.#options;
    const { query, operationName, variables } = payload;
    if (Object.keys(context.subscriptions).length > limits.operations) {
      return this.#refuse([tooManyOperations(limits.operations)]);
    }
    try {
      const document = operations.parse(query);
      const faults = operations.check(document, { operationName, variables }, 'websocket');
      if (faults.length > 0) return this.#refuse(faults);
      const contextValue = { services };
      return { schema, document, operationName, variableValues: variables, contextValue };
    } catch (error) {
      return this.#refuse([asGraphQLError(error)]);
    }
  }

  #refuse(errors: readonly GraphQLError[]): GraphQLError[] {
    this.#count('refused');
    return [...errors];
  }

  /** The result as it is to be sent, or nothing when it may go as it is. */
  #presentResult(result: ExecutionResult): FormattedExecutionResult | undefined {
    if (result.errors === undefined) return undefined;
    const errors = this.#present(result.errors);
    return result.data === undefined ? { errors } : { data: result.data, errors };
  }

  #present(errors: readonly GraphQLError[]) {
    return errors.map((error) => presentError(error, this.#scope).toJSON());
  }

  #count(result: RequestResult): void {
    this.#options.metrics.count('websocket', result);
  }
}

/** Sends what is shared as the answer to this operation. */
function senderOf(outlet: Outlet, id: string): SendMessage {
  const head = `{"id":${JSON.stringify(id)}`;
  return ({ start, rest }) => outlet.sendJoined(head + start, rest);
}

function tooManyOperations(allowed: number): GraphQLError {
  const message = `This socket already has ${allowed} operations in progress; open another.`;
  return new GraphQLError(message, { extensions: { code: 'TOO_MANY_OPERATIONS', allowed } });
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
