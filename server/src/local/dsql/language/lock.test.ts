import { beforeAll, describe, expect, test } from 'vitest';
import { ready, understand, type Statement } from './index.ts';

beforeAll(() => ready);

function only(sql: string): Statement {
  const understood = understand(sql);
  if ('fault' in understood || understood[0] === undefined) throw new Error(sql);
  return understood[0];
}

const seats = { schema: null, name: 'seats' };

describe('a locking SELECT taken apart', () => {
  test('the clause goes, the rows are asked for as text', () => {
    expect(only('SELECT status FROM seats WHERE id = $1 ORDER BY 1 FOR UPDATE').lock).toEqual({
      strength: 'UPDATE',
      readText: 'SELECT status FROM seats WHERE id = $1 ORDER BY 1',
      rows: [
        {
          relation: seats,
          alias: 'seats',
          strength: 'UPDATE',
          text: 'SELECT seats.*::text AS row_text FROM seats WHERE id = $1',
          parameters: [1],
        },
      ],
    });
  });

  test('parameters of what is dropped do not survive, those of the rest keep their numbers', () => {
    const { lock } = only(
      'SELECT $1::int, id FROM seats WHERE id = $3 ORDER BY $2::int FOR UPDATE',
    );
    expect(lock?.rows.map(({ parameters }) => parameters)).toEqual([[3]]);
  });

  test('with LIMIT the rows are chosen as the SELECT chooses them', () => {
    const { lock } = only('SELECT id AS n FROM seats s ORDER BY n LIMIT $1 FOR UPDATE SKIP LOCKED');
    expect(lock?.rows[0]).toMatchObject({
      alias: 's',
      text:
        'SELECT locked_rows.worldseat_locked_row AS row_text FROM ( SELECT id AS n, ' +
        's.*::text AS worldseat_locked_row FROM seats AS s ORDER BY n LIMIT $1 ) AS locked_rows',
      parameters: [1],
    });
  });

  test('each table has its strength, and only those that are named are locked', () => {
    const { lock } = only(
      'SELECT 1 FROM seats s JOIN app.sales x ON true JOIN other ON true ' +
        'FOR KEY SHARE OF s, x FOR UPDATE OF x',
    );
    const rows = lock?.rows.map(({ alias, strength }) => [alias, strength]);
    expect({ strength: lock?.strength, rows }).toEqual({
      strength: 'UPDATE',
      rows: [
        ['s', 'KEY_SHARE'],
        ['x', 'UPDATE'],
      ],
    });
  });

  test('lists and arrays come through', () => {
    const { lock } = only('SELECT ARRAY[1, 2] FROM seats WHERE id IN (1, $1) FOR UPDATE');
    expect(lock?.readText).toBe('SELECT ARRAY[1, 2] FROM seats WHERE id IN (1, $1)');
  });

  test('WITH queries and functions are passed over', () => {
    const { lock } = only('WITH q AS (SELECT 1) SELECT 1 FROM q, seats, now() FOR UPDATE');
    expect(lock?.rows.map(({ alias }) => alias)).toEqual(['seats']);
  });
});

describe('left to PostgreSQL, which refuses it without a lock', () => {
  test.each([
    'SELECT DISTINCT id FROM seats FOR UPDATE',
    'SELECT count(*) FROM seats FOR UPDATE',
    'SELECT id FROM seats GROUP BY id FOR UPDATE',
    'SELECT id FROM seats UNION SELECT 1 FOR UPDATE',
    'SELECT id FROM seats FOR UPDATE OF nobody',
  ])('%s', (sql) => {
    expect(only(sql)).toMatchObject({ kind: 'READ', text: sql, lock: null, refusal: null });
  });
});

describe('refused', () => {
  test.each([
    ['lock', 'SELECT 1 FROM a LEFT JOIN b ON true FOR UPDATE'],
    ['lock', 'SELECT 1 FROM (SELECT * FROM seats) s FOR UPDATE'],
    ['lock', 'SELECT 1 FROM (a JOIN b ON true) AS j FOR UPDATE'],
    ['nested-lock', 'UPDATE seats SET id = 1 WHERE id IN (SELECT id FROM seats FOR UPDATE)'],
    ['nested-lock', 'WITH q AS (SELECT * FROM seats FOR UPDATE) SELECT * FROM q'],
    ['nested-lock', 'CREATE VIEW v AS SELECT * FROM seats FOR UPDATE'],
    ['weak-lock', 'SELECT 1 FROM seats FOR UPDATE FOR SHARE'],
  ])('%s: %s', (rule, sql) => {
    expect(only(sql)).toMatchObject({ rule, lock: null, refusal: { code: '0A000' } });
  });

  test('the nullable side is fine where it is not locked', () => {
    expect(only('SELECT 1 FROM a LEFT JOIN b ON true FOR UPDATE OF a').kind).toBe('LOCK');
  });
});
