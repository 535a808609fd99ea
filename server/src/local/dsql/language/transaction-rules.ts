// What one transaction may hold together: one change of the catalog, and then no write. A Query of
// several statements without BEGIN is one transaction.
import type { Refusal } from '../wire/write.ts';
import type { Statement } from './statement.ts';

export interface RulesState {
  /** Changes of the catalog so far. */
  readonly ddl: number;
  /** Rows were written, or a statement that writes was carried out. */
  readonly wrote: boolean;
}

export const INITIAL_RULES_STATE: RulesState = { ddl: 0, wrote: false };

/** Both recorded on a cluster, 15 to 18 September 2026 (dsql-emulator, golden). */
const MULTIPLE_DDL: Refusal = {
  code: '0A000',
  message: 'multiple ddl statements not supported in a transaction',
};
const DDL_AND_DML: Refusal = {
  code: '0A000',
  message: 'ddl and dml are not supported in the same transaction',
};

/** Refused, or what the transaction has come to once the statement was carried out. */
export type Checked = { readonly refusal: Refusal } | { readonly state: RulesState };

/** Whether the statement may be the transaction's next. */
export function checkInTransaction({ kind }: Pick<Statement, 'kind'>, state: RulesState): Checked {
  if (kind === 'DDL') {
    if (state.ddl > 0) return { refusal: MULTIPLE_DDL };
    return state.wrote ? { refusal: DDL_AND_DML } : { state: { ...state, ddl: 1 } };
  }
  if (kind !== 'WRITE') return { state };
  return state.ddl > 0 ? { refusal: DDL_AND_DML } : { state: { ...state, wrote: true } };
}

/** Of the statements of one Query that share a transaction: the first refusal. */
export function checkTogether(
  statements: readonly Pick<Statement, 'kind'>[],
  state: RulesState = INITIAL_RULES_STATE,
): Refusal | null {
  let reached = state;
  for (const statement of statements) {
    const checked = checkInTransaction(statement, reached);
    if ('refusal' in checked) return checked.refusal;
    reached = checked.state;
  }
  return null;
}
