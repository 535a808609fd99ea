// Where PostgreSQL is, for the engines of its isolation levels: embedded, or at an address. The lab
// opens them when it needs them, so these settings always have an effect. The address may hold a
// password, and is never repeated in a message.
import { isLoopback } from '../loopback.ts';
import { readRegions } from './addresses.ts';
import { readCertificate } from './certificate.ts';
import type { Settings } from './settings.ts';

export interface PostgresAddress {
  /** A host name or address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Null: as pg finds one, or none is needed. */
  readonly password: string | null;
  readonly database: string;
  /** Null: plain, over a socket or on this machine. The authorities in PEM; null: Node's own. */
  readonly tls: { readonly ca: string | null } | null;
}

export type PostgresConfig = (
  | { readonly kind: 'EMBEDDED' }
  | { readonly kind: 'REMOTE'; readonly deployment: 'EXTERNAL'; readonly address: PostgresAddress }
) & {
  /** A name for where it stands: it has one. */
  readonly region: string;
};

const NAME = 'POSTGRES_URL';
const EXAMPLE = 'postgresql://user:password@host:5432/database';
const DEFAULT_PORT = 5432;
const DEFAULT_REGION = 'us-east-1';
/** pg means the same by all of these: TLS, verified with the host's name. */
const VERIFIED = ['prefer', 'require', 'verify-ca', 'verify-full'];
const PARAMETERS = ['host', 'sslmode', 'sslrootcert'];

export function readPostgres(settings: Settings): PostgresConfig {
  const region = readRegion(settings);
  const given = settings.given(NAME);
  if (given === null) return { kind: 'EMBEDDED', region };
  const address = readAddress(settings, given);
  return { kind: 'REMOTE', deployment: 'EXTERNAL', address, region };
}

function readRegion(settings: Settings): string {
  if (settings.given('POSTGRES_REGION') === null) return DEFAULT_REGION;
  return readRegions(settings, 'POSTGRES_REGION', 1)[0] ?? DEFAULT_REGION;
}

const NOWHERE = { host: '', port: DEFAULT_PORT, user: '', password: null, database: '', tls: null };

/** @returns an address of no use when it was refused */
function readAddress(settings: Settings, given: string): PostgresAddress {
  const url = parse(given);
  if (url === null) {
    settings.refuse(`${NAME} must be an address as in ${EXAMPLE}, with a user and a database.`);
    return NOWHERE;
  }
  const unknown = [...url.searchParams.keys()].filter((key) => !PARAMETERS.includes(key));
  if (unknown.length > 0) {
    settings.refuse(`${NAME} may set ${PARAMETERS.join(', ')}, not ${unknown.join(', ')}.`);
  }
  const host = url.searchParams.get('host') ?? decoded(url.hostname).replace(/^\[(.+)\]$/, '$1');
  return {
    host,
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    user: decoded(url.username),
    password: url.password === '' ? null : decoded(url.password),
    database: decoded(url.pathname.slice(1)),
    tls: readTls(settings, host, url.searchParams),
  };
}

function parse(given: string): URL | null {
  // A socket's folder comes in ?host=; then the place of the host is empty, which no URL may have.
  const text = given.replace('@/', '@localhost/');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['postgresql:', 'postgres:'].includes(url.protocol)) return null;
  const parts = [url.hostname, url.username, url.password, url.pathname.slice(1)];
  if (!parts.every(isDecodable)) return null;
  const isWhole = url.hostname !== '' && url.username !== '' && url.pathname.length > 1;
  return isWhole && url.port !== '0' ? url : null;
}

function readTls(
  settings: Settings,
  host: string,
  parameters: URLSearchParams,
): PostgresAddress['tls'] {
  const isSocket = host.startsWith('/');
  const isHere = isSocket || isLoopback(host);
  const mode = parameters.get('sslmode') ?? (isHere ? 'disable' : 'verify-full');
  const file = parameters.get('sslrootcert');
  if (VERIFIED.includes(mode) && !isSocket) {
    return { ca: file === null ? null : readCertificate(settings, `sslrootcert of ${NAME}`, file) };
  }
  if (mode !== 'disable' || !isHere) settings.refuse(`sslmode of ${NAME} ${allowed(isSocket)}.`);
  if (file !== null) settings.refuse(`sslrootcert of ${NAME} is set, but there is no TLS.`);
  return null;
}

function allowed(isSocket: boolean): string {
  if (isSocket) return 'must be disable: a Unix socket has no TLS';
  return `must be one of ${VERIFIED.join(', ')} (each is verified in full), or disable on this machine`;
}

const decoded = decodeURIComponent;

function isDecodable(text: string): boolean {
  try {
    decoded(text);
    return true;
  } catch {
    return false;
  }
}
