// The only way out of the page: questions and orders by HTTP, news by one WebSocket, both at
// /graphql of the page's own origin. A lost WebSocket is opened again for ever, with a growing
// pause; whoever listens is told, and reads afresh. It never retries an order by itself.
import {
  Client,
  fetchExchange,
  subscriptionExchange,
  type CombinedError,
  type TypedDocumentNode,
} from '@urql/core';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { onEnd as whenEnded, pipe, subscribe as listen } from 'wonka';

export type Connection = 'connecting' | 'open' | 'lost';

/** NETWORK: no answer came, so what was asked may or may not have happened. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: 'NETWORK' | 'REFUSED';

  constructor(code: ApiError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

type Variables = Record<string, unknown>;

export interface Api {
  /** @throws ApiError */
  query<Data, V extends Variables>(
    document: TypedDocumentNode<Data, V>,
    variables: V,
  ): Promise<Data>;
  /** @throws ApiError */
  mutate<Data, V extends Variables>(
    document: TypedDocumentNode<Data, V>,
    variables: V,
  ): Promise<Data>;
  /** Returns its own end. `onEnd` is called at most once, when the server ends or refuses it. */
  subscribe<Data, V extends Variables>(
    document: TypedDocumentNode<Data, V>,
    variables: V,
    onData: (data: Data) => void,
    onEnd: (reason: string) => void,
  ): () => void;
  /** Told at once, then at every change. Returns its own end. */
  watchConnection(listener: (connection: Connection) => void): () => void;
  close(): void;
}

const MAX_RETRY_PAUSE_MS = 4_000;

/** @param attempt from 0; doubles from 250 ms, with jitter so that viewers do not return as one */
function retryPause(attempt: number): Promise<void> {
  const ceiling = Math.min(MAX_RETRY_PAUSE_MS, 250 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, ceiling * (0.5 + Math.random() / 2)));
}

/** @param url of the GraphQL endpoint, http(s) */
export function openApi(url: string): Api {
  const listeners = new Set<(connection: Connection) => void>();
  let connection: Connection = 'connecting';
  const tell = (next: Connection): void => {
    connection = next;
    for (const listener of listeners) listener(next);
  };
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    lazy: false,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: retryPause,
    onNonLazyError: () => tell('lost'),
    on: { connected: () => tell('open'), closed: () => tell('lost') },
  });
  const client = clientOver(url, socket);

  return {
    query: async (document, variables) => unwrap(await client.query(document, variables)),
    mutate: async (document, variables) => unwrap(await client.mutation(document, variables)),
    subscribe(document, variables, onData, onEnd) {
      let ended = false;
      const end = (reason: string): void => {
        if (ended) return;
        ended = true;
        onEnd(reason);
      };
      const subscription = pipe(
        client.subscription(document, variables),
        whenEnded(() => end('The server ended it.')),
        listen(({ data, error }) => {
          if (error) end(words(error));
          else if (data !== undefined && !ended) onData(data);
        }),
      );
      return () => {
        ended = true;
        subscription.unsubscribe();
      };
    },
    watchConnection(listener) {
      listeners.add(listener);
      listener(connection);
      return () => listeners.delete(listener);
    },
    close: () => void socket.dispose(),
  };
}

function clientOver(url: string, socket: SocketClient): Client {
  return new Client({
    url,
    preferGetMethod: false,
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: ({ next, error, complete }) => ({
            unsubscribe: socket.subscribe(
              { query: query ?? '', variables },
              {
                next: ({ data = null, errors = [] }) =>
                  next(errors.length > 0 ? { data, errors: [...errors] } : { data }),
                error,
                complete,
              },
            ),
          }),
        }),
      }),
    ],
  });
}

function unwrap<Data>(result: {
  data?: Data | undefined;
  error?: CombinedError | undefined;
}): Data {
  if (result.error)
    throw new ApiError(result.error.networkError ? 'NETWORK' : 'REFUSED', words(result.error));
  if (result.data === undefined) throw new ApiError('NETWORK', 'No answer came.');
  return result.data;
}

function words({ graphQLErrors, networkError }: CombinedError): string {
  const refused = graphQLErrors.map(({ message }) => message).join(' ');
  return refused || (networkError ? 'The server cannot be reached.' : 'No answer came.');
}
