// A statement that is prepared and described with Flush; Sync is sent only when all of that was
// answered. A server that keeps its answers until Sync would never answer.
import type pg from 'pg';
import type { PostgresClient } from '../support/postgres-client.ts';

interface Wire {
  parse(message: { name: string; text: string; types: readonly string[] }): void;
  describe(message: { type: 'S'; name: string }): void;
  flush(): void;
  sync(): void;
}

/** @returns the messages that came, by pg's names for them, up to ReadyForQuery */
export async function flushed(
  client: PostgresClient,
  name: string,
  text: string,
): Promise<readonly string[]> {
  const heard: string[] = [];
  const listen = (message: { readonly name: string }) => heard.push(message.name);
  client.connection.on('message', listen);
  await new Promise<void>((resolve, reject) => {
    const query: pg.Submittable & Record<string, unknown> = {
      // So that the client knows the statement afterwards.
      name,
      text,
      submit: (connection: pg.Connection) => {
        const wire = connection as unknown as Wire;
        wire.parse({ name, text, types: [] });
        wire.describe({ type: 'S', name });
        wire.flush();
      },
      handleRowDescription: () => client.connection.sync(),
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(query);
  });
  client.connection.off('message', listen);
  return heard;
}
