// Aurora DSQL's SQL, understood before PostgreSQL sees it: what kind of statement it is, what it
// reads and writes, whether DSQL has it, and in which words PostgreSQL is to be asked.
export { ready } from './parser.ts';
export { isSettable, RULES } from './rules.ts';
export type { LockedRows, Relation, Statement, SyntaxFault } from './statement.ts';
export { SYS_SCHEMA_SQL } from './sys-schema.ts';
export {
  checkInTransaction,
  checkTogether,
  INITIAL_RULES_STATE,
  type RulesState,
} from './transaction-rules.ts';
export { understand } from './understand.ts';
