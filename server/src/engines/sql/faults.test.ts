import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { AURORA_DSQL } from '../dsql/dialect.ts';
import { codeOf, faultKind, messageOf, NotCommitted, RULES, type FaultKind } from './faults.ts';

function fromServer(code: string, message: string, hint?: string): pg.DatabaseError {
  const error = new pg.DatabaseError(message, message.length, 'error');
  error.code = code;
  if (hint !== undefined) error.hint = hint;
  return error;
}

function fromSocket(code: string): Error {
  return Object.assign(new Error(`write ${code}`), { code });
}

const DENIED = 'unable to accept connection, access denied';
const ASLEEP = 'unable to accept connection, waking up cluster, please retry later';

/** For each kind, errors as they come: from the server, from the socket, from pg. */
const EXAMPLES: Readonly<Record<FaultKind, readonly unknown[]>> = {
  CONFLICT: [
    fromServer('40001', 'change conflicts with another transaction (OC000)'),
    fromServer('40001', 'schema has been updated by another transaction (OC001)'),
    fromServer('40001', 'could not serialize access due to concurrent update'),
    fromServer('40P01', 'deadlock detected'),
  ],
  DUPLICATE: [fromServer('23505', 'duplicate key value violates unique constraint')],
  UNAVAILABLE: [fromServer('XX000', 'server unavailable')],
  WAKING_UP: [
    fromServer('57P03', ASLEEP),
    fromServer('08006', ASLEEP),
    fromServer('57P03', 'the database system is starting up'),
  ],
  CROWDED: [
    fromServer('53300', 'Unable to accept connection, too many open connections.'),
    fromServer('53400', 'Unable to accept connection, rate exceeded.'),
  ],
  SIGNATURE_EXPIRED: [
    fromServer('08006', DENIED, 'Signature expired: 20261125T200000Z is now earlier than …'),
  ],
  ACCESS_DENIED: [
    fromServer('08006', DENIED, 'Wrong user to action mapping. user: admin, action: DbConnect'),
    fromServer('08006', DENIED),
    fromServer('28000', 'role "buyer" is not permitted to log in'),
  ],
  LIMIT: [fromServer('54000', 'transaction row limit exceeded')],
  UNSUPPORTED: [fromServer('0A000', 'unsupported statement: Truncate')],
  MASKED: [
    fromServer('25P02', 'current transaction is aborted'),
    new NotCommitted('COMMIT was answered with ROLLBACK'),
  ],
  LOST: [
    fromSocket('ECONNRESET'),
    fromSocket('ECONNREFUSED'),
    fromSocket('EPIPE'),
    new Error('Connection terminated unexpectedly'),
    fromServer('57P01', 'terminating connection due to administrator command'),
  ],
  REFUSED: [
    fromServer('40002', 'transaction integrity constraint violation'),
    fromServer('23503', 'no such key'),
  ],
  UNKNOWN: [
    fromServer('40003', 'statement completion unknown'),
    fromServer('42P01', 'relation "seats" does not exist'),
    new Error('Query read timeout'),
    new Error('timeout exceeded when trying to connect'),
    new Error('ON CONFLICT must serialize concurrent OC000'),
    Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    '40001',
  ],
};

test.each(Object.entries(EXAMPLES))('%s is told from every other kind', (kind, errors) => {
  expect(errors.map((error) => faultKind(error, AURORA_DSQL))).toEqual(errors.map(() => kind));
});

test('what Aurora DSQL says in its own words means nothing special elsewhere', () => {
  const plain = { kindOf: () => null, markerOf: () => null };
  const [conflict] = EXAMPLES.CONFLICT;
  const asleep = fromServer('08006', ASLEEP);
  const [expired] = EXAMPLES.SIGNATURE_EXPIRED;
  expect([conflict, asleep, expired].map((error) => faultKind(error, plain))).toEqual([
    'CONFLICT',
    'ACCESS_DENIED',
    'ACCESS_DENIED',
  ]);
  expect(codeOf(conflict, plain)).toBe('40001');
});

describe('what follows', () => {
  const kindsWith = <Moment extends keyof (typeof RULES)[FaultKind]>(
    moment: Moment,
    answer: (typeof RULES)[FaultKind][Moment],
  ): string[] => {
    const rules = Object.entries(RULES);
    return rules.filter(([, rule]) => rule[moment] === answer).map(([kind]) => kind);
  };

  test('an order is run again only after a refusal, and never once its COMMIT is in doubt', () => {
    expect(kindsWith('running', 'AGAIN')).toEqual(['CONFLICT']);
    expect(kindsWith('running', 'AGAIN_HERE')).toEqual(['UNAVAILABLE']);
    expect(kindsWith('committing', 'AGAIN')).toEqual(['CONFLICT']);
  });

  test('at COMMIT every error is in doubt but those that say what became of it', () => {
    const certain = ['CONFLICT', 'DUPLICATE', 'LIMIT', 'UNSUPPORTED', 'MASKED', 'REFUSED'];
    const doubtful = Object.keys(RULES).filter((kind) => !certain.includes(kind));
    expect(kindsWith('committing', 'INDETERMINATE')).toEqual(doubtful);
  });

  test('a connection is asked for again only when that can help', () => {
    expect(kindsWith('connecting', 'SOON')).toEqual(['CONFLICT', 'LOST']);
    expect(kindsWith('connecting', 'LATER')).toEqual(['UNAVAILABLE', 'WAKING_UP', 'CROWDED']);
    expect(kindsWith('connecting', 'RENEWED')).toEqual(['SIGNATURE_EXPIRED']);
  });

  test('what may be done twice is done again after a conflict, a blip or a loss', () => {
    expect(kindsWith('repeatable', 'AGAIN')).toEqual(['CONFLICT', 'UNAVAILABLE', 'LOST']);
  });
});

test('a receipt records SQLSTATE and marker; a fault carries the hint', () => {
  const codes = [...EXAMPLES.CONFLICT, ...EXAMPLES.UNAVAILABLE, fromSocket('EPIPE')].map((error) =>
    codeOf(error, AURORA_DSQL),
  );
  expect(codes).toEqual([
    '40001 OC000',
    '40001 OC001',
    '40001',
    '40P01',
    'XX000',
    'connection lost',
  ]);
  expect(messageOf(EXAMPLES.ACCESS_DENIED[0])).toBe(
    `${DENIED} (Wrong user to action mapping. user: admin, action: DbConnect)`,
  );
});
