// SELECT … FOR UPDATE and FOR KEY SHARE: they lock nothing and stop nobody, but count at COMMIT as
// the conflict matrix of Aurora DSQL says, row by row of that matrix.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-concurrency-control.html
import { beforeAll, describe, expect, test } from 'vitest';
import { leftovers } from '../support/leftovers.ts';
import { openEmbeddedDsql, type EmbeddedDsql } from './embedded-dsql.ts';
import { openScene, WAYS } from './stage.ts';

const later = leftovers();
let dsql: EmbeddedDsql;
beforeAll(async () => {
  dsql = await openEmbeddedDsql(later);
});

const CONFLICT = '40001 OC000';

/** What one of them does to seat 1, and what the statement answers. */
const DEEDS = {
  'FOR UPDATE': ['SELECT id FROM seats WHERE id = 1 FOR UPDATE', 'SELECT 1'],
  'FOR KEY SHARE': ['SELECT id FROM seats WHERE id = 1 FOR KEY SHARE', 'SELECT 1'],
  'UPDATE of a value': ['UPDATE seats SET price = 11 WHERE id = 1', 'UPDATE 1'],
  'UPDATE of the key': ['UPDATE seats SET id = 8 WHERE id = 1', 'UPDATE 1'],
  DELETE: ['DELETE FROM seats WHERE id = 1', 'DELETE 1'],
} as const;
type Deed = keyof typeof DEEDS;

/**
 * Both orders of COMMIT, for each pair that contains a lock. STRICTER: both commit on Aurora DSQL;
 * here FOR KEY SHARE counts like FOR UPDATE, and whoever commits second is refused.
 */
const MATRIX: readonly (readonly [Deed, Deed, 'first only' | 'STRICTER'])[] = [
  ['FOR UPDATE', 'FOR UPDATE', 'first only'],
  ['FOR UPDATE', 'UPDATE of a value', 'first only'],
  ['UPDATE of a value', 'FOR UPDATE', 'first only'],
  ['FOR UPDATE', 'UPDATE of the key', 'first only'],
  ['UPDATE of the key', 'FOR UPDATE', 'first only'],
  ['FOR UPDATE', 'DELETE', 'first only'],
  ['DELETE', 'FOR UPDATE', 'first only'],
  ['FOR UPDATE', 'FOR KEY SHARE', 'first only'],
  ['FOR KEY SHARE', 'FOR UPDATE', 'first only'],
  ['FOR KEY SHARE', 'FOR KEY SHARE', 'STRICTER'],
  ['FOR KEY SHARE', 'UPDATE of a value', 'STRICTER'],
  ['UPDATE of a value', 'FOR KEY SHARE', 'STRICTER'],
  ['FOR KEY SHARE', 'UPDATE of the key', 'first only'],
  ['UPDATE of the key', 'FOR KEY SHARE', 'first only'],
  ['FOR KEY SHARE', 'DELETE', 'first only'],
  ['DELETE', 'FOR KEY SHARE', 'first only'],
];

describe.each(WAYS)('locks, %s', (way) => {
  test.each(MATRIX)('%s commits before %s: %s', async (first, second) => {
    const { ann, bob, seats } = await openScene(dsql, way);
    const [firstSql, firstAnswer] = DEEDS[first];
    const [secondSql, secondAnswer] = DEEDS[second];
    await ann.says('BEGIN');
    await bob.says('BEGIN');
    expect(await ann.says(firstSql.replace('seats', seats))).toBe(firstAnswer);
    expect(await bob.says(secondSql.replace('seats', seats))).toBe(secondAnswer);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
  });

  test('FOR UPDATE after the other has committed shows the snapshot, and is refused', async () => {
    const { ann, bob, seats } = await openScene(dsql, way);
    await bob.says('BEGIN');
    expect(await bob.reads(`SELECT owner FROM ${seats} WHERE id = 1`)).toEqual([[null]]);
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
    const lock = `SELECT owner FROM ${seats} WHERE id = 1 FOR UPDATE`;
    expect(await bob.reads(lock)).toEqual([[null]]);
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
  });

  test('FOR UPDATE sees what the transaction wrote, and its own row is not its enemy', async () => {
    const { ann, seats } = await openScene(dsql, way);
    await ann.says('BEGIN');
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
    const lock = `SELECT id, owner FROM ${seats} WHERE id < 3 ORDER BY id FOR UPDATE`;
    expect(await ann.reads(lock)).toEqual([
      [1, 'ann'],
      [2, null],
    ]);
    expect(await ann.says(`UPDATE ${seats} SET owner = 'eve' WHERE id = 2`)).toBe('UPDATE 1');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
  });

  test('a plain SELECT is in nobody’s way', async () => {
    const { ann, bob, seats } = await openScene(dsql, way);
    await ann.says('BEGIN');
    await ann.reads(`SELECT owner FROM ${seats}`);
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
    await bob.says(`DELETE FROM ${seats} WHERE id = 2`);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
  });
});
