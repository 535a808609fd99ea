// The same promises for clients that use more of the protocol than one statement at a time: cursors
// with Flush, pipelines, statements that are only prepared; and what Aurora DSQL refuses.
// Source: https://www.postgresql.org/docs/16/protocol-flow.html
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-postgresql-compatibility-unsupported-features.html
import { beforeAll, describe, expect, test } from 'vitest';
import { leftovers } from '../support/leftovers.ts';
import { waitFor } from '../support/wait-for.ts';
import { PortalQuery } from '../support/portal-query.ts';
import type { PostgresClient } from '../support/postgres-client.ts';
import { openEmbeddedDsql, REGIONS, type EmbeddedDsql } from './embedded-dsql.ts';
import { flushed } from './flushed.ts';
import { openScene, WAYS } from './stage.ts';

const later = leftovers();
let dsql: EmbeddedDsql;
beforeAll(async () => {
  dsql = await openEmbeddedDsql(later);
});

const CONFLICT = '40001 OC000';

describe('a portal from which rows are fetched two at a time', () => {
  const fetchAll = (client: PostgresClient, text: string, ...values: (string | number)[]) =>
    client.query(new PortalQuery({ text, values, rowsAtOnce: 2 })).result;
  const ids = (rows: readonly Readonly<Record<string, string | null>>[]) =>
    rows.map((row) => Number(row['id']));
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at);

  test('outside of a transaction', async () => {
    const { ann, seats } = await openScene(dsql, 'SIMPLE');
    await ann.says(`INSERT INTO ${seats} (id) SELECT generate_series(4, 7)`);
    const read = `SELECT id FROM ${seats} ORDER BY id`;
    const { rows, suspensions } = await fetchAll(ann.client, read);
    expect([ids(rows), suspensions]).toEqual([numbers(1, 7), 3]);
  });

  test('in a transaction that has written: its own rows are among them', async () => {
    const { ann, seats } = await openScene(dsql, 'SIMPLE');
    await ann.says('BEGIN');
    await ann.says(`INSERT INTO ${seats} (id) SELECT generate_series(4, 7)`);
    const read = `SELECT id FROM ${seats} WHERE id <> $1 ORDER BY id`;
    const { rows, suspensions } = await fetchAll(ann.client, read, 1);
    expect([ids(rows), suspensions]).toEqual([numbers(2, 7), 3]);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
  });

  test('of a write: it is done once, and read by the next statement', async () => {
    const { ann, bob, seats } = await openScene(dsql, 'SIMPLE');
    await ann.says('BEGIN');
    const raise = `UPDATE ${seats} SET price = price + 1 RETURNING id`;
    const { command, rows } = await fetchAll(ann.client, raise);
    expect([command, ids(rows).sort()]).toEqual(['UPDATE', [1, 2, 3]]);
    expect(await ann.reads(`SELECT DISTINCT price FROM ${seats}`)).toEqual([[11]]);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    const { rows: again } = await fetchAll(bob.client, raise);
    expect(ids(again)).toHaveLength(3);
    expect(await bob.reads(`SELECT DISTINCT price FROM ${seats}`)).toEqual([[12]]);
  });

  test('in a transaction that can only lose: its own world', async () => {
    const { ann, bob, seats } = await openScene(dsql, 'SIMPLE');
    await ann.says('BEGIN');
    await ann.reads(`SELECT id FROM ${seats}`);
    await bob.says(`DELETE FROM ${seats} WHERE id > 1`);
    await ann.says(`UPDATE ${seats} SET price = 1 WHERE id = 2`);
    const { rows } = await fetchAll(ann.client, `SELECT id, price FROM ${seats} ORDER BY id`);
    expect(rows.map(({ price }) => price)).toEqual(['10', '1', '10']);
    expect(await ann.says('COMMIT')).toBe(CONFLICT);
  });

  test('of a locking SELECT, with as many rows as one fetch asks for', async () => {
    const { ann, seats } = await openScene(dsql, 'SIMPLE');
    await ann.says('BEGIN');
    const lock = `SELECT id FROM ${seats} WHERE id < 3 ORDER BY id FOR UPDATE`;
    expect(ids((await fetchAll(ann.client, lock)).rows)).toEqual([1, 2]);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
  });

  test('an error in it ends the group at Sync, and the session goes on', async () => {
    const { ann, seats } = await openScene(dsql, 'SIMPLE');
    const broken = `SELECT 1 / (id - 3) AS id FROM ${seats} ORDER BY ${seats}.id`;
    await expect(fetchAll(ann.client, broken)).rejects.toMatchObject({ code: '22012' });
    expect(await ann.says('SELECT 1')).toBe('SELECT 1');
  });
});

