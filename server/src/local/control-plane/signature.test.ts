// Only calls that are signed with the cloud's own credentials are answered, whole and in time.
import { createHash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, describe, expect, it } from 'vitest';
import { Sha256 } from '../dsql/admission/sha256.ts';
import { CREDENTIALS, faultOf, openTestPlane, type TestPlane } from './testing.ts';

let test: TestPlane;
afterEach(() => test.close());

interface Change {
  readonly service?: string;
  readonly path?: string;
  readonly atMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of what is sent, after signing. */
  readonly tamper?: (request: { path: string; headers: Record<string, string> }) => void;
}

async function send({ service = 'dsql', path = '/cluster', ...change }: Change = {}) {
  const { host, hostname } = new URL(test.plane.url);
  const signer = new SignatureV4({
    service,
    region: 'us-east-1',
    credentials: CREDENTIALS,
    sha256: Sha256,
  });
  const unsigned = { host, ...change.headers };
  const signed = await signer.sign(
    { method: 'GET', protocol: 'http:', hostname, path, headers: unsigned },
    { signingDate: new Date(change.atMs ?? Date.now()) },
  );
  const request = { path, headers: { ...signed.headers } };
  change.tamper?.(request);
  const response = await fetch(`${test.plane.url}${request.path}`, { headers: request.headers });
  const { message } = (await response.json()) as { message?: string };
  const name = response.headers.get('x-amzn-errortype');
  return { status: response.status, name, message };
}

const MISMATCH = { status: 403, name: 'InvalidSignatureException' };

describe('signatures', () => {
  it('that are genuine are accepted', async () => {
    test = await openTestPlane();
    expect(await send()).toEqual({ status: 200, name: null, message: undefined });
  });

  it('by another key or secret are refused in AWS’s words', async () => {
    test = await openTestPlane();
    const other = (credentials: typeof CREDENTIALS & { sessionToken?: string }) =>
      faultOf(test.client('us-east-1', { credentials }).listClusters({}));
    const unknown = {
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
      status: 403,
    };
    expect(await other({ ...CREDENTIALS, accessKeyId: 'AKIAOTHER' })).toEqual(unknown);
    expect(await other({ ...CREDENTIALS, sessionToken: 'session' })).toEqual(unknown);
    expect(await other({ ...CREDENTIALS, secretAccessKey: 'wrong' })).toMatchObject({
      ...MISMATCH,
      message: expect.stringMatching(
        /^The request signature we calculated does not match/,
      ) as string,
    });
  });

  it.each<[string, Change]>([
    ['another path', { tamper: (request) => (request.path = `/cluster/${'a'.repeat(26)}`) }],
    ['an added query', { tamper: (request) => (request.path = '/cluster?max-results=5') }],
    [
      'another signed header',
      { headers: { 'x-extra': 'a' }, tamper: ({ headers }) => (headers['x-extra'] = 'b') },
    ],
    [
      'another hash of the body',
      {
        headers: { 'x-amz-content-sha256': createHash('sha256').update('other').digest('hex') },
      },
    ],
    [
      'no signed header',
      { headers: { 'x-extra': 'a' }, tamper: ({ headers }) => delete headers['x-extra'] },
    ],
    ['another service', { service: 'dynamodb' }],
    ['a time too long ago', { atMs: Date.now() - 301_000 }],
    ['a time too far ahead', { atMs: Date.now() + 330_000 }],
  ])('with %s are refused', async (_, change) => {
    test = await openTestPlane({ now: () => new Date() });
    expect(await send(change)).toMatchObject(MISMATCH);
  });

  it('that are missing or misshapen are refused', async () => {
    test = await openTestPlane();
    const drop = ({ headers }: { headers: Record<string, string> }) => {
      delete headers['authorization'];
    };
    expect(await send({ tamper: drop })).toEqual({
      status: 403,
      name: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
    const bend = ({ headers }: { headers: Record<string, string> }) => {
      headers['authorization'] = 'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE';
    };
    expect(await send({ tamper: bend })).toMatchObject({ name: 'IncompleteSignatureException' });
  });
});
