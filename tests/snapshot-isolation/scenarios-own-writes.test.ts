// What a transaction reads: its own snapshot and its own writes, from the first statement to the
// last, also when somebody else has committed meanwhile and its COMMIT can only be refused.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-concurrency-control.html
// Source: https://www.postgresql.org/docs/16/transaction-iso.html (REPEATABLE READ)
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

describe.each(WAYS)('its own writes, %s', (way) => {
  const open = () => openScene(dsql, way);
  const all = (seats: string) => `SELECT id, owner, price FROM ${seats} ORDER BY id`;

  test('inserted, updated, deleted, deleted and inserted again: read at once, and committed', async () => {
    const { ann, bob, seats } = await open();
    const insert = `INSERT INTO ${seats} (id, owner, price) VALUES ($1, $2, $3)`;
    await ann.says('BEGIN');
    expect(await ann.says(insert, 4, 'o\'neil \\ "x"', 40)).toBe('INSERT 1');
    expect(await ann.says(`UPDATE ${seats} SET price = price + 1 WHERE id > 2`)).toBe('UPDATE 2');
    expect(await ann.says(`DELETE FROM ${seats} WHERE id = 1`)).toBe('DELETE 1');
    expect(await ann.says(`DELETE FROM ${seats} WHERE id = 2`)).toBe('DELETE 1');
    expect(await ann.says(insert, 2, 'ann', 22)).toBe('INSERT 1');
    const written = [
      [2, 'ann', 22],
      [3, null, 11],
      [4, 'o\'neil \\ "x"', 41],
    ];
    expect(await ann.reads(all(seats))).toEqual(written);
    expect(await bob.reads(all(seats))).toHaveLength(3);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.reads(all(seats))).toEqual(written);
  });

  test('a row that was inserted and deleted again leaves nothing', async () => {
    const { ann, seats } = await open();
    await ann.says('BEGIN');
    await ann.says(`INSERT INTO ${seats} (id) VALUES (9)`);
    expect(await ann.says(`UPDATE ${seats} SET price = 1 WHERE id = 9`)).toBe('UPDATE 1');
    expect(await ann.says(`DELETE FROM ${seats} WHERE id = 9`)).toBe('DELETE 1');
    expect(await ann.says(`DELETE FROM ${seats} WHERE id = 9`)).toBe('DELETE 0');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await ann.reads(`SELECT id FROM ${seats}`)).toEqual([[1], [2], [3]]);
  });

  test('a changed primary key: read under the new one, and the old one is free', async () => {
    const { ann, bob, seats } = await open();
    await ann.says('BEGIN');
    expect(await ann.says(`UPDATE ${seats} SET id = 8 WHERE id = 1`)).toBe('UPDATE 1');
    expect(await ann.says(`INSERT INTO ${seats} (id, owner) VALUES (1, 'new')`)).toBe('INSERT 1');
    expect(await ann.reads(`SELECT id, owner FROM ${seats} ORDER BY id`)).toEqual([
      [1, 'new'],
      [2, null],
      [3, null],
      [8, null],
    ]);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.reads(`SELECT id FROM ${seats} WHERE owner = 'new'`)).toEqual([[1]]);
  });

  test('what RETURNING has said is what is committed, also random() and now()', async () => {
    const { ann, bob, seats } = await open();
    await ann.says('BEGIN');
    const made = `random()::text || ' ' || clock_timestamp()::text`;
    const inserted = await ann.reads(
      `INSERT INTO ${seats} (id, owner) VALUES (5, ${made}), (6, ${made}) RETURNING id, owner`,
    );
    const updated = await ann.reads(
      `UPDATE ${seats} SET owner = ${made} WHERE id < 3 RETURNING id, owner`,
    );
    const told = [...updated, ...inserted];
    const read = `SELECT id, owner FROM ${seats} WHERE owner IS NOT NULL ORDER BY id`;
    expect(await ann.reads(read)).toEqual(told);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.reads(read)).toEqual(told);
  });

  test('now() stands still, from the first statement to the last', async () => {
    const { ann, seats } = await open();
    await ann.says('BEGIN');
    const first = await ann.reads('SELECT now()::text');
    await ann.says(`UPDATE ${seats} SET owner = now()::text WHERE id = 1`);
    expect(await ann.reads(`SELECT owner FROM ${seats} WHERE id = 1`)).toEqual(first);
    expect(await ann.reads('SELECT now()::text')).toEqual(first);
  });

  test('a join of written and unwritten rows, a subquery, an aggregate', async () => {
    const { ann, seats } = await open();
    await ann.says('BEGIN');
    await ann.says(`UPDATE ${seats} SET price = price * 3 WHERE id = $1`, 1);
    expect(
      await ann.reads(`SELECT sum(price)::int, max(price) FROM ${seats} WHERE price >=
        (SELECT avg(price) FROM ${seats})`),
    ).toEqual([[30, 30]]);
    const cheaper = `WITH best AS (SELECT max(price) AS price FROM ${seats})
      UPDATE ${seats} SET owner = 'ann' FROM best WHERE ${seats}.price < best.price`;
    expect(await ann.says(cheaper)).toBe('UPDATE 2');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
  });
});