describe('Parse', () => {
  test('is answered by ParseComplete, also when the statement meets a conflict', async () => {
    const { ann, bob, seats } = await openScene(dsql, 'SIMPLE');
    let heard = 0;
    bob.client.connection.on('parseComplete', () => (heard += 1));
    await bob.says('BEGIN');
    await bob.says(`SELECT id FROM ${seats}`);
    await ann.says(`UPDATE ${seats} SET owner = 'ann'`);
    for (const [at, ending] of ['', ' RETURNING id'].entries()) {
      const text = `UPDATE ${seats} SET owner = $1 WHERE id = 1${ending}`;
      await bob.client.query({ name: `take${at}`, text, values: ['bob'] });
      expect(heard).toBe(at + 1);
    }
    expect(await bob.says('COMMIT')).toBe(CONFLICT);
  });

  test('is answered so also when the statement is wrong', async () => {
    const { ann, seats } = await openScene(dsql, 'SIMPLE');
    let heard = 0;
    ann.client.connection.on('parseComplete', () => (heard += 1));
    const insert = { name: 'insert', text: `INSERT INTO ${seats} (id) VALUES ($1)`, values: [1] };
    await expect(ann.client.query(insert)).rejects.toMatchObject({ code: '23505' });
    expect(heard).toBe(1);
    await ann.says('BEGIN');
    await expect(ann.client.query(insert)).rejects.toMatchObject({ code: '23505' });
    expect(await ann.says('COMMIT')).toBe('ROLLBACK');
  });

  test('with Describe and Flush is answered before Sync, in and outside of a transaction', async () => {
    const { ann, seats } = await openScene(dsql, 'SIMPLE');
    const read = `SELECT id, owner FROM ${seats} WHERE id = $1`;
    const heard = ['parseComplete', 'parameterDescription', 'rowDescription', 'readyForQuery'];
    expect(await flushed(ann.client, 'first', read)).toEqual(heard);
    await ann.says('BEGIN');
    await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
    expect(await flushed(ann.client, 'second', read)).toEqual(heard);
    const rows = await ann.client.query({ name: 'second', text: read, values: [1] });
    expect(rows.rows).toEqual([{ id: 1, owner: 'ann' }]);
    expect(await ann.says('COMMIT')).toBe('COMMIT');
  });
});

describe('a pipeline: statements sent without waiting for answers', () => {
  test('BEGIN, read, write and COMMIT in one go, and a conflict at its end', async () => {
    const { bob, seats } = await openScene(dsql, 'SIMPLE');
    const client = await dsql.connect(REGIONS[0], { pipeline: true });
    const send = async (text: string, ...values: unknown[]) =>
      client.query({ text, values }).then(
        ({ command, rowCount }) => `${command} ${rowCount ?? ''}`.trim(),
        (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
      );
    const purchase = () => [
      send('BEGIN'),
      send(`SELECT owner FROM ${seats} WHERE id = $1`, 1),
      send(`UPDATE ${seats} SET owner = $1 WHERE id = $2`, 'ann', 1),
      send(`SELECT owner FROM ${seats} WHERE owner = $1`, 'ann'),
    ];
    const said = ['BEGIN', 'SELECT 1', 'UPDATE 1', 'SELECT 1'];
    expect(await Promise.all([...purchase(), send('COMMIT')])).toEqual([...said, 'COMMIT']);
    expect(await Promise.all(purchase())).toEqual(said);
    await bob.says(`UPDATE ${seats} SET owner = 'bob' WHERE id = 1`);
    const end = await Promise.all([send('COMMIT'), send('SELECT 1')]);
    await client.end();
    expect(end).toEqual(['change conflicts with another transaction (OC000)', 'SELECT 1']);
  });
});

describe.each(WAYS)('what Aurora DSQL refuses, %s', (way) => {
  test.each(['SAVEPOINT here', 'RELEASE SAVEPOINT here', 'ROLLBACK TO SAVEPOINT here'])(
    '%s: 0A000, and the transaction has failed',
    async (sql) => {
      const { ann, seats } = await openScene(dsql, way);
      await ann.says('BEGIN');
      await ann.says(`UPDATE ${seats} SET owner = 'ann' WHERE id = 1`);
      expect(await ann.says(sql)).toBe('0A000');
      expect(await ann.says(`SELECT id FROM ${seats}`)).toBe('25P02');
      expect(await ann.says('COMMIT')).toBe('ROLLBACK');
      expect(await ann.reads(`SELECT owner FROM ${seats} WHERE id = 1`)).toEqual([[null]]);
    },
  );

  test('COPY in both directions, and the session goes on', async () => {
    const { ann, seats } = await openScene(dsql, way);
    expect(await ann.says(`COPY ${seats} FROM STDIN`)).toBe('0A000');
    expect(await ann.says(`COPY ${seats} TO STDOUT`)).toBe('0A000');
    expect(await ann.says('SELECT 1')).toBe('SELECT 1');
  });

  test('a table that the other Region has changed: OC001 once, also for a read', async () => {
    const { ann, bob, seats } = await openScene(dsql, way);
    const read = `SELECT id FROM ${seats} WHERE id = 1`;
    expect(await bob.says(read)).toBe('SELECT 1');
    expect(await ann.says(`ALTER TABLE ${seats} ADD COLUMN note text`)).toBe('ALTER');
    expect(await ann.says(read)).toBe('SELECT 1');
    // The news travels between the Regions; it is told once.
    await waitFor(async () => (await bob.says(read)) === '40001 OC001');
    expect([await bob.says(read), await bob.says(read)]).toEqual(['SELECT 1', 'SELECT 1']);
    expect(await bob.says(`UPDATE ${seats} SET note = 'new' WHERE id = 1`)).toBe('UPDATE 1');
  });
});
