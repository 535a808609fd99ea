import pg from 'pg';
import { expect, test } from 'vitest';
import { AURORA_DSQL } from '../dsql/dialect.ts';
import { PATIENCE, reconnecting } from './reconnect.ts';

function refusal(code: string, message: string, hint?: string): pg.DatabaseError {
  const error = new pg.DatabaseError(message, message.length, 'error');
  error.code = code;
  if (hint !== undefined) error.hint = hint;
  return error;
}

const DENIED = 'unable to accept connection, access denied';
const EXPIRED = refusal('08006', DENIED, 'Signature expired: 20261125T200000Z');
const WRONG_ACTION = refusal('08006', DENIED, 'Wrong user to action mapping.');
const ASLEEP = refusal('57P03', 'unable to accept connection, waking up cluster');
const RESET = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

/** Fails with these errors in turn, then connects; or always fails with the last one. */
function scripted(errors: readonly Error[], recovers = true) {
  const seen = { opened: 0, renewed: 0 };
  const connect = reconnecting({
    open: () => {
      const error = recovers ? errors[seen.opened] : (errors[seen.opened] ?? errors.at(-1));
      seen.opened += 1;
      return error === undefined ? Promise.resolve('connected') : Promise.reject(error);
    },
    hasIdle: () => false,
    renew: () => (seen.renewed += 1),
    random: () => 0,
    dialect: AURORA_DSQL,
  });
  return { connect, seen };
}

test.each([
  ['a lost connection', RESET],
  ['a cluster that wakes up', ASLEEP],
  ['too many new connections', refusal('53400', 'Unable to accept connection, rate exceeded.')],
])('%s is asked for again, with the same credentials', async (_, error) => {
  const { connect, seen } = scripted([error, error]);
  expect(await connect()).toBe('connected');
  expect(seen).toEqual({ opened: 3, renewed: 0 });
});

test('an expired signature is renewed once, and only once', async () => {
  const once = scripted([EXPIRED]);
  expect(await once.connect()).toBe('connected');
  expect(once.seen).toEqual({ opened: 2, renewed: 1 });
  const forever = scripted([EXPIRED], false);
  await expect(forever.connect()).rejects.toBe(EXPIRED);
  expect(forever.seen).toEqual({ opened: 2, renewed: 1 });
});

test('any other refused access is never asked for again', async () => {
  const { connect, seen } = scripted([WRONG_ACTION], false);
  await expect(connect()).rejects.toBe(WRONG_ACTION);
  expect(seen).toEqual({ opened: 1, renewed: 0 });
});

test('at the limit the last error is thrown, and whoever comes then hears it at once', async () => {
  const { connect, seen } = scripted([RESET], false);
  await expect(connect()).rejects.toBe(RESET);
  const opened = 1 + PATIENCE.SOON.attempts;
  expect(seen.opened).toBe(opened);
  await expect(connect()).rejects.toBe(RESET);
  expect(seen.opened).toBe(opened);
});
