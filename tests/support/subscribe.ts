// GraphQL over a real WebSocket, event by event.
import { createClient, type Client } from 'graphql-ws';
import type { GraphQLFormattedError } from 'graphql';
import { WebSocket } from 'ws';
import type { GraphQLAnswer, Variables } from './graphql.ts';

export interface GraphQLSocket {
  /** Runs any operation; a query or mutation has one event. */
  readonly subscribe: (query: string, variables?: Variables) => Subscription;
  readonly client: Client;
  readonly close: () => Promise<void>;
}

export interface Subscription {
  /** Every event so far. */
  readonly events: readonly GraphQLAnswer[];
  /**
   * The next event, or null when the server completed the operation. Rejects with the errors (an
   * array) that the server ended it with, or with the close event of the socket.
   */
  readonly next: () => Promise<GraphQLAnswer | null>;
  /** Unsubscribes; the socket stays. */
  readonly stop: () => Promise<void>;
}

/** One socket for many operations. @param url of the server, such as http://127.0.0.1:4000 */
export function openSocket(url: string): GraphQLSocket {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
    lazyCloseTimeout: 60_000,
  });
  return {
    subscribe: (query, variables = {}) => follow(client, query, variables),
    client,
    close: async () => client.dispose(),
  };
}

/** One operation on a socket of its own, which stop() closes. */
export function subscribe(url: string, query: string, variables: Variables = {}): Subscription {
  const socket = openSocket(url);
  const subscription = socket.subscribe(query, variables);
  const stop = async () => {
    await subscription.stop();
    await socket.close();
  };
  return { ...subscription, stop };
}

/** The one answer of a query or mutation, or the refusal of any operation. */
export async function answerOf(subscription: Subscription): Promise<GraphQLAnswer> {
  try {
    const answer = await subscription.next();
    if (answer === null) throw new Error('the operation ended without an answer');
    return answer;
  } catch (errors) {
    if (Array.isArray(errors)) return { errors: errors as GraphQLFormattedError[] };
    throw errors;
  }
}

function follow(client: Client, query: string, variables: Variables): Subscription {
  const events: GraphQLAnswer[] = [];
  const source = client.iterate({ query, variables });
  return {
    events,
    next: async () => {
      const result = await source.next();
      if (result.done === true) return null;
      events.push(result.value as GraphQLAnswer);
      return result.value as GraphQLAnswer;
    },
    stop: async () => {
      await source.return?.();
    },
  };
}
