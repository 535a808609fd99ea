// Runs the conformance table through the language rules, and what they let pass, or rewrite,
// through PostgreSQL itself, as the role admin. What the session decides is the gateway's to test.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CONFORMANCE_SCHEMA,
  CONFORMANCE_TABLE,
  type ConformanceCase,
} from './conformance-table.ts';
import { checkTogether, ready, RULES, understand, type Statement } from './index.ts';
import { openTestDatabase, type TestDatabase } from './test-support.ts';

await ready;

function statementsOf(sql: string): readonly Statement[] {
  const understood = understand(sql);
  if ('fault' in understood) throw new Error(understood.refusal.message);
  return understood;
}

describe('the conformance table, by the rules of the language', () => {
  test('has no two cases of one name', () => {
    const ids = CONFORMANCE_TABLE.map(({ id }) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  test('has a case for every rule', () => {
    const used = new Set(CONFORMANCE_TABLE.map(({ rule }) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  // In a failed transaction the session answers before any rule.
  const judged = CONFORMANCE_TABLE.filter(({ decidedBy }) => decidedBy !== 'SESSION');

  test.each(judged)('$id: $statement', (line) => {
    expect(said(line)).toEqual(expectedOf(line));
  });
});

/** What the language says of a case. */
function said({ statement, before, decidedBy }: Omit<ConformanceCase, 'expected'>) {
  const understood = understand(statement);
  if ('fault' in understood) return { ...understood.refusal, rule: null };
  const refused = understood.find(({ refusal }) => refusal !== null);
  const rule = (refused ?? understood.find((each) => each.rule !== null))?.rule ?? null;
  if (refused !== undefined) return { ...refused.refusal, rule };
  const together = [...before.flatMap(statementsOf), ...understood];
  const refusal = decidedBy === 'TRANSACTION' ? checkTogether(together) : null;
  return { ...refusal, rule };
}

function expectedOf({ expected, decidedBy, rule }: ConformanceCase) {
  const isOurs = decidedBy === 'LANGUAGE' || decidedBy === 'TRANSACTION';
  if (expected.outcome === 'OK' || !isOurs) return { rule };
  return { code: expected.sqlstate, message: expected.message, rule };
}

describe('the conformance table, by PostgreSQL behind the rules', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
    await database.as('admin', async (client) => {
      for (const statement of CONFORMANCE_SCHEMA) await run(client, statement);
    });
  });
  afterAll(() => database.stop());

  const passed = CONFORMANCE_TABLE.filter(
    ({ decidedBy, afterFailure }) => decidedBy === 'POSTGRESQL' && !afterFailure,
  );

  test.each(passed)('$id: $statement', async ({ before, statement, expected }) => {
    const answer = await database.as('admin', async (client) => {
      for (const each of before) expect(await run(client, each)).toMatchObject({ outcome: 'OK' });
      return run(client, statement);
    });
    expect(answer).toMatchObject(
      expected.outcome === 'OK' ? { ...expected, tag: shortTag(expected.tag) } : expected,
    );
  });
});

/** The driver keeps a tag's first word and its number of rows. */
const shortTag = (tag: string): string => tag.replace(/^INSERT 0/, 'INSERT').replace(/ \D.*/, '');

/** As the gateway would run it: each statement in the words that PostgreSQL gets. */
async function run(client: pg.Client, sql: string) {
  const values: unknown[] = [];
  let tag = '';
  for (const { text, lock, tag: rewritten } of statementsOf(sql)) {
    try {
      const statement = { text: lock?.readText ?? text, rowMode: 'array' };
      const { command, rowCount, rows } = await client.query<unknown[]>(statement);
      const counted = rowCount === null || rewritten !== null ? '' : ` ${rowCount}`;
      tag = shortTag(rewritten ?? `${(command as string | null) ?? ''}${counted}`);
      values.push(...rows.flat());
      for (const locked of lock?.rows ?? []) {
        expect((await client.query(locked.text)).rowCount).toBe(rows.length);
      }
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      return { outcome: 'ERROR', sqlstate: error.code, message: error.message };
    }
  }
  return { outcome: 'OK', tag, values };
}
