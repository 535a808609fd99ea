// What kind of statement each node of the grammar is. The list is closed, as that of Aurora DSQL
// is: a statement that is not on it is refused by name.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-postgresql-compatibility-supported-sql-features.html
import type { NodeName, Parsed } from './parser.ts';
import type { StatementKind } from './statement.ts';

const KINDS: Readonly<Partial<Record<NodeName, StatementKind>>> = {
  SelectStmt: 'READ',
  InsertStmt: 'WRITE',
  UpdateStmt: 'WRITE',
  DeleteStmt: 'WRITE',
  TransactionStmt: 'OTHER',
  VariableSetStmt: 'SET',
  ConstraintsSetStmt: 'SET',
  VariableShowStmt: 'SHOW',
  ExplainStmt: 'READ',
  CallStmt: 'OTHER',
  // ANALYZE; VACUUM has a rule.
  VacuumStmt: 'OTHER',
  DeallocateStmt: 'OTHER',
  CreateStmt: 'DDL',
  AlterTableStmt: 'DDL',
  DropStmt: 'DDL',
  IndexStmt: 'DDL',
  ViewStmt: 'DDL',
  CreateSchemaStmt: 'DDL',
  CreateSeqStmt: 'DDL',
  AlterSeqStmt: 'DDL',
  CreateDomainStmt: 'DDL',
  AlterDomainStmt: 'DDL',
  CreateFunctionStmt: 'DDL',
  CreateStatsStmt: 'DDL',
  AlterStatsStmt: 'DDL',
  CreateRoleStmt: 'DDL',
  AlterRoleStmt: 'DDL',
  DropRoleStmt: 'DDL',
  GrantStmt: 'DDL',
  GrantRoleStmt: 'DDL',
  AlterDefaultPrivilegesStmt: 'DDL',
  RenameStmt: 'DDL',
  AlterObjectSchemaStmt: 'DDL',
  AlterOwnerStmt: 'DDL',
  CommentStmt: 'DDL',
};

const TRANSACTION_KINDS: Readonly<Record<string, StatementKind>> = {
  TRANS_STMT_BEGIN: 'BEGIN',
  TRANS_STMT_START: 'BEGIN',
  TRANS_STMT_COMMIT: 'COMMIT',
  TRANS_STMT_ROLLBACK: 'ROLLBACK',
};

export const isKnown = ({ name }: Parsed): boolean => KINDS[name] !== undefined;

/** LOCK is not told here: a locking SELECT is a READ until it is taken apart. */
export function kindOf({ name, node, survey, inner }: Parsed): StatementKind {
  if ('TransactionStmt' in node) {
    return TRANSACTION_KINDS[node.TransactionStmt.kind ?? ''] ?? 'OTHER';
  }
  if ('ExplainStmt' in node) {
    const [explained] = inner;
    return explained !== undefined && isAnalyzed(node) ? kindOf(explained) : 'READ';
  }
  const kind = KINDS[name] ?? 'OTHER';
  return kind === 'READ' && survey.writes.length > 0 ? 'WRITE' : kind;
}

/** EXPLAIN that carries the statement out. */
export function isAnalyzed(node: Parsed['node']): boolean {
  if (!('ExplainStmt' in node)) return false;
  const option = (node.ExplainStmt.options ?? []).findLast(
    (each) => 'DefElem' in each && each.DefElem.defname === 'analyze',
  );
  if (option === undefined || !('DefElem' in option)) return false;
  const { arg } = option.DefElem;
  if (arg === undefined) return true;
  const said = 'String' in arg ? arg.String.sval : 'Integer' in arg ? arg.Integer.ival : 'true';
  return !['false', 'off', 0, undefined].includes(
    typeof said === 'string' ? said.toLowerCase() : said,
  );
}
