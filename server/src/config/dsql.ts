// Where Aurora DSQL is: in the embedded cloud, or at endpoints that the settings name. Only a host
// of AWS is called AWS.
import { hasRepeats, parseHost, readByRegion, type HostAddress } from './addresses.ts';
import { readCertificate } from './certificate.ts';
import type { Settings } from './settings.ts';

export type Conflicts = 'commit' | 'native';

export interface EmbeddedDsqlConfig {
  readonly kind: 'EMBEDDED';
  readonly regions: readonly string[];
  /** When the loser of a conflict hears of it: at COMMIT, or as PostgreSQL tells it. */
  readonly conflicts: Conflicts;
  /** Between the Regions, paid by each writing COMMIT. */
  readonly commitDelayMs: number;
}

export interface RemoteDsqlConfig {
  readonly kind: 'REMOTE';
  readonly deployment: 'AWS' | 'EXTERNAL';
  readonly endpoints: readonly (HostAddress & { readonly region: string })[];
  /** PEM of the authorities that are trusted; null: Node's own. */
  readonly ca: string | null;
}

export type DsqlConfig = (EmbeddedDsqlConfig | RemoteDsqlConfig) & {
  /** Who buys; null: admin, who also makes the tables. */
  readonly role: string | null;
};

const EMBEDDED_REGIONS = ['us-east-1', 'us-east-2'];
const EMBEDDED_ONLY = ['WORLDSEAT_DSQL_CONFLICTS', 'WORLDSEAT_COMMIT_DELAY_MS'];
/** A cluster has one endpoint, or two of them in two Regions. */
const MAX_ENDPOINTS = 2;
const DEFAULT_PORT = 5432;
const ROLE = /^[a-z_][a-z0-9_]{0,62}$/;

export function readDsql(settings: Settings): DsqlConfig {
  const role = readRole(settings);
  if (settings.given('DSQL_ENDPOINTS') === null) {
    settings.refuseGiven(['DSQL_CA_FILE'], 'DSQL_ENDPOINTS is not; set both or neither');
    return { ...readEmbedded(settings), role };
  }
  settings.refuseGiven(
    EMBEDDED_ONLY,
    'DSQL_ENDPOINTS is set too, and it is a setting of the embedded cloud; unset one of them',
  );
  return { ...readRemote(settings), role };
}

function readEmbedded(settings: Settings): EmbeddedDsqlConfig {
  return {
    kind: 'EMBEDDED',
    regions: EMBEDDED_REGIONS,
    conflicts: settings.oneOf('WORLDSEAT_DSQL_CONFLICTS', 'commit', ['commit', 'native']),
    commitDelayMs: settings.whole('WORLDSEAT_COMMIT_DELAY_MS', 10, 0, 10_000),
  };
}

function readRemote(settings: Settings): RemoteDsqlConfig {
  const name = 'DSQL_ENDPOINTS';
  const pairs = readByRegion(settings, name, MAX_ENDPOINTS, 'host:5432');
  const endpoints = pairs.flatMap(([region, text]) => {
    const address = parseHost(text, DEFAULT_PORT);
    if (address === null) {
      settings.refuse(`${name} must name a host or host:port for ${region}, not "${text}".`);
      return [];
    }
    const real = regionOfHost(address.host);
    if (real !== null && real !== region) {
      settings.refuse(`${name} names a host of ${real} for ${region}: ${address.host}.`);
    }
    return [{ region, ...address }];
  });
  if (hasRepeats(endpoints.map(({ host, port }) => `${host}:${port}`))) {
    settings.refuse(`${name} names one address twice; each Region has an endpoint of its own.`);
  }
  const isAws = endpoints.every(({ host }) => host.endsWith('.on.aws'));
  const deployment = isAws ? 'AWS' : 'EXTERNAL';
  return { kind: 'REMOTE', deployment, endpoints, ca: readCa(settings) };
}

/** The Region that AWS writes into an endpoint's name; null when it is no such name. */
function regionOfHost(host: string): string | null {
  return /\.dsql(?:-[a-z0-9]+)?\.([a-z0-9-]+)\.on\.aws$/.exec(host)?.[1] ?? null;
}

function readRole(settings: Settings): string | null {
  const given = settings.given('DSQL_ROLE');
  if (given === null) return null;
  if (!ROLE.test(given) || given === 'admin') {
    settings.refuse(
      `DSQL_ROLE must be a role other than admin (a-z, 0-9, _; at most 63), not "${given}".`,
    );
  }
  return given;
}

function readCa(settings: Settings): string | null {
  const given = settings.given('DSQL_CA_FILE');
  return given === null ? null : readCertificate(settings, 'DSQL_CA_FILE', given);
}
