// Statements that Aurora DSQL does not have at all, types, functions, views, roles and privileges.
import { chapter, type ConformanceCase } from './case.ts';

const { ok, refused } = chapter(
  'recorded: dsql-emulator golden, unsupported, supported, enum.json',
);

const unsupported = (node: string): string => `unsupported statement: ${node}`;
const AWS = 'observed by AWS (agent-plugins), September 2026';
const SPIKE = 'recorded on a cluster, 23 September 2026';

const statements: readonly (readonly [sql: string, node: string])[] = [
  ['TRUNCATE TABLE conf_parent', 'Truncate'],
  ['CREATE EXTENSION IF NOT EXISTS pgcrypto', 'CreateExtension'],
  ['CREATE DATABASE conf_other', 'Createdb'],
  ['CREATE MATERIALIZED VIEW conf_mv AS SELECT 1 AS x', 'CreateTableAs'],
  ['CREATE TABLE conf_ctas AS SELECT 1 AS x', 'CreateTableAs'],
  ['CREATE TYPE conf_pair AS (a int, b int)', 'CompositeType'],
  ['CREATE TYPE conf_range AS RANGE (subtype = int4)', 'CreateRange'],
  [`CREATE TABLESPACE conf_ts LOCATION '/tmp/conf'`, 'CreateTableSpace'],
  ['CREATE FOREIGN TABLE conf_ft (id int) SERVER conf_srv', 'CreateForeignTable'],
  ['LISTEN conf_chan', 'Listen'],
  ['NOTIFY conf_chan', 'Notify'],
  ['UNLISTEN conf_chan', 'Unlisten'],
  [`ALTER SYSTEM SET work_mem = '4MB'`, 'AlterSystem'],
  ['LOCK TABLE conf_parent IN ACCESS SHARE MODE', 'Lock'],
  ['DO $$ BEGIN NULL; END $$', 'Do'],
  ['DECLARE conf_cursor CURSOR WITH HOLD FOR SELECT 1', 'DeclareCursor'],
  ['CREATE AGGREGATE conf_agg (int) (sfunc = int4pl, stype = int)', 'Define'],
  ['CREATE RULE conf_rule AS ON INSERT TO conf_bulk DO INSTEAD NOTHING', 'Rule'],
  ['CREATE POLICY conf_policy ON conf_parent', 'CreatePolicy'],
];

const otherStatements: readonly (readonly [sql: string, node: string])[] = [
  ['COPY conf_parent FROM STDIN', 'Copy'],
  [`COPY conf_parent TO PROGRAM 'cat'`, 'Copy'],
  ['PREPARE conf_prepared AS SELECT 1', 'Prepare'],
  ['EXECUTE conf_prepared', 'Execute'],
  ['FETCH ALL FROM conf_cursor', 'Fetch'],
  ['CLOSE ALL', 'ClosePortal'],
  ['DISCARD ALL', 'Discard'],
  ['REINDEX TABLE conf_parent', 'Reindex'],
  ['CLUSTER conf_parent', 'Cluster'],
  ['CHECKPOINT', 'CheckPoint'],
  [`LOAD 'plpgsql'`, 'Load'],
  ['REFRESH MATERIALIZED VIEW conf_mv', 'RefreshMatView'],
  ['CREATE PUBLICATION conf_pub', 'CreatePublication'],
  ['ALTER ROLE conf_role SET work_mem = 1', 'AlterRoleSet'],
  ['DROP DATABASE conf_other', 'Dropdb'],
];

export const DEFINITION_CASES: readonly ConformanceCase[] = [
  ...statements.map(([sql, node], at) =>
    refused('recorded-statement', sql, '0A000', unsupported(node), { id: `${node}-${at}` }),
  ),
  ...otherStatements.map(([sql, node], at) =>
    refused('statement', sql, '0A000', unsupported(node), {
      id: `${node}-not-recorded-${at}`,
      source: 'not recorded; as "unsupported statement: Truncate"',
    }),
  ),
  refused(
    'create-trigger',
    'CREATE TRIGGER conf_trg AFTER INSERT ON conf_parent EXECUTE FUNCTION conf_fn()',
    '0A000',
    'CREATE TRIGGER not supported',
  ),
  refused(
    'create-enum',
    `CREATE TYPE conf_mood AS ENUM ('sad', 'ok')`,
    '0A000',
    'CREATE TYPE not supported',
  ),
  refused(
    'alter-enum',
    `ALTER TYPE conf_mood ADD VALUE 'meh'`,
    '0A000',
    'ALTER TYPE not supported',
  ),
  refused(
    'rename-object',
    'ALTER TYPE conf_mood RENAME TO conf_renamed',
    '0A000',
    'unsupported object in RENAME statement',
  ),
  refused(
    'drop-object',
    'DROP TYPE IF EXISTS conf_mood',
    '0A000',
    'unsupported object in DROP statement',
  ),
  ok('view', 'CREATE VIEW conf_v AS SELECT 1 AS x', 'CREATE VIEW'),
  ok('schema', 'CREATE SCHEMA conf_schema', 'CREATE SCHEMA'),
  ok('role', 'CREATE ROLE conf_new_role WITH LOGIN', 'CREATE ROLE', { source: SPIKE }),
  ok(
    'function',
    'CREATE FUNCTION conf_fn() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE FUNCTION',
  ),
  refused(
    'function-language',
    'CREATE FUNCTION conf_pl() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$',
    '0A000',
    'CREATE FUNCTION with language plpgsql not supported',
  ),
  refused(
    'procedure',
    'CREATE PROCEDURE conf_proc() LANGUAGE sql AS $$ SELECT 1 $$',
    '0A000',
    'PROCEDURE is not supported',
    { source: AWS },
  ),
  refused(
    'function-writes',
    'CREATE FUNCTION conf_w() RETURNS void LANGUAGE sql AS $$ DELETE FROM conf_bulk $$',
    '0A000',
    'functions that write are not supported by the local Aurora DSQL',
    { source: 'not recorded; a limit of the local gateway' },
  ),
  ok('grant', 'GRANT SELECT ON conf_parent TO conf_role', 'GRANT', { source: SPIKE }),
  refused(
    'grant-on-public',
    'GRANT USAGE ON SCHEMA public TO conf_role',
    '0A000',
    'feature not supported on system entity',
    { source: SPIKE },
  ),
  ok('comment', `COMMENT ON TABLE conf_parent IS 'x'`, 'COMMENT', { source: 'not recorded' }),
  refused(
    'security-definer',
    'CREATE FUNCTION conf_sd() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$',
    '0A000',
    'SECURITY DEFINER not supported for CREATE FUNCTION',
    { source: 'AWS (agent-plugins): unsupported; message not recorded' },
  ),
  refused(
    'alter-role-password',
    `CREATE ROLE conf_secret LOGIN PASSWORD 'x'`,
    '0A000',
    'PASSWORD not supported for roles',
    { source: 'user guide; message not recorded' },
  ),
];
