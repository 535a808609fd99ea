// Many clients at once, and one that stalls: nobody waits for anybody's open transaction, of many
// who want one row one gets it, and limits are Aurora DSQL's.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/CHAP_quotas.html (3,000 rows)
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-foreign-key-constraints.html
import { beforeAll, describe, expect, test } from 'vitest';
import { leftovers } from '../support/leftovers.ts';
import { waitFor } from '../support/wait-for.ts';
import { openEmbeddedDsql, type EmbeddedDsql } from './embedded-dsql.ts';
import { connectAsSuperuser } from './plain-postgres.ts';
import { openScene, WAYS, type Actor, type Scene } from './stage.ts';

const later = leftovers();
let dsql: EmbeddedDsql;
beforeAll(async () => {
  dsql = await openEmbeddedDsql(later);
});

const CONFLICT = '40001 OC000';

const crowd = (scene: Scene, size: number): Promise<Actor[]> =>
  Promise.all(Array.from({ length: size }, (_, at) => scene.enter(at % 2)));

function tally(answers: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

test('200 buyers of one seat, all of whom saw it free: one gets it, 199 hear so at COMMIT', async () => {
  const scene = await openScene(dsql, 'NAMED');
  const { seats, ann } = scene;
  const buyers = await crowd(scene, 200);
  const every = (deed: (buyer: Actor, at: number) => Promise<string>) =>
    Promise.all(buyers.map(deed)).then(tally);
  expect(await every((buyer) => buyer.says('BEGIN'))).toEqual({ BEGIN: 200 });
  const free = `SELECT id FROM ${seats} WHERE id = 1 AND owner IS NULL`;
  expect(await every((buyer) => buyer.says(free))).toEqual({ 'SELECT 1': 200 });
  const take = `UPDATE ${seats} SET owner = $1 WHERE id = 1`;
  expect(await every((buyer, at) => buyer.says(take, `buyer ${at}`))).toEqual({ 'UPDATE 1': 200 });
  const log = `INSERT INTO ${seats} (id, owner) VALUES ($1, $2)`;
  expect(await every((buyer, at) => buyer.says(log, 100 + at, `buyer ${at}`))).toEqual({
    'INSERT 1': 200,
  });
  expect(await every((buyer) => buyer.says('COMMIT'))).toEqual({ COMMIT: 1, [CONFLICT]: 199 });
  const [[owner] = []] = await ann.reads(`SELECT owner FROM ${seats} WHERE id = 1`);
  expect(await ann.reads(`SELECT owner FROM ${seats} WHERE id >= 100`)).toEqual([[owner]]);
  expect(await every((buyer) => buyer.says(free))).toEqual({ 'SELECT 0': 200 });
});

describe.each(WAYS)('crowds, %s', (way) => {
  test('40 statements without a transaction: one takes the seat, no other is told so', async () => {
    const scene = await openScene(dsql, way);
    const buyers = await crowd(scene, 40);
    const take = `UPDATE ${scene.seats} SET owner = $1 WHERE id = 1 AND owner IS NULL`;
    const answers = await Promise.all(buyers.map((buyer, at) => buyer.says(take, `buyer ${at}`)));
    const { 'UPDATE 1': taken = 0, 'UPDATE 0': late = 0, [CONFLICT]: refused = 0 } = tally(answers);
    expect([taken, late + refused], answers.join()).toEqual([1, 39]);
    const [[owner] = []] = await scene.ann.reads(`SELECT owner FROM ${scene.seats} WHERE id = 1`);
    expect(owner).toBe(`buyer ${answers.indexOf('UPDATE 1')}`);
  });

  test('a client that stalls with everything written stops nobody', async () => {
    const scene = await openScene(dsql, way);
    const { seats, ann: stalled } = scene;
    await stalled.says('BEGIN');
    expect(await stalled.says(`UPDATE ${seats} SET owner = 'stalled'`)).toBe('UPDATE 3');
    expect(await stalled.says(`SELECT id FROM ${seats} FOR UPDATE`)).toBe('SELECT 3');
    expect(await stalled.says(`INSERT INTO ${seats} (id) VALUES (9)`)).toBe('INSERT 1');
    const others = await crowd(scene, 6);
    // One after the other, so that they are in nobody's way but perhaps the stalled one's.
    for (const [at, other] of others.entries()) {
      await other.says('BEGIN');
      expect(await other.says(`UPDATE ${seats} SET owner = $1`, `buyer ${at}`)).toBe('UPDATE 3');
      expect(await other.says('COMMIT')).toBe('COMMIT');
      const key = [9, at];
      expect(await other.says(`INSERT INTO ${seats} (id, price) VALUES ($1, $2)`, ...key)).toBe(
        'INSERT 1',
      );
      expect(await other.says(`DELETE FROM ${seats} WHERE id = 9`)).toBe('DELETE 1');
    }
    expect(await stalled.reads(`SELECT DISTINCT owner FROM ${seats} WHERE id < 9`)).toEqual([
      ['stalled'],
    ]);
    expect(await stalled.says('COMMIT')).toBe(CONFLICT);
  });

  test('3,000 rows are a transaction, the 3,001st ends it: 54000', async () => {
    const { ann, bob, seats } = await openScene(dsql, way);
    const fill = `INSERT INTO ${seats} (id) SELECT generate_series($1::int, $2::int)`;
    await ann.says('BEGIN');
    expect(await ann.says(fill, 1_001, 4_000)).toBe('INSERT 3000');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    await ann.says('BEGIN');
    expect(await ann.says(fill, 5_001, 7_999)).toBe('INSERT 2999');
    expect(await ann.says(`UPDATE ${seats} SET price = 1 WHERE id < 3`)).toBe('54000');
    expect(await ann.says('SELECT 1')).toBe('25P02');
    expect(await ann.says('COMMIT')).toBe('ROLLBACK');
    expect(await bob.says(fill, 5_001, 8_001)).toBe('54000');
    expect(await bob.reads(`SELECT count(*)::int FROM ${seats}`)).toEqual([[3_003]]);
  });
});

test('the gateways’ own connections are ended: they come back, and know what is new', async () => {
  const superuser = await connectAsSuperuser(dsql.postgres);
  const own = `FROM pg_stat_activity WHERE application_name = 'dsql gateway'`;
  const { rows: before } = await superuser.query<{ pid: number }>(`SELECT pid ${own}`);
  expect(before.length).toBeGreaterThan(1);
  await superuser.query(`SELECT pg_terminate_backend(pid) ${own}`);
  // Back, and done with what they ask first.
  const resting = `SELECT pid ${own} AND state = 'idle' AND query LIKE '%pg_class%'`;
  await waitFor(async () => {
    const { rows } = await superuser.query<{ pid: number }>(resting);
    const isNew = rows.every(({ pid }) => !before.some((old) => old.pid === pid));
    return isNew && rows.length === before.length;
  });
  await superuser.end();
  // A table that they have not seen before, in both Regions, with everything they do for one.
  const { ann, bob, seats } = await openScene(dsql, 'NAMED');
  const take = `UPDATE ${seats} SET owner = $1 WHERE id = 1`;
  await ann.says('BEGIN');
  await bob.says('BEGIN');
  expect(await ann.says(take, 'ann')).toBe('UPDATE 1');
  expect(await bob.says(take, 'bob')).toBe('UPDATE 1');
  expect(await bob.reads(`SELECT owner FROM ${seats} WHERE id = 1`)).toEqual([['bob']]);
  expect(await bob.says('COMMIT')).toBe('COMMIT');
  expect(await ann.says('COMMIT')).toBe(CONFLICT);
});

describe.each(WAYS)('foreign keys, %s', (way) => {
  async function openFamily() {
    const scene = await openScene(dsql, way, (seats) => [
      `CREATE TABLE children_of_${seats} (id int PRIMARY KEY,
        parent int NOT NULL REFERENCES ${seats} (id))`,
    ]);
    const { seats: parents } = scene;
    return { ...scene, parents, insertChild: `INSERT INTO children_of_${parents} VALUES ($1, $2)` };
  }

  test('parent and child in one transaction', async () => {
    const { ann, bob, parents, insertChild } = await openFamily();
    await ann.says('BEGIN');
    expect(await ann.says(`INSERT INTO ${parents} (id) VALUES (7)`)).toBe('INSERT 1');
    expect(await ann.says(insertChild, 1, 7)).toBe('INSERT 1');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
    expect(await bob.says(insertChild, 2, 8)).toBe('23503');
  });

  test('a parent that is deleted meanwhile: the child is refused at COMMIT', async () => {
    const { ann, bob, parents, insertChild } = await openFamily();
    await ann.says('BEGIN');
    expect(await ann.says(insertChild, 1, 1)).toBe('INSERT 1');
    expect(await bob.says(`DELETE FROM ${parents} WHERE id = 1`)).toBe('DELETE 1');
    expect(await ann.says('COMMIT')).toBe(CONFLICT);
  });

  test('a child and a new price of its parent are in nobody’s way', async () => {
    const { ann, bob, parents, insertChild } = await openFamily();
    await ann.says('BEGIN');
    await bob.says('BEGIN');
    expect(await ann.says(insertChild, 1, 1)).toBe('INSERT 1');
    expect(await bob.says(`UPDATE ${parents} SET price = 11 WHERE id = 1`)).toBe('UPDATE 1');
    expect(await bob.says('COMMIT')).toBe('COMMIT');
    expect(await ann.says('COMMIT')).toBe('COMMIT');
  });
});
