// Reading, writing, locking, and what a session may set and ask.
import { chapter, type ConformanceCase } from './case.ts';
import { SEED_ID } from './schema.ts';

const { ok, refused, fails } = chapter(
  'recorded: dsql-emulator golden, queries, occ, supported, types, environment.json',
);
const WEAK = 'locking clauses other than FOR UPDATE/FOR KEY SHARE are not supported';
const parameter = (name: string): string =>
  `setting configuration parameter "${name}" not supported`;
const LOCAL = 'not recorded; a limit of the local gateway';
const ADVISORY = 'recorded, June 2025 (golang-migrate 1289); the others worded after it';
const byId = (columns: string, clause = ''): string =>
  `SELECT ${columns} FROM conf_parent WHERE id = '${SEED_ID}' ${clause}`.trim();
const PARENT_CHILD = 'conf_parent p JOIN conf_child c ON c.parent_id = p.id';

const reads: readonly (readonly [id: string, sql: string, tag: string])[] = [
  ['one', 'SELECT 1', 'SELECT 1'],
  ['where', byId('name'), 'SELECT 1'],
  ['distinct', `SELECT DISTINCT name FROM conf_parent WHERE name = 'seed'`, 'SELECT 1'],
  ['group', `SELECT name, count(*) FROM conf_parent WHERE name = 'seed' GROUP BY name`, 'SELECT 1'],
  ['join', `SELECT p.name FROM ${PARENT_CHILD} WHERE false`, 'SELECT 0'],
  ['union', 'SELECT 1 UNION ALL SELECT 1', 'SELECT 2'],
  ['except', 'SELECT 1 EXCEPT SELECT 1', 'SELECT 0'],
  ['with', 'WITH x AS (SELECT 1 AS n) SELECT n FROM x', 'SELECT 1'],
  [
    'with-recursive',
    'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t',
    'SELECT 3',
  ],
  ['window', 'SELECT row_number() OVER () FROM generate_series(1, 2)', 'SELECT 2'],
  ['grouping-sets', 'SELECT count(*) GROUP BY GROUPING SETS ((), ())', 'SELECT 2'],
  ['lateral', 'SELECT 1 FROM (SELECT 1) a CROSS JOIN LATERAL (SELECT 2) b', 'SELECT 1'],
  ['distinct-on', 'SELECT DISTINCT ON (x) x FROM generate_series(1, 2) x', 'SELECT 2'],
  ['row', `SELECT ROW(1, 'a') = ROW(1, 'a') AS same`, 'SELECT 1'],
  ['whole-row', byId('conf_parent'), 'SELECT 1'],
  ['array', `SELECT string_to_array('1,2,3', ',')`, 'SELECT 1'],
  ['unnest', `SELECT unnest(string_to_array('a,b,c', ',')) ORDER BY 1`, 'SELECT 3'],
  ['inet', `SELECT '127.0.0.1'::inet`, 'SELECT 1'],
  ['jsonb', `SELECT '{"a":1}'::jsonb ->> 'a'`, 'SELECT 1'],
  ['simple-text-search', `SELECT to_tsvector('simple', 'a b')`, 'SELECT 1'],
  ['for-update', byId('id', 'FOR UPDATE'), 'SELECT 1'],
  ['for-key-share', byId('id', 'FOR KEY SHARE'), 'SELECT 1'],
  ['for-update-nowait', byId('id', 'FOR UPDATE NOWAIT'), 'SELECT 1'],
  ['for-update-skip-locked', byId('id', 'FOR UPDATE SKIP LOCKED'), 'SELECT 1'],
  ['for-update-join', `SELECT p.name FROM ${PARENT_CHILD} WHERE false FOR UPDATE OF p`, 'SELECT 0'],
  ['for-update-limit', 'SELECT * FROM conf_parent ORDER BY 1 LIMIT 1 FOR UPDATE', 'SELECT 1'],
];

