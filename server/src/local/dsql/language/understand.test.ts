import { beforeAll, describe, expect, test } from 'vitest';
import { ready, understand, type Statement } from './index.ts';

beforeAll(() => ready);

function only(sql: string): Statement {
  const understood = understand(sql);
  if ('fault' in understood) throw new Error(understood.refusal.message);
  const [statement, ...more] = understood;
  if (statement === undefined || more.length > 0)
    throw new Error(`${understood.length} statements`);
  return statement;
}

const named = (relations: Statement['relations']) =>
  relations.map(({ schema, name }) => (schema === null ? name : `${schema}.${name}`));

describe('kinds', () => {
  test.each<[Statement['kind'], string]>([
    ['EMPTY', ''],
    ['EMPTY', ' ; -- nothing'],
    ['BEGIN', 'START TRANSACTION'],
    ['COMMIT', 'END'],
    ['ROLLBACK', 'ABORT'],
    ['READ', 'VALUES (1)'],
    ['READ', 'TABLE seats'],
    ['READ', 'EXPLAIN UPDATE seats SET id = 1'],
    ['READ', 'EXPLAIN (ANALYZE false) UPDATE seats SET id = 1'],
    ['WRITE', 'EXPLAIN (ANALYZE) UPDATE seats SET id = 1'],
    ['WRITE', 'WITH x AS (DELETE FROM seats RETURNING *) SELECT * FROM x'],
    ['WRITE', 'INSERT INTO seats DEFAULT VALUES'],
    ['LOCK', 'SELECT * FROM seats FOR UPDATE'],
    ['DDL', 'GRANT SELECT ON seats TO x'],
    ['DDL', 'CREATE INDEX ASYNC ON seats (id)'],
    ['SET', 'SET search_path TO x'],
    ['SHOW', 'SHOW timezone'],
    ['OTHER', 'CALL sys.wait_for_job($1)'],
  ])('%s: %s', (kind, sql) => {
    expect([only(sql).kind, only(sql).refusal]).toEqual([kind, null]);
  });
});

describe('what a statement says of itself', () => {
  test('relations, functions and parameters are found anywhere', () => {
    const { relations, functions, parameters } = only(
      `SELECT app.f($3), pg_catalog.lower(x) FROM a JOIN app.b ON true, (SELECT * FROM c) s
       WHERE EXISTS (SELECT FROM d WHERE id = $1) ORDER BY (SELECT max(id) FROM "E e")`,
    );
    expect({ relations: named(relations), functions, parameters }).toEqual({
      relations: ['a', 'app.b', 'c', 'd', 'E e'],
      functions: ['app.f', 'lower', 'max'],
      parameters: [1, 3],
    });
  });

  test('a WITH query hides a table only where it is in scope', () => {
    expect(named(only('WITH a AS (SELECT 1) SELECT * FROM a, b').relations)).toEqual(['b']);
    expect(named(only('WITH a AS (SELECT * FROM a) SELECT * FROM a').relations)).toEqual(['a']);
    expect(named(only('WITH a AS (SELECT 1) SELECT * FROM app.a').relations)).toEqual(['app.a']);
    expect(
      named(only('SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) x, a').relations),
    ).toEqual(['a']);
    expect(named(only('WITH a AS (SELECT 1) UPDATE a SET x = 1').relations)).toEqual(['a']);
    const recursive = 'WITH RECURSIVE a AS (SELECT 1 UNION ALL SELECT * FROM a, b) SELECT * FROM a';
    expect(named(only(recursive).relations)).toEqual(['b']);
  });

  test('of an INSERT', () => {
    const { target, verb, returning, hasWith, onConflict, isSubquerying } = only(
      'INSERT INTO app.sales VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING id',
    );
    expect({ target, verb, returning, hasWith, onConflict, isSubquerying }).toEqual({
      target: { schema: 'app', name: 'sales' },
      verb: 'INSERT',
      returning: true,
      hasWith: false,
      onConflict: true,
      isSubquerying: false,
    });
  });

  test('of a write inside WITH the outermost is the target, and all are written', () => {
    const { target, targets, verb, hasWith, isSubquerying } = only(
      'WITH x AS (DELETE FROM a RETURNING id) UPDATE b SET n = 1 WHERE id IN (SELECT id FROM x)',
    );
    expect({ target, targets: named(targets), verb, hasWith, isSubquerying }).toEqual({
      target: { schema: null, name: 'b' },
      targets: ['b', 'a'],
      verb: 'UPDATE',
      hasWith: true,
      isSubquerying: true,
    });
  });

  test('BEGIN READ ONLY', () => {
    expect(only('BEGIN READ ONLY').isReadOnly).toBe(true);
    expect(only('BEGIN READ WRITE').isReadOnly).toBe(false);
  });
});

