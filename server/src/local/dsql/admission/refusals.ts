// What a client hears when it is not let in, word for word as Aurora DSQL says it where its words
// are known; each is FATAL. One table, so that a text is never written twice.
// Sources: the troubleshooting and quota pages of the Aurora DSQL user guide, PostgreSQL 16.
import type { Refusal } from '../wire/write.ts';

const accessDenied = (hint: string): Refusal => ({
  code: '08006',
  message: 'unable to accept connection, access denied',
  hint,
});

/** Why a token is not accepted, for the developer at the other end; never a part of the token. */
const NOT_AUTHORIZED = {
  MALFORMED: 'The password is not a presigned request for DbConnect or DbConnectAdmin.',
  PARAMETERS: 'A parameter of the token is missing, repeated or unknown.',
  ACCESS_KEY: 'The access key of the token is not known here.',
  SCOPE: 'The token was signed for another Region or another service.',
  SIGNATURE: 'The signature of the token does not match: check the secret access key.',
  HOST: 'The token was signed for another host than the one that was connected to.',
  ROLE: 'The role may not be used by this identity: see AWS IAM GRANT.',
  LIFETIME: 'X-Amz-Expires of a token may be 1 to 604800 seconds.',
  NOT_YET_VALID: 'The token is dated in the future: check the clock of the client.',
} as const;

export const notAuthorized = (reason: keyof typeof NOT_AUTHORIZED): Refusal =>
  accessDenied(`User is not authorized to connect. ${NOT_AUTHORIZED[reason]}`);

/** @param signedAt, deadline as X-Amz-Date; @param span the rest of the sentence */
export const signatureExpired = (signedAt: string, deadline: string, span: string): Refusal =>
  accessDenied(`Signature expired: ${signedAt} is now earlier than ${deadline} (${span})`);

export const wrongAction = (user: string, action: string): Refusal =>
  accessDenied(`Wrong user to action mapping. user: ${user}, action: ${action}`);

/** The SQLSTATE is not documented: that of every other connection refused. */
export const NO_SNI: Refusal = {
  code: '08006',
  message: 'unable to accept connection, sni was not received',
};

/** The SQLSTATE is not documented: PostgreSQL's "cannot connect now", which means "try again". */
export const WAKING_UP: Refusal = {
  code: '57P03',
  message: 'unable to accept connection, waking up cluster, please retry later',
};

export const TOO_MANY_CONNECTIONS: Refusal = {
  code: '53300',
  message: 'Unable to accept connection, too many open connections.',
};

export const CONNECTION_RATE_EXCEEDED: Refusal = {
  code: '53400',
  message: 'Unable to accept connection, rate exceeded.',
};

export const TLS_REQUIRED: Refusal = {
  code: '28000',
  message: 'unable to accept connection, TLS is required',
  hint: 'Connect with sslmode=verify-full and the certificate of the authority.',
};

export const REPLICATION: Refusal = {
  code: '0A000',
  message: 'replication connections are not supported',
};

export const NO_USER: Refusal = {
  code: '28000',
  message: 'no PostgreSQL user name specified in startup packet',
};

export const INVALID_UTF8: Refusal = {
  code: '22021',
  message: 'invalid byte sequence for encoding "UTF8"',
};

export const noSuchDatabase = (name: string): Refusal => ({
  code: '3D000',
  message: `database "${name}" does not exist`,
});

export const unsupportedProtocol = (major: number, minor: number): Refusal => ({
  code: '0A000',
  message: `unsupported frontend protocol ${major}.${minor}: server supports 3.0 to 3.0`,
});

/** A message that breaks the protocol. */
export const protocolViolation = (message: string): Refusal => ({ code: '08P01', message });
