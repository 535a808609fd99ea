// Rules of transactions: there is one isolation level, it is given at BEGIN or not at all, and a
// transaction has no parts.
import type { Node } from 'libpg-query';
import { type Rule, anyOf, notRecorded, RECORDED, statementIs, USER_GUIDE } from './rule.ts';

const otherLevel = (options: readonly Node[] | undefined): string | null => {
  for (const option of options ?? []) {
    if (!('DefElem' in option) || option.DefElem.defname !== 'transaction_isolation') continue;
    const { arg } = option.DefElem;
    const level = arg !== undefined && 'A_Const' in arg ? arg.A_Const.sval?.sval : undefined;
    if (level !== undefined && level !== 'repeatable read') return level.toUpperCase();
  }
  return null;
};

const transactionStatement = (kind: string): Rule['matches'] =>
  statementIs('TransactionStmt', (node) => node.kind === kind);

export const TRANSACTION_RULES: readonly Rule[] = [
  {
    id: 'isolation-level',
    what: 'an isolation level other than REPEATABLE READ, at BEGIN or by SET TRANSACTION',
    matches: anyOf(
      statementIs('TransactionStmt', ({ options }) => otherLevel(options)),
      statementIs('VariableSetStmt', ({ name, args }) =>
        name === 'TRANSACTION' ? otherLevel(args) : null,
      ),
    ),
    sqlstate: '0A000',
    message: 'Unsupported isolation level: {}',
    source: RECORDED,
  },
  {
    id: 'set-transaction',
    what: 'every other SET TRANSACTION, also of the level that there is',
    matches: statementIs('VariableSetStmt', ({ name }) => name === 'TRANSACTION'),
    sqlstate: '0A000',
    message: 'setting configuration parameter "TRANSACTION" not supported',
    source: RECORDED,
  },
  {
    id: 'savepoint',
    what: 'SAVEPOINT',
    matches: transactionStatement('TRANS_STMT_SAVEPOINT'),
    sqlstate: '0A000',
    message: 'unsupported transaction statement: SAVEPOINT',
    source: RECORDED,
  },
  {
    id: 'release-savepoint',
    what: 'RELEASE SAVEPOINT',
    matches: transactionStatement('TRANS_STMT_RELEASE'),
    sqlstate: '0A000',
    message: 'unsupported transaction statement: RELEASE',
    source: notRecorded('unsupported transaction statement: SAVEPOINT'),
  },
  {
    id: 'rollback-to-savepoint',
    what: 'ROLLBACK TO SAVEPOINT',
    matches: transactionStatement('TRANS_STMT_ROLLBACK_TO'),
    sqlstate: '0A000',
    message: 'unsupported transaction statement: ROLLBACK TO',
    source: RECORDED,
  },
  {
    id: 'two-phase-commit',
    what: 'PREPARE TRANSACTION, COMMIT PREPARED, ROLLBACK PREPARED',
    matches: statementIs('TransactionStmt', ({ kind }) => TWO_PHASE[kind ?? ''] ?? null),
    sqlstate: '0A000',
    message: 'unsupported transaction statement: {}',
    source: notRecorded('unsupported transaction statement: SAVEPOINT'),
  },
  {
    id: 'chained-transaction',
    what: 'COMMIT AND CHAIN, ROLLBACK AND CHAIN',
    matches: statementIs('TransactionStmt', ({ chain }) => chain === true),
    sqlstate: '0A000',
    message: 'unsupported transaction statement: AND CHAIN',
    source: `${USER_GUIDE} lists AND NO CHAIN only; message not recorded`,
  },
];

const TWO_PHASE: Readonly<Record<string, string>> = {
  TRANS_STMT_PREPARE: 'PREPARE TRANSACTION',
  TRANS_STMT_COMMIT_PREPARED: 'COMMIT PREPARED',
  TRANS_STMT_ROLLBACK_PREPARED: 'ROLLBACK PREPARED',
};
