// CREATE INDEX ASYNC, its jobs, and AWS IAM GRANT.
import { chapter, type ConformanceCase } from './case.ts';

const { ok, refused, fails } = chapter('recorded: dsql-emulator golden, index.json');
const AWS = 'observed by AWS (agent-plugins), September 2026';
const SPIKE = 'recorded on a cluster, 23 September 2026';

const asyncIndexes: readonly (readonly [id: string, sql: string])[] = [
  ['plain', 'CREATE INDEX ASYNC IF NOT EXISTS conf_i1 ON conf_idx (value)'],
  ['partial', 'CREATE INDEX ASYNC conf_i2 ON conf_idx (value) WHERE value IS NOT NULL'],
  ['unique', `CREATE UNIQUE INDEX ASYNC conf_i3 ON conf_idx (value) WHERE value <> ''`],
  ['expression', 'CREATE INDEX ASYNC conf_i4 ON conf_idx ((lower(value)))'],
  ['include', 'CREATE INDEX ASYNC conf_i5 ON conf_idx (value) INCLUDE (id)'],
  ['nulls', 'CREATE UNIQUE INDEX ASYNC conf_i6 ON conf_idx (value) NULLS NOT DISTINCT'],
  ['unnamed', 'CREATE INDEX ASYNC ON conf_idx (value)'],
];

export const INDEX_CASES: readonly ConformanceCase[] = [
  ...asyncIndexes.map(([id, sql]) =>
    ok(`index-async-${id}`, sql, 'CREATE INDEX', { rule: 'create-index-async' }),
  ),
  fails(
    'index-async-qualified',
    'CREATE INDEX ASYNC public.conf_q ON conf_idx (value)',
    '42601',
    'syntax error at or near "."',
    { decidedBy: 'LANGUAGE' },
  ),
  fails(
    'index-async-jsonb',
    'CREATE INDEX ASYNC conf_doc ON conf_idx (doc)',
    '0A000',
    'datatype jsonb is not supported in a key',
    { rule: 'create-index-async', source: SPIKE },
  ),
  refused(
    'index-not-async',
    'CREATE INDEX conf_sync ON conf_idx (value)',
    '0A000',
    'unsupported mode. please use CREATE INDEX ASYNC.',
  ),
  refused(
    'index-concurrently',
    'CREATE INDEX CONCURRENTLY conf_c ON conf_idx (value)',
    '0A000',
    'CONCURRENTLY not supported for CREATE INDEX',
    { source: AWS },
  ),
  refused(
    'index-method',
    'CREATE INDEX ASYNC conf_m ON conf_idx USING btree (value)',
    '0A000',
    'USING not supported for CREATE INDEX',
    { source: 'recorded on a cluster, 23 July 2026 (pistachio)' },
  ),
  refused(
    'index-direction',
    'CREATE INDEX ASYNC conf_d ON conf_idx (value DESC)',
    '0A000',
    'specifying sort order not supported for index keys',
    { source: AWS },
  ),
  refused(
    'index-operator-class',
    'CREATE INDEX ASYNC conf_o ON conf_idx (value text_pattern_ops)',
    '0A000',
    'opclass not supported for index keys',
    { source: AWS },
  ),
  refused(
    'index-columns',
    'CREATE INDEX ASYNC conf_w ON conf_types (a, b, c, d, e, f, g, h, i)',
    '54011',
    'more than 8 column keys in an index are not supported',
    { source: AWS },
  ),
  ok(
    'sys-jobs',
    `SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute ` +
      `WHERE attrelid = 'sys.jobs'::regclass AND attnum > 0`,
    'SELECT 1',
    {
      values: [
        'job_id status details job_type class_id object_id object_name start_time update_time',
      ],
    },
  ),
  fails(
    'wait-for-job-is-a-procedure',
    `SELECT sys.wait_for_job((SELECT job_id FROM sys.jobs LIMIT 1))`,
    '42809',
    'sys.wait_for_job(text) is a procedure',
  ),
  fails(
    'wait-for-job-of-a-subquery',
    'CALL sys.wait_for_job((SELECT job_id FROM sys.jobs LIMIT 1))',
    '0A000',
    'cannot use subquery in CALL argument',
  ),
  fails(
    'wait-for-job-of-nonsense',
    `CALL sys.wait_for_job('no-such-job')`,
    '22P02',
    'Unable to convert text to UUID',
  ),
  ok(
    'iam-grant',
    `AWS IAM GRANT conf_role TO 'arn:aws:iam::012345678912:role/example'`,
    'AWS IAM GRANT',
    { rule: 'iam', source: `${SPIKE}; the tag is not recorded` },
  ),
  ok(
    'iam-mappings',
    `SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute ` +
      `WHERE attrelid = 'sys.iam_pg_role_mappings'::regclass AND attnum > 0`,
    'SELECT 1',
    {
      values: ['iam_oid arn pg_role_oid pg_role_name grantor_pg_role_oid grantor_pg_role_name'],
      source: SPIKE,
    },
  ),
  refused(
    'own-function',
    `SELECT sys.create_index_async('DROP TABLE conf_parent', 'conf_parent')`,
    '42883',
    'function sys.create_index_async does not exist',
    { source: 'the schema sys of a cluster has no such functions' },
  ),
];
