// Rules of reading and writing: locking clauses, functions that Aurora DSQL does not have, and
// functions that would let a client past the gateway or at the machine it runs on.
import { isAnalyzed } from '../kind.ts';
import { clausesOf } from '../lock.ts';
import type { Parsed } from '../parser.ts';
import { isTree, nameParts } from '../survey.ts';
import { type Rule, callsFunction, notRecorded, RECORDED, statementIs } from './rule.ts';

const ADVISORY = /^pg_(try_)?advisory_(xact_)?(un)?lock(_shared|_all)?$/;

/** They read or write files, run programs or SQL texts, or reach into the server. */
const REACHING_OUT = new RegExp(
  `^(${[
    String.raw`pg_read_(binary_)?file|pg_stat_file|pg_ls_\w+|pg_file_\w+`,
    String.raw`lo_(import|export|creat|create|open|close|unlink|put|get|from_bytea)`,
    String.raw`lo_(lseek|tell|truncate)(64)?|loread|lowrite|dblink\w*`,
    String.raw`(query|table|cursor|schema|database)_to_xml\w*|ts_stat|ts_rewrite`,
    String.raw`pg_logical_\w+|pg_replication_\w+|pg_(create|drop|copy)_\w+|pg_export_snapshot`,
    'pg_switch_wal|pg_promote|pg_reload_conf|pg_rotate_logfile',
    'pg_terminate_backend|pg_cancel_backend|pg_notify|lastval',
  ].join('|')})$`,
);

const GEOMETRY = /^(line|circle|polygon|box|path|lseg)$/;
const TEXT_SEARCH = /^((plain|phrase|websearch_)?to_tsquery|(plain|phrase)to_tsquery|to_tsvector)$/;

/** What this gateway's own SQL calls; a client's must not. */
const OWN_FUNCTIONS: ReadonlySet<string> = new Set([
  'create_index_async',
  'validate_constraint_async',
  'alter_table_keeping_key',
  'record_job',
  'iam_grant',
  'iam_revoke',
]);

const unqualified = (name: string): string => name.split('.').at(-1) ?? name;

/** The configuration that a text search names in its first argument; null: none, or simple. */
function searchConfiguration({ node }: Parsed): string | null {
  let found: string | null = null;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isTree(value)) return;
    const args = value['args'];
    if (TEXT_SEARCH.test(nameParts(value['funcname']).at(-1) ?? '') && Array.isArray(args)) {
      const [first] = args as unknown[];
      const name =
        args.length === 2 ? /"sval":\{"sval":"(\w+)"\}/.exec(JSON.stringify(first)) : null;
      if (name?.[1] !== undefined && name[1] !== 'simple') found ??= name[1];
    }
    Object.values(value).forEach(visit);
  };
  visit(node);
  return found;
}

