// The schema sys on a real PostgreSQL: jobs, who may grant IAM principals, what a locking SELECT
// asks for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ready, SYS_SCHEMA_SQL, understand } from './index.ts';
import { openTestDatabase, values, type TestDatabase } from './test-support.ts';

const JOB_ID = /^[a-z2-7]{26}$/;
const ARN = 'arn:aws:iam::012345678912:role/buyer';

let database: TestDatabase;

beforeAll(async () => {
  await ready;
  database = await openTestDatabase();
  await database.as('admin', async (client) => {
    await client.query('CREATE ROLE buyer LOGIN; CREATE SCHEMA shop AUTHORIZATION admin');
    await client.query('GRANT USAGE, CREATE ON SCHEMA shop TO buyer');
  });
});
afterAll(() => database.stop());

function textOf(sql: string): string {
  const understood = understand(sql);
  if ('fault' in understood) throw new Error(understood.refusal.message);
  return understood[0]?.text ?? '';
}

const asBuyer = (sql: string, parameters?: unknown[]) =>
  database.as('buyer', (client) => values(client, textOf(sql), parameters));

const job = (id: unknown) =>
  database.as('buyer', async (client) => {
    const text = `SELECT status, details, job_type, class_id, object_name, object_id IS NOT NULL AS has_object,
      start_time <= update_time AS in_order FROM sys.jobs WHERE job_id = $1`;
    const { rows } = await client.query(text, [id]);
    return rows[0] as unknown;
  });

test('it can be run again', async () => {
  await database.as(database.superuser, (client) => client.query(SYS_SCHEMA_SQL));
});

describe('jobs, of a role that owns no more than its table', () => {
  test('an index is built, belongs to the role, and its job is completed', async () => {
    await asBuyer('CREATE TABLE shop.a (id int PRIMARY KEY, v text)');
    const [id] = await asBuyer('CREATE INDEX ASYNC ON shop.a (v)');
    expect(id).toMatch(JOB_ID);
    expect(await job(id)).toEqual({
      status: 'completed',
      details: null,
      job_type: 'INDEX_BUILD',
      class_id: 1259,
      object_name: 'shop.a_v_idx',
      has_object: true,
      in_order: true,
    });
    const owner = `SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'shop.a_v_idx'::regclass`;
    expect(await asBuyer(owner)).toEqual(['buyer']);
    expect(await asBuyer(`CALL sys.wait_for_job('${String(id)}')`)).toEqual([true]);
  });

  test('a unique index over duplicates: the statement succeeds, the job has failed', async () => {
    await asBuyer('CREATE TABLE shop.b (v int)');
    await asBuyer('INSERT INTO shop.b VALUES (1), (1)');
    const [id] = await asBuyer('CREATE UNIQUE INDEX ASYNC b_v ON shop.b (v)');
    expect(await job(id)).toMatchObject({
      status: 'failed',
      details: 'could not create unique index "b_v"',
    });
    expect(await asBuyer(`CALL sys.wait_for_job('${String(id)}')`)).toEqual([false]);
  });

  test('IF NOT EXISTS of an index that exists has a job and builds nothing', async () => {
    await asBuyer('CREATE TABLE shop.c (v int)');
    await asBuyer('CREATE INDEX ASYNC IF NOT EXISTS c_v ON shop.c (v)');
    const [id] = await asBuyer('CREATE INDEX ASYNC IF NOT EXISTS c_v ON shop.c (v)');
    expect(await job(id)).toMatchObject({ status: 'completed', has_object: false });
  });

  test('a constraint that rows violate: the job has failed with the reason', async () => {
    await asBuyer('CREATE TABLE shop.d (v int)');
    await asBuyer('INSERT INTO shop.d VALUES (-1)');
    await asBuyer('ALTER TABLE shop.d ADD CONSTRAINT positive CHECK (v > 0) NOT VALID');
    const [id] = await asBuyer('ALTER TABLE ASYNC shop.d VALIDATE CONSTRAINT positive');
    expect(await job(id)).toMatchObject({
      status: 'failed',
      job_type: 'VALIDATE_CONSTRAINT',
      details: 'check constraint "positive" of relation "d" is violated by some row',
      object_name: 'shop.d',
    });
  });

  test('an error of the statement itself is the error', async () => {
    await expect(asBuyer('CREATE INDEX ASYNC ON shop.nowhere (v)')).rejects.toMatchObject({
      code: '42P01',
      message: 'relation "shop.nowhere" does not exist',
    });
    await database.as('admin', (client) => client.query('CREATE TABLE shop.not_yours (v int)'));
    await expect(asBuyer('CREATE INDEX ASYNC ON shop.not_yours (v)')).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('all job ids are different, of 26 characters', async () => {
    const text = 'SELECT sys.uuid_to_base32_str(gen_random_uuid()) FROM generate_series(1, 500)';
    const ids = await database.as('buyer', (client) => values(client, text));
    expect(new Set(ids).size).toBe(500);
    expect(ids.every((id) => JOB_ID.test(String(id)))).toBe(true);
    const zero = `SELECT sys.uuid_to_base32_str('00000000-0000-0000-0000-000000000001')`;
    expect(await asBuyer(zero)).toEqual([`${'a'.repeat(25)}e`]);
  });
});

describe('IAM principals', () => {
  const mappings = `SELECT pg_role_name || ' ' || arn || ' ' || grantor_pg_role_name
    FROM sys.iam_pg_role_mappings`;
  const asAdmin = (sql: string) => database.as('admin', (client) => values(client, textOf(sql)));

  test('admin grants and revokes, twice if need be', async () => {
    await asAdmin(`AWS IAM GRANT buyer TO '${ARN}'`);
    await asAdmin(`AWS IAM GRANT buyer TO '${ARN}'`);
    expect(await asBuyer(mappings)).toEqual([`buyer ${ARN} admin`]);
    await asAdmin(`AWS IAM REVOKE buyer FROM '${ARN}'`);
    expect(await asBuyer(mappings)).toEqual([]);
  });

  test('nobody else does; what is granted must exist', async () => {
    await expect(asBuyer(`AWS IAM GRANT buyer TO '${ARN}'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(asAdmin(`AWS IAM GRANT nobody TO '${ARN}'`)).rejects.toMatchObject({
      code: '42704',
      message: 'role "nobody" does not exist',
    });
    await expect(asAdmin(`AWS IAM GRANT buyer TO 'me'`)).rejects.toMatchObject({ code: '22023' });
  });

  test('the notes themselves cannot be written by clients', async () => {
    await expect(
      database.as('buyer', (client) => client.query('DELETE FROM sys.jobs')),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what a locking SELECT asks for', () => {
  test('rows come whole, also from a table with a column of its name', async () => {
    await asBuyer('CREATE TABLE shop.seats (id int PRIMARY KEY, seats text, status text)');
    await asBuyer(`INSERT INTO shop.seats VALUES (1, 'x', 'free'), (2, 'y', 'sold')`);
    const sql =
      'SELECT status, $2::text FROM shop.seats WHERE id > $1 ORDER BY id DESC LIMIT 1 FOR UPDATE';
    const understood = understand(sql);
    const text = 'fault' in understood ? '' : (understood[0]?.lock?.rows[0]?.text ?? '');
    expect(await database.as('buyer', (client) => values(client, text, [0, 'z']))).toEqual([
      '(2,y,sold)',
    ]);
  });
});
