// The conformance table: statements that a cluster was asked, or that a client may well send, and
// what comes back. Run through the language rules beside it, and through the real gateway by the
// conformance test. Cases are independent: each gets a connection that is in no transaction.
import type { ConformanceCase } from './conformance/case.ts';
import { ALTER_CASES } from './conformance/alters.ts';
import { DEFINITION_CASES } from './conformance/definitions.ts';
import { INDEX_CASES } from './conformance/indexes.ts';
import { QUERY_CASES } from './conformance/queries.ts';
import { TABLE_CASES } from './conformance/tables.ts';
import { TRANSACTION_CASES } from './conformance/transactions.ts';

export type { ConformanceCase, Expected } from './conformance/case.ts';
export { CONFORMANCE_SCHEMA } from './conformance/schema.ts';

export const CONFORMANCE_TABLE: readonly ConformanceCase[] = [
  ...TRANSACTION_CASES,
  ...DEFINITION_CASES,
  ...TABLE_CASES,
  ...ALTER_CASES,
  ...INDEX_CASES,
  ...QUERY_CASES,
];
