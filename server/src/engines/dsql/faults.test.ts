import pg from 'pg';
import { expect, test } from 'vitest';
import { conflictCode, isDuplicate, mayHaveCommitted, NotCommitted } from './faults.ts';

function fromServer(code: string, message: string): pg.DatabaseError {
  const error = new pg.DatabaseError(message, message.length, 'error');
  error.code = code;
  return error;
}

function fromSocket(code: string): Error {
  return Object.assign(new Error(`write ${code}`), { code });
}

test('only SQLSTATE 40001 is a conflict; its marker is recorded', () => {
  const codes = [
    fromServer('40001', 'change conflicts with another transaction (OC000)'),
    fromServer('40001', 'schema has been updated by another transaction (OC001)'),
    fromServer('40001', 'could not serialize access due to concurrent update'),
    fromServer('XX000', 'change conflicts with another transaction (OC000)'),
    fromServer('40P01', 'deadlock detected'),
    fromSocket('EPIPE'),
    '40001',
  ].map(conflictCode);
  expect(codes).toEqual(['40001 OC000', '40001 OC001', '40001', null, null, null, null]);
});

test('only SQLSTATE 23505 is a duplicate', () => {
  const errors = [fromServer('23505', 'duplicate key'), fromServer('23503', 'no such key')];
  expect(errors.map(isDuplicate)).toEqual([true, false]);
});

test('a COMMIT that ended with an error may have happened, unless the server was certain', () => {
  const uncertain = [
    fromServer('XX000', 'server unavailable'),
    fromServer('57P01', 'terminating connection due to administrator command'),
    fromServer('08006', 'connection failure'),
    fromServer('40003', 'statement completion unknown'),
    fromSocket('EPIPE'),
    fromSocket('ECONNRESET'),
    new Error('Connection terminated unexpectedly'),
    new Error('Query read timeout'),
  ];
  const certain = [
    fromServer('40001', 'change conflicts with another transaction (OC000)'),
    fromServer('40P01', 'deadlock detected'),
    fromServer('23505', 'duplicate key'),
    fromServer('25P02', 'current transaction is aborted'),
    fromServer('54000', 'transaction row limit exceeded'),
    new NotCommitted('COMMIT was answered with ROLLBACK'),
  ];
  expect(uncertain.map(mayHaveCommitted)).toEqual(uncertain.map(() => true));
  expect(certain.map(mayHaveCommitted)).toEqual(certain.map(() => false));
});
