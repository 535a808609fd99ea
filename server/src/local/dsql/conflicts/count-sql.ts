// An UPDATE or DELETE as the SELECT that counts the rows it would change, with the same parameters.
import { deparseSync } from 'pgsql-deparser';
import { parseSync } from 'libpg-query';
import type { Statement } from '../language/index.ts';

export interface CountSql {
  readonly sql: string;
  /** Numbers of the parameters that it mentions. */
  readonly parameters: readonly number[];
  /** Names of the columns that the statement assigns. */
  readonly assigned: readonly string[];
}

interface Node {
  readonly [name: string]: unknown;
}

/** null: it returns rows, or is too rich for this. */
export function countSql(statement: Statement): CountSql | null {
  const { text, verb, returning, hasWith, isExplained } = statement;
  if (returning || hasWith || isExplained || (verb !== 'UPDATE' && verb !== 'DELETE')) return null;
  const { stmts } = parseSync(text) as { stmts: readonly { stmt: Node }[] };
  const tree = stmts[0]?.stmt[verb === 'UPDATE' ? 'UpdateStmt' : 'DeleteStmt'] as Node;
  const relation = tree['relation'] as Node;
  const alias = relation['alias'] as Node | undefined;
  const name = String(alias?.['aliasname'] ?? relation['relname']);
  const from = (tree[verb === 'UPDATE' ? 'fromClause' : 'usingClause'] ?? []) as Node[];
  const sql = deparseSync([
    {
      SelectStmt: {
        targetList: [{ ResTarget: { val: countOf(name) } }],
        fromClause: [{ RangeVar: relation }, ...from],
        whereClause: tree['whereClause'],
        limitOption: 'LIMIT_OPTION_DEFAULT',
        op: 'SETOP_NONE',
      },
    },
  ] as unknown as Parameters<typeof deparseSync>[0]);
  const numbers = [...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
  const targets = (tree['targetList'] ?? []) as readonly { ResTarget?: { name?: string } }[];
  const assigned = targets.map(({ ResTarget: target }) => target?.name ?? '');
  return { sql, parameters: [...new Set(numbers)], assigned };
}

/** A row that a join finds twice is changed once. */
const countOf = (alias: string): Node => ({
  FuncCall: {
    funcname: [{ String: { sval: 'count' } }],
    args: [{ ColumnRef: { fields: [{ String: { sval: alias } }, { String: { sval: 'ctid' } }] } }],
    agg_distinct: true,
    funcformat: 'COERCE_EXPLICIT_CALL',
  },
});
