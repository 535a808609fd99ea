// The client of one lane: as an application's pool does it, a connection that was lost in the middle
// of something is closed, and the next transaction gets a new one.
import { cutOff, type PostgresClient } from '../support/postgres-client.ts';
import { waitFor } from '../support/wait-for.ts';

interface Connected {
  readonly client: PostgresClient;
  readonly notices: string[];
  isUsable: boolean;
}

export class KeptClient {
  readonly #connect: () => Promise<PostgresClient>;
  #current: Connected | null = null;

  constructor(connect: () => Promise<PostgresClient>) {
    this.#connect = connect;
  }

  /** @throws after 30 s without a connection */
  async get(): Promise<PostgresClient> {
    if (this.#current?.isUsable === true) return this.#current.client;
    const client = await waitFor(() => this.#connect().catch(() => null), {
      what: 'a connection is to be had',
      limitMs: 30_000,
    });
    const connected: Connected = { client, notices: [], isUsable: true };
    client.on('error', () => (connected.isUsable = false));
    client.on('end', () => (connected.isUsable = false));
    client.on('notice', ({ message }) => connected.notices.push(`a notice: ${message}`));
    this.#current = connected;
    return client;
  }

  /** What the server sent without being asked, since the last call. */
  readonly takeNotices = (): readonly string[] => this.#current?.notices.splice(0) ?? [];

  /** Nobody knows what it would say next. */
  giveUp(): void {
    if (this.#current !== null) cutOff(this.#current.client);
    this.#current = null;
  }

  async end(): Promise<void> {
    if (this.#current?.isUsable === true) await this.#current.client.end();
  }
}
