// Tokens as AWS's own libraries make them, accepted; and with anything about them changed, refused,
// each in its words. The clock is the test's.
import { createHash, createHmac } from 'node:crypto';
import { DsqlSigner } from '@aws-sdk/dsql-signer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkToken, type TokenCheck, type TokenVerdict } from './token.ts';

const HOST = 'abcdefghijklmnopqrstuvwxyz.dsql.us-east-1.on.aws';
const NOW = new Date('2026-09-30T12:00:00Z');
const CREDENTIALS = { accessKeyId: 'AKIAWORLDSEAT', secretAccessKey: 'a secret of the tests' };
const CHECK: TokenCheck = {
  region: 'us-east-1',
  credentials: CREDENTIALS,
  serverName: HOST,
  user: 'admin',
  now: NOW,
};

beforeAll(() => vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterAll(() => vi.useRealTimers());

type SignerOptions = Partial<ConstructorParameters<typeof DsqlSigner>[0]>;
const signer = (options: SignerOptions = {}) =>
  new DsqlSigner({ hostname: HOST, region: 'us-east-1', credentials: CREDENTIALS, ...options });
const adminToken = (options?: SignerOptions) => signer(options).getDbConnectAdminAuthToken();

const denied = (hint: string): TokenVerdict => ({
  kind: 'REFUSED',
  refusal: { code: '08006', message: 'unable to accept connection, access denied', hint },
});
const unauthorized = (reason: string) => denied(`User is not authorized to connect. ${reason}`);
const MALFORMED = unauthorized(
  'The password is not a presigned request for DbConnect or DbConnectAdmin.',
);
const PARAMETERS = unauthorized('A parameter of the token is missing, repeated or unknown.');
const SIGNATURE = unauthorized(
  'The signature of the token does not match: check the secret access key.',
);
const NO_SNI: TokenVerdict = {
  kind: 'REFUSED',
  refusal: { code: '08006', message: 'unable to accept connection, sni was not received' },
};

describe('accepted', () => {
  test('a token of the signer: admin with DbConnectAdmin, anyone else with DbConnect', async () => {
    const admin = await checkToken(await adminToken(), CHECK);
    const other = await checkToken(await signer().getDbConnectAuthToken(), {
      ...CHECK,
      user: 'app',
    });
    expect([admin, other]).toEqual([
      { kind: 'ACCEPTED', action: 'DbConnectAdmin' },
      { kind: 'ACCEPTED', action: 'DbConnect' },
    ]);
  });

  test('a token of botocore 1.43, recorded, with a session token', async () => {
    const recorded =
      '127.0.0.1/?Action=DbConnectAdmin&X-Amz-Algorithm=AWS4-HMAC-SHA256' +
      '&X-Amz-Credential=AKIDEXAMPLE%2F20261125%2Fus-east-1%2Fdsql%2Faws4_request' +
      '&X-Amz-Date=20261125T205533Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host' +
      '&X-Amz-Security-Token=a%2Bb%2Fc%3D' +
      '&X-Amz-Signature=6e34f5a135055b9e8ec8a295b5e31a7bda2b088745d2e94ee2dcf2a9ee59dc78';
    const temporary = {
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'secret',
      sessionToken: 'a+b/c=',
    };
    const now = new Date('2026-11-25T21:00:00Z');
    const check = { ...CHECK, credentials: temporary, serverName: null, now };
    expect(await checkToken(recorded, check)).toEqual({
      kind: 'ACCEPTED',
      action: 'DbConnectAdmin',
    });
  });

  test('without a slash before the question mark, in any order, host names in any case', async () => {
    const token = await adminToken();
    const [host = '', query = ''] = token.split('/?');
    const reversed = `${host}/?${query.split('&').reverse().join('&')}`;
    const serverName = HOST.toUpperCase();
    const verdicts = await Promise.all(
      [`${host}?${query}`, reversed, token].map((text) =>
        checkToken(text, { ...CHECK, serverName }),
      ),
    );
    expect(verdicts).toEqual(Array(3).fill({ kind: 'ACCEPTED', action: 'DbConnectAdmin' }));
  });

  test('for a whole week, to the second, and five minutes ahead of our clock', async () => {
    const week = await adminToken({ expiresIn: 604_800 });
    const token = await adminToken();
    const at = (text: string, seconds: number) =>
      checkToken(text, { ...CHECK, now: new Date(NOW.getTime() + seconds * 1_000) });
    const verdicts = await Promise.all([at(week, 604_800), at(token, 900), at(token, -300)]);
    expect(verdicts.map(({ kind }) => kind)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
  });

  test('for an IP address without SNI, which no client sends for one', async () => {
    const verdicts = await Promise.all(
      ['127.0.0.1', '::1'].map(async (hostname) =>
        checkToken(await adminToken({ hostname }), { ...CHECK, serverName: null }),
      ),
    );
    expect(verdicts.map(({ kind }) => kind)).toEqual(['ACCEPTED', 'ACCEPTED']);
  });
});

describe('refused, each in its words', () => {
  test('expired', async () => {
    const now = new Date(NOW.getTime() + 901_000);
    expect(await checkToken(await adminToken(), { ...CHECK, now })).toEqual(
      denied(
        'Signature expired: 20260930T120000Z is now earlier than 20260930T120001Z ' +
          '(20260930T121501Z - 900 s)',
      ),
    );
  });

  test('dated in the future', async () => {
    const now = new Date(NOW.getTime() - 301_000);
    expect(await checkToken(await adminToken(), { ...CHECK, now })).toEqual(
      unauthorized('The token is dated in the future: check the clock of the client.'),
    );
  });

  test('the action of another user', async () => {
    const user = 'app';
    const verdicts = await Promise.all([
      checkToken(await signer().getDbConnectAuthToken(), CHECK),
      checkToken(await adminToken(), { ...CHECK, user }),
    ]);
    expect(verdicts).toEqual([
      denied('Wrong user to action mapping. user: admin, action: DbConnect'),
      denied('Wrong user to action mapping. user: app, action: DbConnectAdmin'),
    ]);
  });

  test('no SNI and a token for a name, whatever else is wrong with it', async () => {
    const check = { ...CHECK, serverName: null };
    const verdicts = await Promise.all(
      [
        adminToken(),
        adminToken({ hostname: 'localhost' }),
        adminToken({ region: 'eu-west-1' }),
      ].map(async (token) => checkToken(await token, check)),
    );
    expect(verdicts).toEqual([NO_SNI, NO_SNI, NO_SNI]);
  });

  test('another host, Region, access key, secret, session token', async () => {
    const SCOPE = unauthorized('The token was signed for another Region or another service.');
    const HOST_REFUSED = unauthorized(
      'The token was signed for another host than the one that was connected to.',
    );
    const ACCESS_KEY = unauthorized('The access key of the token is not known here.');
    const temporary = { ...CREDENTIALS, sessionToken: 'of a role' };
    const judge = async (options: SignerOptions, check: Partial<TokenCheck> = {}) =>
      checkToken(await adminToken(options), { ...CHECK, ...check });
    expect([
      await judge({ hostname: 'localhost' }),
      await judge({ hostname: '127.0.0.1' }),
      await judge({ hostname: `${HOST}:5432` }),
      await judge({ region: 'us-east-2' }),
      await judge({ credentials: { ...CREDENTIALS, accessKeyId: 'AKIAOTHER' } }),
      await judge({ credentials: { ...CREDENTIALS, secretAccessKey: 'another' } }),
      await judge({ credentials: temporary }),
      await judge({}, { credentials: temporary }),
      await judge({ credentials: temporary }, { credentials: { ...temporary, sessionToken: 'x' } }),
      await judge({ credentials: temporary }, { credentials: temporary }),
    ]).toEqual([
      HOST_REFUSED,
      HOST_REFUSED,
      HOST_REFUSED,
      SCOPE,
      ACCESS_KEY,
      SIGNATURE,
      PARAMETERS,
      PARAMETERS,
      SIGNATURE,
      { kind: 'ACCEPTED', action: 'DbConnectAdmin' },
    ]);
  });

  test('rightly signed, but for another service, for too long, or for another action', async () => {
    const sign = (changes: Partial<Claims>) => checkToken(signByHand(changes), CHECK);
    const LIFETIME = unauthorized('X-Amz-Expires of a token may be 1 to 604800 seconds.');
    expect([
      await sign({}),
      await sign({ service: 'rds-db' }),
      await sign({ expires: '604801' }),
      await sign({ expires: '0' }),
      await sign({ expires: '900.0' }),
      await sign({ action: 'GetCluster' }),
      await sign({ date: '20260931T120000Z' }),
      await sign({ date: '2026-09-30' }),
    ]).toEqual([
      { kind: 'ACCEPTED', action: 'DbConnectAdmin' },
      unauthorized('The token was signed for another Region or another service.'),
      LIFETIME,
      MALFORMED,
      MALFORMED,
      MALFORMED,
      SIGNATURE,
      MALFORMED,
    ]);
  });

  test('texts that are no token', async () => {
    const token = await adminToken();
    const texts = ['', 'secret', `https://${token}`, `${token}\n`, `${token}&`, `${token}&=x`];
    const more = [`${token}&%zz=1`, `${token}&é=1`, `/?${token}`, token.replace('?', '')];
    const verdicts = await Promise.all([...texts, ...more].map((text) => checkToken(text, CHECK)));
    expect(verdicts).toEqual(verdicts.map(() => MALFORMED));
  });
});

interface Claims {
  readonly action: string;
  readonly service: string;
  readonly date: string;
  readonly expires: string;
}

/** SigV4 written out, for requests that the signer would not make. */
function signByHand(changes: Partial<Claims>): string {
  const claims = { action: 'DbConnectAdmin', service: 'dsql', date: '20260930T120000Z' };
  const { action, service, date, expires } = { ...claims, expires: '900', ...changes };
  const hmac = (key: string | Buffer, data: string) =>
    createHmac('sha256', key).update(data).digest();
  const sha = (data: string) => createHash('sha256').update(data).digest('hex');
  const day = date.slice(0, 8);
  const scope = `${day}/us-east-1/${service}/aws4_request`;
  const credential = encodeURIComponent(`${CREDENTIALS.accessKeyId}/${scope}`);
  const query =
    `Action=${action}&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}` +
    `&X-Amz-Date=${date}&X-Amz-Expires=${expires}&X-Amz-SignedHeaders=host`;
  const request = `GET\n/\n${query}\nhost:${HOST}\n\nhost\n${sha('')}`;
  const toSign = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha(request)}`;
  const key = [day, 'us-east-1', service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${CREDENTIALS.secretAccessKey}`,
  );
  return `${HOST}/?${query}&X-Amz-Signature=${hmac(key, toSign).toString('hex')}`;
}
