// Statements that PostgreSQL has to be asked in other words: DSQL's own forms become calls of the
// schema sys, ALTER TABLE … DROP first looks whether the primary key would go, and the version is
// the one that Aurora DSQL reports. All of them belong to the client: nothing runs with more rights.
import type { AlterTableCmd, FuncCall, RangeVar } from 'libpg-query';
import type { IamStatement } from './own-forms.ts';
import type { Parsed } from './parser.ts';
import { nameParts } from './survey.ts';

export interface Rewritten {
  readonly rule: string;
  readonly text: string;
  readonly tag: string | null;
}

export const REPORTED_VERSION = '16.15';
const REPORTED: Readonly<Record<string, string>> = {
  server_version: REPORTED_VERSION,
  server_version_num: '160015',
};

/** Null: it stays as it is. */
export function rewrite(statement: Parsed): Rewritten | null {
  const { node, text, isAsync } = statement;
  if ('IndexStmt' in node) return isAsync ? createIndex(text, node.IndexStmt.relation) : null;
  if ('AlterTableStmt' in node) {
    const { relation, cmds, objtype } = node.AlterTableStmt;
    if (isAsync) return validateConstraint(text, relation);
    const commands = (cmds ?? []).flatMap((each) =>
      'AlterTableCmd' in each ? [each.AlterTableCmd] : [],
    );
    return objtype === 'OBJECT_TABLE' ? keepKey(text, relation, commands) : null;
  }
  return reportVersion(statement);
}

export function rewriteIam({ verb, role, arn }: IamStatement): Rewritten {
  const text = `CALL sys.iam_${verb.toLowerCase()}(${literal(role)}, ${literal(arn)})`;
  return { rule: 'iam', text, tag: `AWS IAM ${verb}` };
}

const createIndex = (sql: string, table: RangeVar | undefined): Rewritten => ({
  rule: 'create-index-async',
  text: `SELECT sys.create_index_async(${literal(sql)}, ${literal(nameOf(table))}) AS job_id`,
  tag: 'CREATE INDEX',
});

const validateConstraint = (sql: string, table: RangeVar | undefined): Rewritten => ({
  rule: 'validate-constraint-async',
  text: `SELECT sys.validate_constraint_async(${literal(sql)}, ${literal(nameOf(table))}) AS job_id`,
  tag: 'ALTER TABLE',
});

/** Which columns and constraints go is asked of PostgreSQL, which alone knows the key. */
function keepKey(
  sql: string,
  table: RangeVar | undefined,
  commands: readonly AlterTableCmd[],
): Rewritten | null {
  const dropped = (subtype: string): string =>
    literals(commands.flatMap((each) => (each.subtype === subtype ? [each.name ?? ''] : [])));
  const columns = dropped('AT_DropColumn');
  const constraints = dropped('AT_DropConstraint');
  if (columns === NO_LITERALS && constraints === NO_LITERALS) return null;
  const args = [literal(sql), literal(nameOf(table)), columns, constraints];
  return {
    rule: 'drop-key',
    text: `CALL sys.alter_table_keeping_key(${args.join(', ')})`,
    tag: 'ALTER TABLE',
  };
}

function reportVersion({ node, survey }: Parsed): Rewritten | null {
  if ('VariableShowStmt' in node) {
    const name = node.VariableShowStmt.name?.toLowerCase() ?? '';
    const value = REPORTED[name];
    return value === undefined ? null : versionRow(value, name, 'SHOW');
  }
  if (!('SelectStmt' in node) || survey.relations.length > 0) return null;
  const [target, ...more] = node.SelectStmt.targetList ?? [];
  const onlyTarget = more.length === 0 && target !== undefined && 'ResTarget' in target;
  const { name, val } = onlyTarget ? target.ResTarget : {};
  if (val === undefined || !('FuncCall' in val)) return null;
  const said = saidBy(val.FuncCall);
  return said === null ? null : versionRow(said.value, name ?? said.name, null);
}

function saidBy({ funcname, args }: FuncCall): { name: string; value: string } | null {
  const name = nameParts(funcname).at(-1) ?? '';
  if (name === 'version' && args === undefined) return { name, value: 'PostgreSQL 16' };
  const [first, ...more] = args ?? [];
  if (name !== 'current_setting' || more.length > 0 || first === undefined) return null;
  const setting = 'A_Const' in first ? (first.A_Const.sval?.sval ?? '') : '';
  const value = REPORTED[setting.toLowerCase()];
  return value === undefined ? null : { name, value };
}

const versionRow = (value: string, column: string, tag: string | null): Rewritten => ({
  rule: 'version',
  text: `SELECT ${literal(value)}::text AS ${identifier(column)}`,
  tag,
});

const nameOf = (table: RangeVar | undefined): string =>
  [table?.schemaname, table?.relname]
    .filter((part) => part !== undefined)
    .map(identifier)
    .join('.');

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
// A backslash is only itself: no client can turn standard_conforming_strings off.
const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const literals = (values: readonly string[]): string =>
  `ARRAY[${values.map(literal).join(', ')}]::text[]`;
const NO_LITERALS = literals([]);
