// Transactions, isolation, what one transaction may hold, and what a refusal does to it.
import { chapter, type ConformanceCase } from './case.ts';

const RECORDED = 'recorded: dsql-emulator golden, transaction, isolation, multi_statement.json';
const { ok, refused, fails } = chapter(RECORDED);
const NOT_RECORDED = 'not recorded';

const SET_TRANSACTION = 'setting configuration parameter "TRANSACTION" not supported';
const MULTIPLE_DDL = 'multiple ddl statements not supported in a transaction';
const DDL_AND_DML = 'ddl and dml are not supported in the same transaction';
const ABORTED = 'current transaction is aborted, commands ignored until end of transaction block';
const level = (name: string): string => `Unsupported isolation level: ${name}`;
const unsupported = (name: string): string => `unsupported transaction statement: ${name}`;

export const TRANSACTION_CASES: readonly ConformanceCase[] = [
  refused('isolation-level', 'BEGIN ISOLATION LEVEL SERIALIZABLE', '0A000', level('SERIALIZABLE')),
  refused(
    'isolation-level',
    'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE',
    '0A000',
    level('SERIALIZABLE'),
    { id: 'set-transaction-serializable' },
  ),
  refused(
    'isolation-level',
    'START TRANSACTION ISOLATION LEVEL READ COMMITTED',
    '0A000',
    level('READ COMMITTED'),
    { id: 'start-read-committed', source: `${NOT_RECORDED}; as SERIALIZABLE` },
  ),
  refused(
    'isolation-level',
    'BEGIN ISOLATION LEVEL READ UNCOMMITTED',
    '0A000',
    level('READ UNCOMMITTED'),
    { id: 'begin-read-uncommitted', source: `${NOT_RECORDED}; as SERIALIZABLE` },
  ),
  ok('begin-repeatable-read', 'BEGIN ISOLATION LEVEL REPEATABLE READ', 'BEGIN'),
  ok('begin-read-only', 'BEGIN READ ONLY', 'BEGIN', { source: 'user guide' }),
  ok(
    'start-read-write',
    'START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ WRITE',
    'START TRANSACTION',
    { source: 'user guide' },
  ),
  refused(
    'set-transaction',
    'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ',
    '0A000',
    SET_TRANSACTION,
  ),
  refused('set-transaction', 'SET TRANSACTION READ ONLY', '0A000', SET_TRANSACTION, {
    id: 'set-transaction-read-only',
    before: ['BEGIN'],
  }),
  refused(
    'set-parameter',
    `SET default_transaction_isolation = 'repeatable read'`,
    '0A000',
    'setting configuration parameter "default_transaction_isolation" not supported',
    { id: 'set-default-isolation' },
  ),
  refused('savepoint', 'SAVEPOINT conf_sp', '0A000', unsupported('SAVEPOINT')),
  refused(
    'rollback-to-savepoint',
    'ROLLBACK TO SAVEPOINT conf_sp',
    '0A000',
    unsupported('ROLLBACK TO'),
  ),
  refused('release-savepoint', 'RELEASE SAVEPOINT conf_sp', '0A000', unsupported('RELEASE'), {
    source: `${NOT_RECORDED}; as SAVEPOINT`,
  }),
  refused(
    'two-phase-commit',
    `PREPARE TRANSACTION 'x'`,
    '0A000',
    unsupported('PREPARE TRANSACTION'),
    {
      source: `${NOT_RECORDED}; as SAVEPOINT`,
    },
  ),
  refused('two-phase-commit', `COMMIT PREPARED 'x'`, '0A000', unsupported('COMMIT PREPARED'), {
    id: 'commit-prepared',
    source: `${NOT_RECORDED}; as SAVEPOINT`,
  }),
  refused('chained-transaction', 'COMMIT AND CHAIN', '0A000', unsupported('AND CHAIN'), {
    before: ['BEGIN'],
    source: `user guide has AND NO CHAIN only; ${NOT_RECORDED}`,
  }),
  ok('commit', 'COMMIT', 'COMMIT', {
    before: ['BEGIN', `INSERT INTO conf_parent (name) VALUES ('tx')`],
  }),
  ok('rollback', 'ROLLBACK', 'ROLLBACK', {
    before: ['BEGIN', `INSERT INTO conf_parent (name) VALUES ('tx')`],
  }),
  ok('commit-no-chain', 'END AND NO CHAIN', 'COMMIT', { before: ['BEGIN'], source: 'user guide' }),
  ok('set-constraints', 'SET CONSTRAINTS ALL DEFERRED', 'SET CONSTRAINTS', { before: ['BEGIN'] }),
  fails('two-ddl', 'CREATE TABLE conf_two_b (id int)', '0A000', MULTIPLE_DDL, {
    before: ['BEGIN', 'CREATE TABLE conf_two_a (id int)'],
    decidedBy: 'TRANSACTION',
  }),
  fails('ddl-then-dml', 'INSERT INTO conf_bulk (id) VALUES (1)', '0A000', DDL_AND_DML, {
    before: ['BEGIN', 'CREATE TABLE conf_ddl_dml (id int)'],
    decidedBy: 'TRANSACTION',
  }),
  fails('dml-then-ddl', 'CREATE TABLE conf_dml_ddl (id int)', '0A000', DDL_AND_DML, {
    before: ['BEGIN', 'INSERT INTO conf_bulk (id) VALUES (1)'],
    decidedBy: 'TRANSACTION',
    source: `${NOT_RECORDED}; as the other order`,
  }),
  fails('grant-is-ddl', 'GRANT SELECT ON conf_idx TO conf_role', '0A000', MULTIPLE_DDL, {
    before: ['BEGIN', 'CREATE TABLE conf_grant_ddl (id int)'],
    decidedBy: 'TRANSACTION',
    source: 'AWS (agent-plugins): GRANT and REVOKE count as DDL',
  }),
  ok('ddl-then-read', 'SELECT 1', 'SELECT 1', {
    before: ['BEGIN', 'CREATE TABLE conf_ddl_read (id int)'],
    source: NOT_RECORDED,
  }),
  fails(
    'several-ddl-in-a-query',
    'CREATE TABLE conf_multi_a (id int); CREATE TABLE conf_multi_b (id int)',
    '0A000',
    MULTIPLE_DDL,
    { decidedBy: 'TRANSACTION' },
  ),
  fails(
    'ddl-then-dml-in-a-query',
    'CREATE TABLE conf_multi_c (id int); INSERT INTO conf_bulk (id) VALUES (1)',
    '0A000',
    DDL_AND_DML,
    { decidedBy: 'TRANSACTION' },
  ),
  fails(
    'table-and-async-index-in-a-query',
    'CREATE TABLE conf_multi_d (id int); CREATE INDEX ASYNC conf_multi_d_idx ON conf_multi_d (id)',
    '0A000',
    MULTIPLE_DDL,
    { decidedBy: 'TRANSACTION', rule: 'create-index-async' },
  ),
  ok('two-selects-in-a-query', 'SELECT 1 AS a; SELECT 2 AS b', 'SELECT 1', { values: [1, 2] }),
  ok(
    'dml-transaction-in-a-query',
    'BEGIN; INSERT INTO conf_bulk (id) VALUES (1); COMMIT',
    'COMMIT',
  ),
  ok(
    'index-transaction-in-a-query',
    'BEGIN; CREATE INDEX ASYNC conf_multi_idx ON conf_no_key (v); COMMIT',
    'COMMIT',
    { rule: 'create-index-async' },
  ),
  fails('aborted', 'SELECT 1', '25P02', ABORTED, {
    before: ['BEGIN', 'TRUNCATE conf_parent'],
    afterFailure: true,
    decidedBy: 'SESSION',
  }),
  fails('aborted-before-refused', 'TRUNCATE conf_parent', '25P02', ABORTED, {
    before: ['BEGIN', 'TRUNCATE conf_parent'],
    afterFailure: true,
    decidedBy: 'SESSION',
  }),
  ok('aborted-commit', 'COMMIT', 'ROLLBACK', {
    before: ['BEGIN', 'SET TRANSACTION READ ONLY'],
    afterFailure: true,
    decidedBy: 'SESSION',
  }),
  ok('aborted-rollback', 'ROLLBACK', 'ROLLBACK', {
    before: ['BEGIN', 'TRUNCATE conf_parent'],
    afterFailure: true,
    decidedBy: 'SESSION',
  }),
  ok('refusal-outside-aborts-nothing', 'SELECT 1', 'SELECT 1', {
    before: ['TRUNCATE conf_parent'],
    afterFailure: true,
  }),
  fails(
    'row-limit',
    'INSERT INTO conf_bulk SELECT generate_series(1, 3001)',
    '54000',
    'transaction row limit exceeded',
    { before: ['BEGIN'], decidedBy: 'SESSION' },
  ),
  fails(
    'row-limit-implicit',
    'INSERT INTO conf_bulk SELECT generate_series(1, 3001)',
    '54000',
    'transaction row limit exceeded',
    { decidedBy: 'SESSION' },
  ),
  ok(
    'row-limit-reached',
    'INSERT INTO conf_bulk SELECT generate_series(1, 3000)',
    'INSERT 0 3000',
    { before: ['BEGIN'] },
  ),
];
