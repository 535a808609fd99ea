// What Aurora DSQL does not do, as of September 2026: the table of rules, in the order in which
// they are asked; the first that applies answers. Each says who saw the answer on a cluster. What
// no rule names is PostgreSQL's, and so are its errors.
import type { Refusal } from '../wire/write.ts';
import type { Parsed } from './parser.ts';
import { ADD_COLUMN_RULES, ALTER_RULES } from './rules/alters.ts';
import { INDEX_RULES } from './rules/indexes.ts';
import { OBJECT_RULES } from './rules/objects.ts';
import { QUERY_RULES } from './rules/queries.ts';
import type { Rule } from './rules/rule.ts';
import { SESSION_RULES } from './rules/session.ts';
import { STATEMENT_RULES } from './rules/statements.ts';
import { TABLE_RULES } from './rules/tables.ts';
import { TRANSACTION_RULES } from './rules/transactions.ts';

export type { Rule } from './rules/rule.ts';
export { isSettable } from './rules/session.ts';

export const RULES: readonly Rule[] = [
  ...TRANSACTION_RULES,
  ...SESSION_RULES,
  ...ALTER_RULES,
  ...TABLE_RULES,
  ...ADD_COLUMN_RULES,
  ...INDEX_RULES,
  ...OBJECT_RULES,
  ...QUERY_RULES,
  ...STATEMENT_RULES,
];

export interface Judgement {
  readonly rule: string;
  readonly refusal: Refusal;
}

/** Of the statement, and of every statement inside it. Null: allowed. */
export function judge(statement: Parsed): Judgement | null {
  for (const { id, matches, sqlstate, message } of RULES) {
    const found = matches(statement);
    if (found === null) continue;
    return { rule: id, refusal: { code: sqlstate, message: message.replace('{}', () => found) } };
  }
  for (const inner of statement.inner) {
    const judgement = judge(inner);
    if (judgement !== null) return judgement;
  }
  return null;
}
