// The PostgreSQL client that the server's engine uses, for tests that speak SQL themselves.
import pg from 'pg';

export type PostgresClient = pg.Client;
export type PostgresClientOptions = pg.ClientConfig;

/** A connection of its own. Its loss is reported by the statement that it interrupts. */
export async function openClient(options: PostgresClientOptions): Promise<PostgresClient> {
  const client = new pg.Client(options);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Ends the connection as a client does that goes away: without a word. */
export function cutOff(client: PostgresClient): void {
  client.connection.stream.destroy();
}

export interface ServerError {
  /** SQLSTATE. */
  readonly code: string;
  readonly message: string;
  readonly severity: string;
}

/** What the server said; null when it was not the server who said it. */
export function serverError(error: unknown): ServerError | null {
  if (!(error instanceof pg.DatabaseError)) return null;
  const { code = '', message, severity = '' } = error;
  return { code, message, severity };
}
