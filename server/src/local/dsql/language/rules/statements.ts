// The last rules: a statement that nothing else is known of is refused by the name that its node
// has in PostgreSQL, as Aurora DSQL words it.
import { isKnown } from '../kind.ts';
import type { NodeName, Parsed } from '../parser.ts';
import { type Rule, notRecorded } from './rule.ts';

const RECORDED_STATEMENTS: ReadonlySet<string> = new Set<NodeName>([
  'TruncateStmt',
  'CreateExtensionStmt',
  'CreatedbStmt',
  'CreateTableAsStmt',
  'CompositeTypeStmt',
  'CreateRangeStmt',
  'CreateTableSpaceStmt',
  'CreateForeignTableStmt',
  'ListenStmt',
  'NotifyStmt',
  'UnlistenStmt',
  'AlterSystemStmt',
  'DeclareCursorStmt',
  'LockStmt',
  'DoStmt',
  'DefineStmt',
  'RuleStmt',
  'CreatePolicyStmt',
  'AlterTSConfigurationStmt',
]);

const nameOf = ({ name }: Parsed): string => name.replace(/Stmt$/, '');

export const STATEMENT_RULES: readonly Rule[] = [
  {
    id: 'recorded-statement',
    what:
      'TRUNCATE, LISTEN, NOTIFY, LOCK, DO, DECLARE, CREATE TABLE AS, MATERIALIZED VIEW, EXTENSION, ' +
      'DATABASE, TABLESPACE, FOREIGN TABLE, POLICY, RULE, AGGREGATE, composite and range types, …',
    matches: (statement) => (RECORDED_STATEMENTS.has(statement.name) ? nameOf(statement) : null),
    sqlstate: '0A000',
    message: 'unsupported statement: {}',
    source:
      'recorded on clusters, each of them: dsql-emulator (September 2026); Lock, DeclareCursor, ' +
      'Do, Define, Rule, CreatePolicy, AlterTSConfiguration by others (2025 and 2026)',
  },
  {
    id: 'statement',
    what: 'every other: COPY, PREPARE, EXECUTE, FETCH, DISCARD, REINDEX, CLUSTER, CHECKPOINT, …',
    matches: (statement) => (isKnown(statement) ? null : nameOf(statement)),
    sqlstate: '0A000',
    message: 'unsupported statement: {}',
    source: notRecorded('unsupported statement: Truncate'),
  },
];
