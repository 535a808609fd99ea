// The conformance table through the real gateway: every statement, asked as a simple Query and in
// the extended protocol, gets the outcome, SQLSTATE and words that its source records.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CONFORMANCE_SCHEMA,
  CONFORMANCE_TABLE,
  type ConformanceCase,
  type Expected,
} from '../server/src/local/dsql/language/conformance-table.ts';
import { openDsqlCloud, type DsqlCloud } from './support/dsql-cloud.ts';

const PROTOCOLS = ['simple', 'extended'] as const;
type Protocol = (typeof PROTOCOLS)[number];

describe.each(PROTOCOLS)('the conformance table, %s protocol', (protocol) => {
  let cloud: DsqlCloud;

  beforeAll(async () => {
    cloud = await openDsqlCloud();
    const admin = await cloud.connect();
    for (const statement of CONFORMANCE_SCHEMA) await admin.query(statement);
    await admin.end();
  });

  afterAll(() => cloud.close());

  // The extended protocol prepares one statement at a time, here as on DSQL.
  const lines = CONFORMANCE_TABLE.filter(
    ({ id }) => protocol === 'simple' || !id.endsWith('-in-a-query'),
  );

  it.each(lines.map((line) => [line.id, line.source, line] as const))(
    '%s (%s)',
    async (_id, _source, line) => {
      const client = await cloud.connect();
      try {
        expect(await outcomeOf(client, line, protocol)).toEqual(line.expected);
      } finally {
        await client.end();
      }
    },
  );
});

async function outcomeOf(
  client: pg.Client,
  line: ConformanceCase,
  protocol: Protocol,
): Promise<Expected> {
  for (const [at, statement] of line.before.entries()) {
    const mayFail = line.afterFailure && at === line.before.length - 1;
    const done = client.query(statement);
    if (mayFail) await expect(done).rejects.toThrow();
    else await done;
  }
  try {
    const asked = await ask(client, line.statement, protocol);
    const { expected } = line;
    const shows = expected.outcome === 'OK' && expected.values !== undefined;
    const values = asked.rows.flatMap((row) => row as unknown[]);
    return { outcome: 'OK', tag: asked.tag, ...(shows && { values }) };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { outcome: 'ERROR', sqlstate: error.code ?? '', message: error.message };
  }
}

interface Asked {
  readonly tag: string;
  readonly rows: readonly unknown[];
}

/** pg keeps of a command tag only its first word: the whole of it is read off the connection. */
async function ask(client: pg.Client, text: string, protocol: Protocol): Promise<Asked> {
  let tag = '';
  const note = (message: { text: string }) => (tag = message.text);
  client.connection.on('commandComplete', note);
  try {
    const extended = protocol === 'extended';
    const given = await client.query({
      text,
      rowMode: 'array',
      ...(extended && { queryMode: 'extended' }),
    });
    // One result for each statement of a text.
    const results: pg.QueryArrayResult[] = Array.isArray(given) ? given : [given];
    return { tag, rows: results.flatMap(({ rows }) => rows) };
  } finally {
    client.connection.off('commandComplete', note);
  }
}
