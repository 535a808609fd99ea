// Who is calling, and from which Region's point of view: the request's Signature Version 4, verified
// whole with the SDK's own signer, which signs the same request again.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Credentials } from '../dsql/admission/index.ts';
import { Sha256 } from '../dsql/admission/sha256.ts';
import { MAX_CLOCK_SKEW_MS } from './limits.ts';
import { ServiceFault } from './service-fault.ts';

export interface SignedRequest {
  readonly method: string;
  /** As sent, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const SERVICE = 'dsql';
const FORM =
  /^AWS4-HMAC-SHA256 +Credential=([^/ ,]+)\/(\d{8})\/([a-z0-9-]+)\/([^/ ,]+)\/aws4_request, *SignedHeaders=([^ ,]+), *Signature=([0-9a-f]{64})$/;

/** @returns the Region of the credential scope. @throws ServiceFault in AWS's words */
export async function verifySignature(
  request: SignedRequest,
  credentials: Credentials,
  now: Date,
): Promise<string> {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    throw new ServiceFault('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const [, keyId, date = '', region = '', service, names = '', signature = ''] =
    FORM.exec(authorization) ?? [];
  if (keyId === undefined) {
    throw new ServiceFault(
      'IncompleteSignatureException',
      'The Authorization header is not of the form "AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…"',
    );
  }
  const isKnown = keyId === credentials.accessKeyId;
  if (!isKnown || request.headers['x-amz-security-token'] !== undefined) {
    const message = 'The security token included in the request is invalid.';
    throw new ServiceFault('UnrecognizedClientException', message);
  }
  if (service !== SERVICE)
    throw mismatch("Credential should be scoped to correct service: 'dsql'.");
  const signedAt = readTime(request.headers['x-amz-date'], date);
  checkTime(signedAt, now);
  const headers = signedHeaders(request, names);
  const signer = new SignatureV4({
    service: SERVICE,
    region,
    credentials,
    sha256: Sha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: 'http:',
      hostname: '',
      path: request.path,
      query: queryOf(request.query),
      headers,
      body: request.body,
    },
    { signingDate: signedAt, signableHeaders: new Set(Object.keys(headers)) },
  );
  if (!isSame(signed.headers['authorization'] ?? '', signature)) throw mismatch(MISMATCH);
  return region;
}

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS ' +
  'Secret Access Key and signing method. Consult the service documentation for details.';

function mismatch(message: string): ServiceFault {
  return new ServiceFault('InvalidSignatureException', message);
}

/** The headers that the client says it signed; the host and the time must be among them. */
function signedHeaders({ headers, body }: SignedRequest, names: string): Record<string, string> {
  const signed: Record<string, string> = {};
  for (const name of names.split(';')) {
    const value = headers[name];
    if (typeof value !== 'string') throw mismatch(`The signed header ${name} is not there.`);
    signed[name] = value;
  }
  if (signed['host'] === undefined || signed['x-amz-date'] === undefined) {
    throw mismatch('The headers host and x-amz-date must be signed.');
  }
  const claimed = headers['x-amz-content-sha256'];
  if (claimed !== undefined && claimed !== createHash('sha256').update(body).digest('hex')) {
    throw mismatch('The body does not have the hash of x-amz-content-sha256.');
  }
  return signed;
}

function readTime(value: string | string[] | undefined, day: string): Date {
  const [, ...parts] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(String(value)) ?? [];
  const [year, month, date, hour, minute, second] = parts.map(Number);
  const ms = Date.UTC(year ?? NaN, (month ?? NaN) - 1, date, hour, minute, second);
  if (Number.isNaN(ms) || !String(value).startsWith(day)) {
    throw mismatch('The header x-amz-date must be a time of the day in the credential scope.');
  }
  return new Date(ms);
}

function checkTime(signedAt: Date, now: Date): void {
  const aheadMs = signedAt.getTime() - now.getTime();
  if (aheadMs < -MAX_CLOCK_SKEW_MS) {
    throw mismatch(`Signature expired: ${short(signedAt)} is now earlier than 5 min. ago.`);
  }
  if (aheadMs > MAX_CLOCK_SKEW_MS) {
    throw mismatch(`Signature not yet current: ${short(signedAt)} is still later than in 5 min.`);
  }
}

function short(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function queryOf(query: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
}

function isSame(authorization: string, signature: string): boolean {
  const expected = Buffer.from(authorization.slice(-signature.length));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
