// Rules of CREATE TABLE, and of the columns of CREATE TABLE, ALTER TABLE and CREATE DOMAIN.
import type { ColumnDef, Constraint, Node, TypeName } from 'libpg-query';
import type { Parsed } from '../parser.ts';
import { nameParts } from '../survey.ts';
import {
  declaredLength,
  displayedName,
  internalName,
  isSerial,
  isSupported,
} from '../type-names.ts';
import {
  type Rule,
  anyOf,
  firstOf,
  notRecorded,
  numberOption,
  OBSERVED_BY_AWS,
  RECORDED,
  statementIs,
  USER_GUIDE,
} from './rule.ts';

/** Columns that a statement defines. */
function columnsOf({ node }: Parsed): readonly ColumnDef[] {
  if ('CreateStmt' in node) {
    return (node.CreateStmt.tableElts ?? []).flatMap(columnOf);
  }
  if (!('AlterTableStmt' in node)) return [];
  return (node.AlterTableStmt.cmds ?? []).flatMap((command) =>
    'AlterTableCmd' in command && command.AlterTableCmd.subtype === 'AT_AddColumn'
      ? columnOf(command.AlterTableCmd.def)
      : [],
  );
}

const columnOf = (node: Node | undefined): ColumnDef[] =>
  node !== undefined && 'ColumnDef' in node ? [node.ColumnDef] : [];

const constraintsOf = (nodes: readonly Node[] | undefined): readonly Constraint[] =>
  (nodes ?? []).flatMap((node) => ('Constraint' in node ? [node.Constraint] : []));

const onType =
  (find: (type: TypeName) => string | null): Rule['matches'] =>
  (statement) => {
    const { node } = statement;
    const domain = 'CreateDomainStmt' in node ? node.CreateDomainStmt.typeName : undefined;
    const types = [...columnsOf(statement).map(({ typeName }) => typeName), domain];
    return firstOf(types, (type) => (type === undefined ? null : find(type)));
  };

const onIdentity =
  (find: (identity: Constraint, column: ColumnDef) => string | null): Rule['matches'] =>
  (statement) =>
    firstOf(columnsOf(statement), (column) =>
      firstOf(constraintsOf(column.constraints), (constraint) =>
        constraint.contype === 'CONSTR_IDENTITY' ? find(constraint, column) : null,
      ),
    );

const isAllowedCache = (cache: number | null): boolean =>
  cache !== null && (cache === 1 || cache >= 65_536);

const clause = (id: string, has: Rule['matches'], name: string, source?: string): Rule => ({
  id,
  what: `${name} of CREATE TABLE`,
  matches: has,
  sqlstate: '0A000',
  message: `${name} clause not supported for CREATE TABLE`,
  source:
    source ?? `${USER_GUIDE} has no ${name}; worded after "PARTITION BY clause not supported…"`,
});

const PARTITION_SOURCE = 'recorded on a cluster, 23 July 2026';