describe.each(WAYS)('a transaction that can only lose, %s', (way) => {
  const open = () => openScene(dsql, way);

  test('goes on in its own world until COMMIT', async () => {
    const { ann, bob, seats } = await open();
    const all = `SELECT id, owner, price FROM ${seats} ORDER BY id`;
    await bob.says('BEGIN');
    await bob.reads(all);
    await ann.says(`UPDATE ${seats} SET owner = 'ann', price = 99`);
    await ann.says(`DELETE FROM ${seats} WHERE id = 3`);
    await ann.says(`INSERT INTO ${seats} (id, owner) VALUES (4, 'ann')`);

    expect(await bob.says(`UPDATE ${seats} SET owner = 'bob' WHERE id = $1`, 1)).toBe('UPDATE 1');
    expect(await bob.reads(all)).toEqual([
      [1, 'bob', 10],
      [2, null, 10],
      [3, null, 10],
    ]);
    expect(await bob.says(`INSERT INTO ${seats} (id, owner) VALUES (4, 'bob')`)).toBe('INSERT 1');
    const raised = `UPDATE ${seats} SET price = price + id WHERE id > 2 RETURNING id, price`;
    expect((await bob.reads(raised)).sort()).toEqual([
      [3, 13],
      [4, 14],
    ]);
    expect(await bob.reads(`DELETE FROM ${seats} WHERE id = 2 RETURNING owner`)).toEqual([[null]]);
    expect(await bob.reads(`SELECT sum(price)::int, count(*)::int FROM ${seats}`)).toEqual([
      [37, 3],
    ]);
    expect(await bob.says(`INSERT INTO ${seats} (id) VALUES (1)`)).toBe('23505');
    expect(await bob.says('COMMIT')).toBe('ROLLBACK');
    expect(await bob.reads(all)).toEqual([
      [1, 'ann', 99],
      [2, 'ann', 99],
      [4, 'ann', 10],
    ]);
  });

  test('another of its tables is as it was, and nothing of it is committed', async () => {
    const { ann, bob, seats, enter } = await openScene(dsql, way, (name) => [
      `CREATE TABLE other_${name} (id int PRIMARY KEY, owner text)`,
    ]);
    const others = `other_${seats}`;
    const eve = await enter(1);
    await eve.says(`INSERT INTO ${others} (id) VALUES (1), (2), (3)`);
    await bob.says('BEGIN');
    expect(await bob.says(`UPDATE ${others} SET owner = 'bob' WHERE id = 1`)).toBe('UPDATE 1');
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
    expect(await bob.says(`UPDATE ${seats} SET owner = 'bob' WHERE id = 1`)).toBe('UPDATE 1');
    expect(await bob.says(`UPDATE ${others} SET owner = 'bob' WHERE id = 2`)).toBe('UPDATE 1');
    const both = `SELECT s.owner, o.owner AS other FROM ${seats} s JOIN ${others} o USING (id)
      ORDER BY id`;
    expect(await bob.reads(both)).toEqual([
      ['bob', 'bob'],
      [null, 'bob'],
      [null, null],
    ]);
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
    expect(await eve.reads(`SELECT owner FROM ${others}`)).toEqual([[null], [null], [null]]);
  });

  test('of two tables, each statement counts once, and sees the one before', async () => {
    const { ann, bob, seats } = await openScene(dsql, way, (name) => [
      `CREATE TABLE other_${name} (id int PRIMARY KEY, price int NOT NULL)`,
    ]);
    const tables = [seats, `other_${seats}`];
    await ann.says(`INSERT INTO other_${seats} (id, price) VALUES (1, 10), (2, 10)`);
    await bob.says('BEGIN');
    for (const table of tables) await bob.reads(`SELECT id FROM ${table}`);
    for (const table of tables) await ann.says(`UPDATE ${table} SET price = 99`);
    for (const table of tables) {
      const raise = `UPDATE ${table} SET price = price + 1 WHERE price = $1 AND id < 3`;
      expect(await bob.says(raise, 10)).toBe('UPDATE 2');
      expect(await bob.says(raise, 10)).toBe('UPDATE 0');
      expect(await bob.says(`DELETE FROM ${table} WHERE id = 2`)).toBe('DELETE 1');
      expect(await bob.says(`DELETE FROM ${table} WHERE id = 2`)).toBe('DELETE 0');
    }
    for (const table of tables) {
      expect(await bob.reads(`SELECT id, price FROM ${table} WHERE id < 3`)).toEqual([[1, 11]]);
    }
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
  });

  test('a key that it cannot change, because it sees another row there, is a duplicate', async () => {
    const { ann, bob, seats } = await open();
    await bob.says('BEGIN');
    await bob.reads(`SELECT id FROM ${seats}`);
    await ann.says(`UPDATE ${seats} SET price = 99 WHERE id = 1`);
    expect(await bob.says(`UPDATE ${seats} SET id = 2 WHERE id = 1`)).toBe('23505');
    expect(await bob.says('COMMIT')).toBe('ROLLBACK');
  });

  test('its prepared statements work on the real tables again afterwards', async () => {
    const { ann, bob, seats } = await open();
    const read = `SELECT owner FROM ${seats} WHERE id = $1`;
    const take = `UPDATE ${seats} SET owner = $1 WHERE id = $2 RETURNING owner`;
    await bob.says('BEGIN');
    expect(await bob.reads(read, 1)).toEqual([[null]]);
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
    expect(await bob.reads(take, 'bob', 1)).toEqual([['bob']]);
    expect(await bob.reads(read, 1)).toEqual([['bob']]);
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
    await bob.says('BEGIN');
    expect(await bob.reads(read, 1)).toEqual([['ann']]);
    expect(await bob.reads(take, 'bob', 1)).toEqual([['bob']]);
    expect(await bob.says('COMMIT')).toBe('COMMIT');
    expect(await ann.reads(read, 1)).toEqual([['bob']]);
  });

  test('a statement that it sends for the first time can be sent again afterwards', async () => {
    const { ann, bob, seats } = await open();
    const raise = `UPDATE ${seats} SET price = price + 1 WHERE id = $1`;
    await bob.says('BEGIN');
    await bob.says(`UPDATE ${seats} SET owner = 'bob' WHERE id = 1`);
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
    expect(await bob.says(raise, 2)).toBe('UPDATE 1');
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
    expect(await bob.says(raise, 2)).toBe('UPDATE 1');
    expect(await bob.reads(`SELECT price FROM ${seats} WHERE id = 2`)).toEqual([[11]]);
  });

  test('ROLLBACK ends it like any other', async () => {
    const { ann, bob, seats } = await open();
    await bob.says('BEGIN');
    await bob.reads(`SELECT id FROM ${seats}`);
    await ann.says(`DELETE FROM ${seats} WHERE id = 1`);
    expect(await bob.says(`DELETE FROM ${seats} WHERE id = 1`)).toBe('DELETE 1');
    expect(await bob.says('ROLLBACK')).toBe('ROLLBACK');
    expect(await bob.reads(`SELECT id FROM ${seats}`)).toEqual([[2], [3]]);
  });
});
