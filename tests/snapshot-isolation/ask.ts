// One statement over one connection, in any of the protocol's ways, and what came of it. An error is
// an answer; a connection that ends is one too. It does not throw.
import type { Protocol } from './plan.ts';
import { PortalQuery } from '../support/portal-query.ts';
import { serverError, type PostgresClient } from '../support/postgres-client.ts';
import type { SqlError } from './history.ts';
import { inlined, type Statement } from './sql.ts';

export type Answer =
  | {
      readonly kind: 'DONE';
      readonly command: string;
      readonly count: number;
      readonly rows: readonly Readonly<Record<string, unknown>>[];
    }
  | { readonly kind: 'ERROR'; readonly error: SqlError }
  | { readonly kind: 'LOST'; readonly reason: string };

export async function ask(
  client: PostgresClient,
  statement: Statement,
  protocol: Protocol,
): Promise<Answer> {
  try {
    return { kind: 'DONE', ...(await send(client, statement, protocol)) };
  } catch (fault) {
    return faultAnswer(fault);
  }
}

export const plain = (text: string): Statement => ({ name: text, text, values: [] });

type Sent = Omit<Extract<Answer, { kind: 'DONE' }>, 'kind'>;

const SEND: Readonly<
  Record<Protocol, (client: PostgresClient, statement: Statement) => Promise<Sent>>
> = {
  SIMPLE: (client, statement) => result(client.query({ text: inlined(statement) })),
  UNNAMED: (client, { text, values }) => {
    const query = { text, values: [...values], queryMode: 'extended' };
    return result(client.query(query));
  },
  NAMED: (client, { name, text, values }) =>
    result(client.query({ name, text, values: [...values] })),
  PORTAL: (client, { text, values }) =>
    client.query(new PortalQuery({ text, values, rowsAtOnce: 2 })).result,
};

const send = (client: PostgresClient, statement: Statement, protocol: Protocol): Promise<Sent> =>
  SEND[protocol](client, statement);

async function result(
  answer: Promise<{ command: string; rowCount: number | null; rows: Record<string, unknown>[] }>,
): Promise<Sent> {
  const { command, rowCount, rows } = await answer;
  return { command, count: rowCount ?? 0, rows };
}

function faultAnswer(fault: unknown): Answer {
  const said = serverError(fault);
  // A FATAL error is the last word of a connection; "server unavailable" is as uncertain.
  if (said?.severity === 'ERROR' && said.code !== 'XX000') {
    return { kind: 'ERROR', error: { code: said.code, message: said.message } };
  }
  return { kind: 'LOST', reason: fault instanceof Error ? fault.message : String(fault) };
}