export const TABLE_RULES: readonly Rule[] = [
  {
    id: 'temporary-table',
    what: 'CREATE TEMPORARY TABLE',
    matches: statementIs('CreateStmt', ({ relation }) => relation?.relpersistence === 't'),
    sqlstate: '0A000',
    message: 'TEMPORARY or TEMP table not supported for CREATE TABLE',
    source: RECORDED,
  },
  {
    id: 'unlogged-table',
    what: 'CREATE UNLOGGED TABLE',
    matches: statementIs('CreateStmt', ({ relation }) => relation?.relpersistence === 'u'),
    sqlstate: '0A000',
    message: 'UNLOGGED table not supported for CREATE TABLE',
    source: RECORDED,
  },
  {
    id: 'temporary-view-or-sequence',
    what: 'CREATE TEMPORARY VIEW, CREATE TEMPORARY SEQUENCE',
    matches: anyOf(
      statementIs('ViewStmt', ({ view }) => view?.relpersistence === 't' && 'VIEW'),
      statementIs('CreateSeqStmt', ({ sequence }) =>
        sequence?.relpersistence === 'p' ? null : 'SEQUENCE',
      ),
    ),
    sqlstate: '0A000',
    message: 'TEMPORARY or TEMP not supported for CREATE {}',
    source: notRecorded('TEMPORARY or TEMP table not supported for CREATE TABLE'),
  },
  clause(
    'partition-by',
    statementIs('CreateStmt', ({ partspec }) => partspec !== undefined),
    'PARTITION BY',
    PARTITION_SOURCE,
  ),
  clause(
    'partition-of',
    statementIs('CreateStmt', ({ partbound }) => partbound !== undefined),
    'PARTITION OF',
    PARTITION_SOURCE,
  ),
  clause(
    'inherits',
    statementIs('CreateStmt', ({ inhRelations }) => inhRelations !== undefined),
    'INHERITS',
  ),
  clause(
    'typed-table',
    statementIs('CreateStmt', ({ ofTypename }) => ofTypename !== undefined),
    'OF',
  ),
  clause(
    'storage-parameters',
    statementIs('CreateStmt', ({ options }) => options !== undefined),
    'WITH',
  ),
  clause(
    'table-tablespace',
    statementIs('CreateStmt', ({ tablespacename }) => tablespacename !== undefined),
    'TABLESPACE',
  ),
  clause(
    'table-access-method',
    statementIs('CreateStmt', ({ accessMethod }) => accessMethod !== undefined),
    'USING',
  ),
  {
    id: 'serial',
    what: 'a SERIAL column',
    matches: onType((type) => (isSerial(type) ? internalName(type) : null)),
    sqlstate: '42704',
    message: 'type "{}" does not exist',
    source: `${RECORDED}, of serial; the others are worded after it`,
  },
  {
    id: 'identity-cache',
    what: 'an identity column without CACHE 1 or CACHE 65536 and more',
    matches: (statement) =>
      statement.name === 'CreateStmt'
        ? onIdentity(({ options }) => (isAllowedCache(numberOption(options, 'cache')) ? null : ''))(
            statement,
          )
        : null,
    sqlstate: '0A000',
    message:
      'identity column is not supported without an explicit cache size. ' +
      'please define CACHE greater than or equal to 65536 or equal to 1',
    source: RECORDED,
  },
  {
    id: 'identity-type',
    what: 'an identity column that is not bigint',
    matches: (statement) =>
      statement.name === 'CreateStmt'
        ? onIdentity((_, { typeName }) =>
            typeName === undefined || internalName(typeName) === 'int8'
              ? null
              : displayedName(typeName),
          )(statement)
        : null,
    sqlstate: '0A000',
    message: 'datatype {} not supported, identity column type must be bigint',
    source: RECORDED,
  },
  {
    id: 'column-type',
    what: 'a column or domain of a type that Aurora DSQL does not store, arrays among them',
    matches: onType((type) => (isSupported(type) ? null : displayedName(type))),
    sqlstate: '0A000',
    message: 'datatype {} not supported',
    source: `${RECORDED}, of 21 types; the others: ${USER_GUIDE}`,
  },
  ...[
    { type: 'bpchar', name: 'char', limit: 4_096 },
    { type: 'varchar', name: 'varchar', limit: 65_535 },
  ].map(({ type: wanted, name, limit }) => ({
    id: `${name}-length`,
    what: `${name}(n) with n above ${limit}`,
    matches: onType((type) =>
      internalName(type) === wanted && (declaredLength(type) ?? 0) > limit ? '' : null,
    ),
    sqlstate: '54000',
    message: `Datatype limit greater than ${limit} bytes not supported for ${name}`,
    source: OBSERVED_BY_AWS,
  })),
  {
    id: 'collation',
    what: 'COLLATE other than "C"',
    matches: (statement) =>
      firstOf(columnsOf(statement), ({ collClause }) => {
        const collation = nameParts(collClause?.collname).at(-1);
        return collation === undefined || collation === 'C' ? null : '';
      }),
    sqlstate: '0A000',
    message: 'COLLATE clause not supported for CREATE TABLE',
    source: `${USER_GUIDE}: collation C only; message not recorded`,
  },
  {
    id: 'exclusion-constraint',
    what: 'EXCLUDE constraints',
    matches: statementIs('CreateStmt', ({ tableElts }) =>
      constraintsOf(tableElts).some(({ contype }) => contype === 'CONSTR_EXCLUSION'),
    ),
    sqlstate: '0A000',
    message: 'EXCLUDE constraint not supported for CREATE TABLE',
    source: `${USER_GUIDE}: unsupported; message not recorded`,
  },
  {
    id: 'key-columns',
    what: 'a key of more than eight columns',
    matches: statementIs('CreateStmt', ({ tableElts }) =>
      constraintsOf(tableElts).some(({ keys }) => (keys ?? []).length > 8),
    ),
    sqlstate: '54011',
    message: 'more than 8 column keys in an index are not supported',
    source: OBSERVED_BY_AWS,
  },
];
