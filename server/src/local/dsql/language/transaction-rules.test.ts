import { expect, test } from 'vitest';
import { checkInTransaction, checkTogether, INITIAL_RULES_STATE } from './transaction-rules.ts';
import type { StatementKind } from './statement.ts';

const together = (...kinds: readonly StatementKind[]) =>
  checkTogether(kinds.map((kind) => ({ kind })))?.message ?? null;

const MULTIPLE_DDL = 'multiple ddl statements not supported in a transaction';
const DDL_AND_DML = 'ddl and dml are not supported in the same transaction';

test.each<[string | null, readonly StatementKind[]]>([
  [null, []],
  [null, ['READ', 'WRITE', 'LOCK', 'WRITE', 'SET', 'SHOW']],
  [null, ['READ', 'DDL', 'READ', 'SHOW']],
  [MULTIPLE_DDL, ['DDL', 'DDL']],
  [MULTIPLE_DDL, ['DDL', 'READ', 'DDL']],
  [DDL_AND_DML, ['DDL', 'WRITE']],
  [DDL_AND_DML, ['WRITE', 'READ', 'DDL']],
])('%s for %j', (message, kinds) => {
  expect(together(...kinds)).toBe(message);
});

test('a refused statement leaves the state as it was', () => {
  expect(checkInTransaction({ kind: 'DDL' }, { ddl: 1, wrote: false })).toEqual({
    refusal: { code: '0A000', message: MULTIPLE_DDL },
  });
  expect(checkInTransaction({ kind: 'WRITE' }, INITIAL_RULES_STATE)).toEqual({
    state: { ddl: 0, wrote: true },
  });
});
