// Conflicts of two transactions, told statement by statement: what Aurora DSQL does, in the three
// ways in which clients send statements. Statements never wait and never fail for the other's sake;
// of two, the first to COMMIT wins.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-concurrency-control.html
// Source: https://github.com/marcbrooker/hermitage/blob/main/dsql.md (write skew)
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

describe.each(WAYS)('two transactions, %s', (way) => {
  const open = () => openScene(dsql, way);

  test('both update: both statements succeed at once, the first to COMMIT wins', async () => {
    const { ann, bob, seats } = await open();
    const take = `UPDATE ${seats} SET owner = $1 WHERE id = $2`;
    expect([await ann.says('BEGIN'), await bob.says('BEGIN')]).toEqual(['BEGIN', 'BEGIN']);
    expect(await ann.says(take, 'ann', 1)).toBe('UPDATE 1');
    expect(await bob.says(take, 'bob', 1)).toBe('UPDATE 1');
    expect(await bob.says('COMMIT')).toBe('COMMIT');
    expect(await ann.says('COMMIT')).toBe(CONFLICT);
    expect(await ann.reads(`SELECT owner FROM ${seats} WHERE id = 1`)).toEqual([['bob']]);
  });

  test('after a conflict the session is as new', async () => {
    const { ann, bob, seats } = await open();
    const take = `UPDATE ${seats} SET owner = $1 WHERE id = $2`;
    await ann.says('BEGIN');
    await ann.says(take, 'ann', 1);
    expect(await bob.says(take, 'bob', 1)).toBe('UPDATE 1');
    expect(await ann.says('COMMIT')).toBe(CONFLICT);
    expect(await ann.says('BEGIN')).toBe('BEGIN');
    expect(await ann.says(take, 'ann', 1)).toBe('UPDATE 1');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.reads(`SELECT owner FROM ${seats} WHERE id = 1`)).toEqual([['ann']]);
  });

  test('one rolls back: the other commits', async () => {
    const { ann, bob, seats } = await open();
    const take = `UPDATE ${seats} SET owner = $1 WHERE id = 1`;
    await ann.says('BEGIN');
    await bob.says('BEGIN');
    await ann.says(take, 'ann');
    expect(await bob.says(take, 'bob')).toBe('UPDATE 1');
    expect(await ann.says('ROLLBACK')).toBe('ROLLBACK');
    expect(await bob.says('COMMIT')).toBe('COMMIT');
  });

  test('update after the other has committed: it works on, and hears of it at COMMIT', async () => {
    const { ann, bob, seats } = await open();
    const read = `SELECT owner, price FROM ${seats} WHERE id = 1`;
    await bob.says('BEGIN');
    expect(await bob.reads(read)).toEqual([[null, 10]]);
    expect(await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`)).toBe('UPDATE 1');
    expect(await bob.says(`UPDATE ${seats} SET price = price + 1 WHERE id = 1`)).toBe('UPDATE 1');
    expect(await bob.reads(read)).toEqual([[null, 11]]);
    expect(await bob.says(`UPDATE ${seats} SET price = price + 1 WHERE id = 1`)).toBe('UPDATE 1');
    expect(await bob.reads(read)).toEqual([[null, 12]]);
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
    expect(await bob.reads(read)).toEqual([['ann', 10]]);
  });

  test('write skew: each reads both rows and writes one, and both commit', async () => {
    const { ann, bob, seats } = await open();
    const read = `SELECT count(*)::int FROM ${seats} WHERE owner IS NULL AND id < 3`;
    for (const actor of [ann, bob]) {
      await actor.says('BEGIN');
      expect(await actor.reads(read)).toEqual([[2]]);
    }
    expect(await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`)).toBe('UPDATE 1');
    expect(await bob.says(`UPDATE ${seats} SET owner = 'bob' WHERE id = 2`)).toBe('UPDATE 1');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.says('COMMIT')).toBe('COMMIT');
  });

  test('write skew with FOR UPDATE on a common row: the second is refused', async () => {
    const { ann, bob, seats } = await open();
    const guard = `SELECT id FROM ${seats} WHERE id = 3 FOR UPDATE`;
    for (const actor of [ann, bob]) {
      await actor.says('BEGIN');
      expect(await actor.reads(guard)).toEqual([[3]]);
    }
    expect(await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`)).toBe('UPDATE 1');
    expect(await bob.says(`UPDATE ${seats} SET owner = 'bob' WHERE id = 2`)).toBe('UPDATE 1');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
  });

  test('opposite order of two rows: nobody waits, one wins', async () => {
    const { ann, bob, seats } = await open();
    const take = `UPDATE ${seats} SET owner = $1 WHERE id = $2`;
    await ann.says('BEGIN');
    await bob.says('BEGIN');
    expect(await ann.says(take, 'ann', 1)).toBe('UPDATE 1');
    expect(await bob.says(take, 'bob', 2)).toBe('UPDATE 1');
    expect(await ann.says(take, 'ann', 2)).toBe('UPDATE 1');
    expect(await bob.says(take, 'bob', 1)).toBe('UPDATE 1');
    const ends = await Promise.all([ann.says('COMMIT'), bob.says('COMMIT')]);
    expect(ends.sort()).toEqual([CONFLICT, 'COMMIT']);
  });

  test('outside of a transaction the statement wins at once; the open one loses', async () => {
    const { ann, bob, seats } = await open();
    await ann.says('BEGIN');
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
    expect(await bob.says(`UPDATE ${seats} SET owner = 'bob' WHERE id = 1`)).toBe('UPDATE 1');
    expect(await ann.says('COMMIT')).toBe(CONFLICT);
  });

  test('both delete one row: both are told so, the second COMMIT is refused', async () => {
    const { ann, bob, seats } = await open();
    await ann.says('BEGIN');
    await bob.says('BEGIN');
    expect(await ann.says(`DELETE FROM ${seats} WHERE id = 1`)).toBe('DELETE 1');
    expect(await bob.says(`DELETE FROM ${seats} WHERE id = 1`)).toBe('DELETE 1');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
  });
});

describe.each(WAYS)('inserts, %s', (way) => {
  const open = () => openScene(dsql, way);
  const insertInto = (seats: string) => `INSERT INTO ${seats} (id, owner) VALUES ($1, $2)`;

  test('two insert one key: both are told INSERT, the second COMMIT is refused', async () => {
    const { ann, bob, seats } = await open();
    await ann.says('BEGIN');
    await bob.says('BEGIN');
    expect(await ann.says(insertInto(seats), 9, 'ann')).toBe('INSERT 1');
    expect(await bob.says(insertInto(seats), 9, 'bob')).toBe('INSERT 1');
    expect(await bob.says('COMMIT')).toBe('COMMIT');
    expect(await ann.says('COMMIT')).toBe(CONFLICT);
  });

  test('a duplicate that is visible is one: 23505, then 25P02, and COMMIT rolls back', async () => {
    const { ann, seats } = await open();
    await ann.says('BEGIN');
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 2`);
    expect(await ann.says(insertInto(seats), 1, 'ann')).toBe('23505');
    expect(await ann.says(`SELECT 1`)).toBe('25P02');
    expect(await ann.says('COMMIT')).toBe('ROLLBACK');
    expect(await ann.reads(`SELECT owner FROM ${seats} WHERE id = 2`)).toEqual([[null]]);
  });

  test.each([
    '',
    ' ON CONFLICT DO NOTHING',
    ' ON CONFLICT (id) DO UPDATE SET owner = excluded.owner',
  ])('a duplicate since the snapshot is none until COMMIT: INSERT …%s', async (ending) => {
    const { ann, bob, seats } = await open();
    await bob.says('BEGIN');
    expect(await bob.reads(`SELECT id FROM ${seats} WHERE id = 9`)).toEqual([]);
    expect(await ann.says(insertInto(seats), 9, 'ann')).toBe('INSERT 1');
    expect(await bob.says(insertInto(seats) + ending, 9, 'bob')).toBe('INSERT 1');
    expect(await bob.reads(`SELECT owner FROM ${seats} WHERE id = 9`)).toEqual([['bob']]);
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
    expect(await bob.reads(`SELECT owner FROM ${seats} WHERE id = 9`)).toEqual([['ann']]);
  });

  test('ON CONFLICT with a visible row: nothing, or an update', async () => {
    const { ann, seats } = await open();
    await ann.says('BEGIN');
    expect(await ann.says(`${insertInto(seats)} ON CONFLICT DO NOTHING`, 1, 'ann')).toBe(
      'INSERT 0',
    );
    const update = `${insertInto(seats)} ON CONFLICT (id) DO UPDATE SET owner = excluded.owner`;
    expect(await ann.says(update, 1, 'ann')).toBe('INSERT 1');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await ann.reads(`SELECT owner FROM ${seats} WHERE id = 1`)).toEqual([['ann']]);
  });

  test('a key that was inserted and deleted again since the snapshot is fought for', async () => {
    const { ann, bob, seats } = await open();
    await bob.says('BEGIN');
    expect(await bob.reads(`SELECT id FROM ${seats} WHERE id = 9`)).toEqual([]);
    expect(await ann.says(insertInto(seats), 9, 'ann')).toBe('INSERT 1');
    expect(await ann.says(`DELETE FROM ${seats} WHERE id = 9`)).toBe('DELETE 1');
    expect(await bob.says(insertInto(seats), 9, 'bob')).toBe('INSERT 1');
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
    expect(await bob.reads(`SELECT id FROM ${seats} WHERE id = 9`)).toEqual([]);
  });

  test('a key that was deleted since the snapshot is still taken', async () => {
    const { ann, bob, seats } = await open();
    await bob.says('BEGIN');
    expect(await bob.reads(`SELECT id FROM ${seats} WHERE id = 1`)).toEqual([[1]]);
    expect(await ann.says(`DELETE FROM ${seats} WHERE id = 1`)).toBe('DELETE 1');
    expect(await bob.says(insertInto(seats), 1, 'bob')).toBe('23505');
    expect(await bob.says('COMMIT')).toBe('ROLLBACK');
  });
});