export const QUERY_CASES: readonly ConformanceCase[] = [
  ...reads.map(([id, sql, tag]) => ok(`read-${id}`, sql, tag)),
  ok(
    'insert-returning',
    `INSERT INTO conf_idx (id, value) VALUES ('00000000-0000-0000-0000-0000000000dd', 'v1') ` +
      'ON CONFLICT (id) DO NOTHING RETURNING value',
    'INSERT 0 1',
    { values: ['v1'] },
  ),
  ok('insert-select', 'INSERT INTO conf_bulk SELECT generate_series(1, 3)', 'INSERT 0 3'),
  ok('update', `UPDATE conf_parent SET name = 'seed' WHERE id = '${SEED_ID}'`, 'UPDATE 1'),
  ok('delete-using', 'DELETE FROM conf_no_key USING conf_parent WHERE false', 'DELETE 0'),
  fails(
    'foreign-key-violation',
    `INSERT INTO conf_child (parent_id) VALUES ('00000000-0000-0000-0000-0000000000ff')`,
    '23503',
    'insert or update on table "conf_child" violates foreign key constraint "conf_child_parent_id_fkey"',
  ),
  ok('explain', 'EXPLAIN (COSTS OFF) SELECT 1', 'EXPLAIN', { values: ['Result'] }),
  ok('analyze', 'ANALYZE conf_parent', 'ANALYZE'),
  refused('vacuum', 'VACUUM conf_parent', '0A000', 'unsupported VACUUM statement'),
  refused(
    'merge',
    `MERGE INTO conf_idx t USING conf_parent s ON t.id = s.id WHEN MATCHED THEN UPDATE SET value = 'x'`,
    '0A000',
    'unsupported statement type: MERGE',
  ),
  refused(
    'tablesample',
    'SELECT name FROM conf_parent TABLESAMPLE SYSTEM (1)',
    '0A000',
    'TABLESAMPLE clause not supported',
  ),
  refused(
    'select-into',
    'SELECT 1 INTO conf_into',
    '0A000',
    'unsupported statement: CreateTableAs',
    {
      source: 'not recorded; as CREATE TABLE AS',
    },
  ),
  refused('weak-lock', byId('id', 'FOR SHARE'), '0A000', WEAK),
  refused('weak-lock', byId('id', 'FOR NO KEY UPDATE'), '0A000', WEAK, { id: 'for-no-key-update' }),
  refused('weak-lock', `WITH x AS (${byId('id', 'FOR SHARE')}) SELECT * FROM x`, '0A000', WEAK, {
    id: 'for-share-in-with',
    source: 'recorded: ministackorg/ministack, pull 1442',
  }),
  refused(
    'nested-lock',
    `SELECT * FROM (${byId('id', 'FOR UPDATE')}) x`,
    '0A000',
    'a locking clause inside another query is not supported by the local Aurora DSQL',
    { source: LOCAL },
  ),
  refused(
    'explain-lock',
    `EXPLAIN ANALYZE ${byId('id', 'FOR UPDATE')}`,
    '0A000',
    'EXPLAIN ANALYZE of a locking SELECT is not supported by the local Aurora DSQL',
    { source: LOCAL },
  ),
  ok('explain-for-update', `EXPLAIN (COSTS OFF) ${byId('id', 'FOR UPDATE')}`, 'EXPLAIN', {
    source: 'not recorded',
  }),
  fails(
    'for-update-distinct',
    'SELECT DISTINCT name FROM conf_parent FOR UPDATE',
    '0A000',
    'FOR UPDATE is not allowed with DISTINCT clause',
    { source: 'PostgreSQL 16' },
  ),
  fails(
    'for-update-count',
    'SELECT count(*) FROM conf_parent FOR UPDATE',
    '0A000',
    'FOR UPDATE is not allowed with aggregate functions',
    { source: 'PostgreSQL 16' },
  ),
  refused(
    'text-search',
    `SELECT to_tsvector('english', 'hello world')`,
    '42704',
    'text search configuration "english" does not exist',
  ),
  refused(
    'text-search',
    `SELECT 1 WHERE to_tsvector('english', 'a') @@ to_tsquery('english', 'a')`,
    '42704',
    'text search configuration "english" does not exist',
    { id: 'text-search-match' },
  ),
  refused('geometry', `SELECT line('{1,2,3}')`, '0A000', 'datatype line not supported'),
  refused(
    'geometry',
    `SELECT circle('<(0,0),1>'::text)`,
    '0A000',
    'datatype circle not supported',
    {
      id: 'geometry-circle',
    },
  ),
  fails('undefined-cast', `SELECT 'sad'::conf_mood`, '42704', 'type "conf_mood" does not exist'),
  fails(
    'group-by-all',
    'SELECT name, count(*) FROM conf_parent GROUP BY ALL',
    '42601',
    'syntax error at end of input',
    { decidedBy: 'LANGUAGE' },
  ),
  ...['pg_advisory_lock', 'pg_try_advisory_xact_lock', 'pg_advisory_unlock'].map((name) =>
    refused('advisory-lock', `SELECT ${name}(1)`, '0A000', `function ${name} not supported`, {
      id: name,
      source: ADVISORY,
    }),
  ),
  ...[
    `pg_read_file('/etc/passwd')`,
    `pg_ls_dir('.')`,
    `lo_import('/etc/passwd')`,
    `dblink('', 'SELECT 1')`,
    `query_to_xml('DELETE FROM conf_bulk', true, true, '')`,
    'pg_terminate_backend(1)',
    `pg_notify('a', 'b')`,
  ].map((call) =>
    refused(
      'function',
      `SELECT ${call}`,
      '0A000',
      `function ${call.replace(/\(.*/, '')} not supported`,
      { id: `function-${call}`, source: 'not recorded; as of pg_advisory_lock' },
    ),
  ),
  refused(
    'catalog-write',
    `UPDATE pg_settings SET setting = '1' WHERE name = 'statement_timeout'`,
    '42501',
    'permission denied for table pg_settings',
    { source: LOCAL },
  ),
  ok('set-application-name', `SET application_name = 'x'`, 'SET', { source: 'user guide' }),
  ok('set-search-path', 'SET search_path TO public', 'SET', { source: 'user guide' }),
  ok('set-time-zone', `SET TIME ZONE 'UTC'`, 'SET', { source: 'user guide' }),
  ok('set-planner', 'SET LOCAL enable_hashjoin = on', 'SET', {
    before: ['BEGIN'],
    source: 'user guide',
  }),
  ok('reset', 'RESET search_path', 'RESET', { source: 'user guide' }),
  ...['statement_timeout', 'client_min_messages', 'work_mem', 'standard_conforming_strings'].map(
    (name) =>
      refused('set-parameter', `SET ${name} = DEFAULT`, '0A000', parameter(name), {
        id: `set-${name}`,
        source: 'user guide; client_min_messages recorded (pgadmin4 9433)',
      }),
  ),
  refused('set-role', 'SET ROLE conf_role', '0A000', parameter('role'), {
    source: 'recorded on a cluster, 28 August 2026',
  }),
  refused('set-config', `SELECT set_config('a.b', '[]', true)`, '0A000', parameter('a.b'), {
    source: 'recorded on a cluster, 28 August 2026',
  }),
  ok('set-config-search-path', `SELECT set_config('search_path', 'public', false)`, 'SELECT 1', {
    source: 'user guide',
  }),
  refused(
    'set-client-encoding',
    `SET client_encoding = 'LATIN1'`,
    '0A000',
    'client_encoding LATIN1 is not supported by the local Aurora DSQL, only UTF8',
    { source: LOCAL },
  ),
  refused('deallocate-all', 'DEALLOCATE ALL', '0A000', 'unsupported statement: Deallocate', {
    source: 'not recorded; as TRUNCATE',
  }),
  ok('version', 'SELECT version()', 'SELECT 1', { rule: 'version', values: ['PostgreSQL 16'] }),
  ok('show-server-version', 'SHOW server_version', 'SHOW', { rule: 'version', values: ['16.15'] }),
  ok('show-server-version-num', 'SHOW server_version_num', 'SHOW', {
    rule: 'version',
    values: ['160015'],
  }),
  ok('current-setting-version', `SELECT current_setting('server_version')`, 'SELECT 1', {
    rule: 'version',
    values: ['16.15'],
  }),
  ok('show-isolation', 'SHOW transaction_isolation', 'SHOW', { values: ['repeatable read'] }),
  ok('show-time-zone', 'SHOW timezone', 'SHOW', { values: ['UTC'] }),
  ok('show-client-encoding', 'SHOW client_encoding', 'SHOW', { values: ['UTF8'] }),
  ok('current-database', 'SELECT current_database()', 'SELECT 1', { values: ['postgres'] }),
  ok('current-schema', 'SELECT current_schema()', 'SELECT 1', { values: ['public'] }),
  fails(
    'show-lc-collate',
    'SHOW lc_collate',
    '42704',
    'unrecognized configuration parameter "lc_collate"',
  ),
  ok('empty', '', '', { source: 'PostgreSQL 16: EmptyQueryResponse' }),
];