describe('texts', () => {
  test('one statement keeps its text; of several each has its own', () => {
    expect(only('  SELECT 1; ').text).toBe('  SELECT 1; ');
    const several = understand(`SELECT 'é;' ;; SELECT 2`);
    expect('fault' in several ? several : several.map(({ text }) => text)).toEqual([
      `SELECT 'é;'`,
      'SELECT 2',
    ]);
  });

  test('what the parser refuses has its words and its place', () => {
    expect(understand(`SELECT 'é' FRO seats x`)).toEqual({
      fault: 'SYNTAX',
      refusal: { code: '42601', message: 'syntax error at or near "seats"' },
      position: 16,
    });
  });

  test('nesting deeper than the stack is a fault, and the next text is understood', () => {
    const deep = understand(`SELECT 1${' + 1'.repeat(100_000)}`);
    expect(deep).toMatchObject({ fault: 'SYNTAX' });
    expect(only('SELECT 1').kind).toBe('READ');
  });

  test('the same text is understood once', () => {
    expect(understand('SELECT 42 AS again')).toBe(understand('SELECT 42 AS again'));
    const long = `SELECT '${'x'.repeat(20_000)}'`;
    expect(understand(long)).not.toBe(understand(long));
  });
});

describe('forms that only Aurora DSQL has', () => {
  test.each([
    [
      'CREATE UNIQUE INDEX/* */ASYNC i ON app."T" (a)',
      `SELECT sys.create_index_async('CREATE UNIQUE INDEX/* */ i ON app."T" (a)', '"app"."T"') AS job_id`,
      'CREATE INDEX',
    ],
    [
      `alter table async t validate constraint "o'c"`,
      `SELECT sys.validate_constraint_async('alter table  t validate constraint "o''c"', '"t"') AS job_id`,
      'ALTER TABLE',
    ],
    [
      `AWS IAM GRANT App TO 'arn:aws:iam::012345678912:role/x'`,
      `CALL sys.iam_grant('app', 'arn:aws:iam::012345678912:role/x')`,
      'AWS IAM GRANT',
    ],
    [`aws iam revoke "App" from 'arn:x';`, `CALL sys.iam_revoke('App', 'arn:x')`, 'AWS IAM REVOKE'],
  ])('%s', (sql, text, tag) => {
    expect(only(sql)).toMatchObject({ kind: 'DDL', text, tag, refusal: null });
  });

  test.each([
    `SELECT 'CREATE INDEX ASYNC i ON t (a)'`,
    'SELECT 1 -- CREATE INDEX ASYNC i ON t (a)',
    'SELECT async FROM async',
    'ALTER TABLE async ADD COLUMN validate int',
    'ALTER TABLE "async" RENAME TO b',
    'SELECT $$AWS IAM GRANT a TO b$$',
  ])('not %s', (sql) => {
    expect(only(sql)).toMatchObject({ text: sql, refusal: null, tag: null });
  });

  test('the ASYNC form among other statements', () => {
    const understood = understand('CREATE TABLE a (id int); CREATE INDEX ASYNC ON a (id);');
    expect(
      'fault' in understood ? understood : understood.map(({ tag, text }) => [tag, text]),
    ).toEqual([
      [null, 'CREATE TABLE a (id int)'],
      ['CREATE INDEX', `SELECT sys.create_index_async('CREATE INDEX  ON a (id)', '"a"') AS job_id`],
    ]);
  });
});