export const QUERY_RULES: readonly Rule[] = [
  {
    id: 'merge',
    what: 'MERGE',
    matches: ({ name, survey }) =>
      name === 'MergeStmt' || survey.nodes.has('MergeStmt') ? '' : null,
    sqlstate: '0A000',
    message: 'unsupported statement type: MERGE',
    source: RECORDED,
  },
  {
    id: 'vacuum',
    what: 'VACUUM; ANALYZE is allowed',
    matches: statementIs('VacuumStmt', (node) => node.is_vacuumcmd === true),
    sqlstate: '0A000',
    message: 'unsupported VACUUM statement',
    source: RECORDED,
  },
  {
    id: 'tablesample',
    what: 'TABLESAMPLE',
    matches: ({ survey }) => (survey.nodes.has('RangeTableSample') ? '' : null),
    sqlstate: '0A000',
    message: 'TABLESAMPLE clause not supported',
    source: RECORDED,
  },
  {
    id: 'select-into',
    what: 'SELECT … INTO',
    matches: ({ name, survey }) =>
      name === 'SelectStmt' && survey.selects.some(({ intoClause }) => intoClause !== undefined)
        ? ''
        : null,
    sqlstate: '0A000',
    message: 'unsupported statement: CreateTableAs',
    source: notRecorded('unsupported statement: CreateTableAs'),
  },
  {
    id: 'weak-lock',
    what: 'FOR SHARE and FOR NO KEY UPDATE, also in a subquery',
    matches: ({ survey }) =>
      survey.selects
        .flatMap(clausesOf)
        .some(({ strength }) => strength !== 'LCS_FORUPDATE' && strength !== 'LCS_FORKEYSHARE')
        ? ''
        : null,
    sqlstate: '0A000',
    message: 'locking clauses other than FOR UPDATE/FOR KEY SHARE are not supported',
    source: `${RECORDED}; in WITH and subqueries: recorded by ministackorg/ministack, pull 1442`,
  },
  {
    id: 'nested-lock',
    what: 'FOR UPDATE inside a subquery, a WITH query or another statement',
    matches: ({ name, survey, inner }) => {
      const locking = survey.selects.filter((select) => clausesOf(select).length > 0);
      const names = name === 'ExplainStmt' ? inner.map((each) => each.name) : [name];
      const outermost = names[0] === 'SelectStmt' ? survey.selects[0] : undefined;
      return locking.some((select) => select !== outermost) ? '' : null;
    },
    sqlstate: '0A000',
    message: 'a locking clause inside another query is not supported by the local Aurora DSQL',
    source: 'not recorded; a limit of the local gateway',
  },
  {
    id: 'explain-lock',
    what: "EXPLAIN ANALYZE of a locking SELECT: it would take PostgreSQL's locks",
    matches: ({ node, inner }) =>
      isAnalyzed(node) && inner.some(({ survey }) => survey.selects.flatMap(clausesOf).length > 0)
        ? ''
        : null,
    sqlstate: '0A000',
    message: 'EXPLAIN ANALYZE of a locking SELECT is not supported by the local Aurora DSQL',
    source: 'not recorded; a limit of the local gateway',
  },
  {
    id: 'advisory-lock',
    what: 'advisory locks',
    matches: callsFunction((name) => ADVISORY.test(name)),
    sqlstate: '0A000',
    message: 'function {} not supported',
    source: 'recorded on a cluster, June 2025 (golang-migrate, issue 1289), of pg_advisory_lock',
  },
  {
    id: 'function',
    what: 'functions that reach files, other servers, other sessions, or run a text as SQL',
    matches: callsFunction((name) => REACHING_OUT.test(name)),
    sqlstate: '0A000',
    message: 'function {} not supported',
    source: notRecorded('function pg_advisory_lock not supported'),
  },
  {
    id: 'own-function',
    what: "functions of the schema sys that are the gateway's own",
    matches: callsFunction((name) => OWN_FUNCTIONS.has(unqualified(name))),
    sqlstate: '42883',
    message: 'function {} does not exist',
    source: 'the schema sys of a cluster has no such functions',
  },
  {
    id: 'text-search',
    what: 'text search with another configuration than simple',
    matches: searchConfiguration,
    sqlstate: '42704',
    message: 'text search configuration "{}" does not exist',
    source: `${RECORDED}; simple works: recorded on a cluster, 19 August 2026`,
  },
  {
    id: 'geometry',
    what: 'functions that make a geometric value',
    matches: callsFunction((name) => GEOMETRY.test(name)),
    sqlstate: '0A000',
    message: 'datatype {} not supported',
    source: `${RECORDED}, of line and circle`,
  },
  {
    id: 'catalog-write',
    what: "writing to PostgreSQL's catalog: an UPDATE of pg_settings is a SET",
    matches: ({ survey }) => {
      const written = survey.writes.find(({ relation: { schema, name } }) =>
        schema === null
          ? name === 'pg_settings'
          : ['pg_catalog', 'information_schema', 'sys'].includes(schema),
      );
      return written === undefined ? null : written.relation.name;
    },
    sqlstate: '42501',
    message: 'permission denied for table {}',
    source: 'not permitted on a cluster (August 2026); worded after PostgreSQL',
  },
];
