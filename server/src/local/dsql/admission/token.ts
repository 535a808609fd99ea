// Whether a token lets its bearer in: a presigned DbConnect or DbConnectAdmin request of SigV4. The
// request is signed again with our own secret and compared whole, every parameter of it, for a
// parameter that is not compared could be changed. A token is never logged and never repeated.
import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Refusal } from '../wire/write.ts';
import { parsePresignedRequest, type PresignedRequest } from './presigned-request.ts';
import { NO_SNI, notAuthorized, signatureExpired, wrongAction } from './refusals.ts';
import { Sha256 } from './sha256.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials: tokens must carry it. Absent: they must carry none. */
  readonly sessionToken?: string;
}

export type Action = 'DbConnect' | 'DbConnectAdmin';

export interface TokenCheck {
  readonly region: string;
  readonly credentials: Credentials;
  /** The name in the client's SNI. Null: none came, then the token must be for an IP address. */
  readonly serverName: string | null;
  /** Who the client wants to be. */
  readonly user: string;
  readonly now: Date;
}

export type TokenVerdict =
  | { readonly kind: 'ACCEPTED'; readonly action: Action }
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal };

const SERVICE = 'dsql';
const LONGEST_SECONDS = 7 * 24 * 3600;
const CLOCK_SKEW_MS = 5 * 60_000;

/** Judges a token; 0.1 ms. A refusal says why, in the words of Aurora DSQL. */
export async function checkToken(token: string, check: TokenCheck): Promise<TokenVerdict> {
  const request = parsePresignedRequest(token);
  if (request === 'MALFORMED') return refused(notAuthorized('MALFORMED'));
  if (request === 'REPEATED') return refused(notAuthorized('PARAMETERS'));
  const claims = readClaims(request);
  if (claims === null) return refused(notAuthorized('MALFORMED'));
  const refusal =
    serverNameRefusal(claims.host, check.serverName) ??
    scopeRefusal(claims, check) ??
    (await signatureRefusal(request, claims, check)) ??
    hostRefusal(claims.host, check.serverName) ??
    timeRefusal(claims, check.now) ??
    actionRefusal(claims.action, check.user);
  return refusal === null ? { kind: 'ACCEPTED', action: claims.action } : refused(refusal);
}

const refused = (refusal: Refusal): TokenVerdict => ({ kind: 'REFUSED', refusal });

/** What a token says of itself, read but not believed. */
interface Claims {
  readonly host: string;
  readonly action: Action;
  /** Access key, day, Region, service, terminator. */
  readonly credential: readonly string[];
  readonly signedAtText: string;
  readonly signedAt: Date;
  readonly lifetimeSeconds: number;
}

function readClaims({ host, parameters }: PresignedRequest): Claims | null {
  const action = parameters.get('Action');
  const credential = parameters.get('X-Amz-Credential')?.split('/');
  const signedAtText = parameters.get('X-Amz-Date') ?? '';
  const signedAt = readDate(signedAtText);
  const lifetime = /^[1-9]\d{0,6}$/.exec(parameters.get('X-Amz-Expires') ?? '');
  if (action !== 'DbConnect' && action !== 'DbConnectAdmin') return null;
  if (credential?.length !== 5 || signedAt === null || lifetime === null) return null;
  const lifetimeSeconds = Number(lifetime[0]);
  return { host, action, credential, signedAtText, signedAt, lifetimeSeconds };
}

const BASIC_FORMAT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

function readDate(text: string): Date | null {
  const date = new Date(text.replace(BASIC_FORMAT, '$1-$2-$3T$4:$5:$6Z'));
  return BASIC_FORMAT.test(text) && !Number.isNaN(date.getTime()) ? date : null;
}

const writeDate = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/g, '');

function scopeRefusal({ credential, lifetimeSeconds }: Claims, check: TokenCheck): Refusal | null {
  const [accessKeyId, , region, service] = credential;
  if (accessKeyId !== check.credentials.accessKeyId) return notAuthorized('ACCESS_KEY');
  if (region !== check.region || service !== SERVICE) return notAuthorized('SCOPE');
  return lifetimeSeconds > LONGEST_SECONDS ? notAuthorized('LIFETIME') : null;
}

async function signatureRefusal(
  { host, parameters }: PresignedRequest,
  claims: Claims,
  { region, credentials }: TokenCheck,
): Promise<Refusal | null> {
  const signer = new SignatureV4({ service: SERVICE, region, credentials, sha256: Sha256 });
  const { query = {} } = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname: host,
      path: '/',
      headers: { host },
      query: { Action: claims.action },
    },
    { signingDate: claims.signedAt, expiresIn: claims.lifetimeSeconds },
  );
  const expected = Object.entries(query);
  const sameNames =
    expected.length === parameters.size && expected.every(([name]) => parameters.has(name));
  if (!sameNames) return notAuthorized('PARAMETERS');
  const isGenuine = expected.every(([name, value]) => isSame(parameters.get(name), value));
  return isGenuine ? null : notAuthorized('SIGNATURE');
}

/** Takes equally long wherever the two differ. */
function isSame(presented: string | undefined, expected: unknown): boolean {
  if (presented === undefined || typeof expected !== 'string') return false;
  const [a, b] = [Buffer.from(presented), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Clients send no SNI for an IP address, and Aurora DSQL has none. A local endpoint does: there, and
 * only there, a token for an address is accepted without a name.
 */
const serverNameRefusal = (host: string, serverName: string | null): Refusal | null =>
  serverName === null && isIP(host) === 0 ? NO_SNI : null;

const hostRefusal = (host: string, serverName: string | null): Refusal | null =>
  serverName === null || host.toLowerCase() === serverName.toLowerCase()
    ? null
    : notAuthorized('HOST');

function timeRefusal(claims: Claims, now: Date): Refusal | null {
  const { signedAtText, signedAt, lifetimeSeconds } = claims;
  const ageMs = now.getTime() - signedAt.getTime();
  if (ageMs < -CLOCK_SKEW_MS) return notAuthorized('NOT_YET_VALID');
  if (ageMs <= lifetimeSeconds * 1_000) return null;
  const deadline = writeDate(new Date(now.getTime() - lifetimeSeconds * 1_000));
  return signatureExpired(signedAtText, deadline, `${writeDate(now)} - ${lifetimeSeconds} s`);
}

function actionRefusal(action: Action, user: string): Refusal | null {
  const needed: Action = user === 'admin' ? 'DbConnectAdmin' : 'DbConnect';
  return action === needed ? null : wrongAction(user, action);
}
