// Where the Global Tables are: in the embedded cloud, on AWS, or at stand-ins that the settings
// name, and which of the two consistency modes they have.
import { readByRegion, readRegions } from './addresses.ts';
import type { Settings } from './settings.ts';
import { REGION_SETS, witnessOf } from './strong-regions.ts';

export type Consistency = 'EVENTUAL' | 'STRONG';

export interface EmbeddedDynamoDbConfig {
  readonly kind: 'EMBEDDED';
  readonly regions: readonly string[];
  readonly replicationLagMs: number;
  readonly replicationJitterMs: number;
}

export interface RemoteDynamoDbConfig {
  readonly kind: 'REMOTE';
  readonly deployment: 'AWS' | 'EXTERNAL';
  /** The address of a stand-in; null: AWS's own. */
  readonly regions: readonly { readonly region: string; readonly endpoint: string | null }[];
}

export type DynamoDbConfig = (EmbeddedDynamoDbConfig | RemoteDynamoDbConfig) & {
  readonly consistency: Consistency;
  /** STRONG with two Regions: the third, which holds no data; else null. */
  readonly witness: string | null;
  readonly tablePrefix: string;
};

const EMBEDDED_REGIONS = ['us-east-1', 'us-east-2'];
const EMBEDDED_ONLY = ['WORLDSEAT_REPLICATION_LAG_MS', 'WORLDSEAT_REPLICATION_JITTER_MS'];
/** As many Regions as the page has colours for. */
const MAX_REGIONS = 4;
/** The mode of a table cannot change, so each mode has tables of its own. */
const PREFIXES: Readonly<Record<Consistency, string>> = {
  EVENTUAL: 'worldseat',
  STRONG: 'worldseat_strong',
};
const PREFIX = /^[a-zA-Z0-9_.-]{1,200}$/;

export function readDynamoDb(settings: Settings): DynamoDbConfig {
  const place = readPlace(settings);
  const name = 'WORLDSEAT_DYNAMODB_CONSISTENCY';
  const consistency = settings.oneOf(name, 'EVENTUAL', ['EVENTUAL', 'STRONG']);
  const regions =
    place.kind === 'EMBEDDED' ? place.regions : place.regions.map(({ region }) => region);
  const found = consistency === 'STRONG' && regions.length > 0 ? witnessOf(regions) : NO_WITNESS;
  if (found === null) {
    const sets = REGION_SETS.map((set) => set.join(', ')).join('; or ');
    settings.refuse(`${name} STRONG needs two or three Regions of one of these sets: ${sets}.`);
  }
  const tablePrefix = readPrefix(settings, consistency);
  return { ...place, consistency, witness: found?.witness ?? null, tablePrefix };
}

const NO_WITNESS = { witness: null };

function readPlace(settings: Settings): EmbeddedDynamoDbConfig | RemoteDynamoDbConfig {
  const isRemote = ['DYNAMODB_REGIONS', 'DYNAMODB_ENDPOINTS'].some(
    (name) => settings.given(name) !== null,
  );
  if (isRemote) {
    settings.refuseGiven(
      EMBEDDED_ONLY,
      'the Regions of DynamoDB are too, and it is a setting of the embedded cloud; unset one of them',
    );
    return readRemote(settings);
  }
  return {
    kind: 'EMBEDDED',
    regions: EMBEDDED_REGIONS,
    replicationLagMs: settings.whole('WORLDSEAT_REPLICATION_LAG_MS', 80, 0, 60_000),
    replicationJitterMs: settings.whole('WORLDSEAT_REPLICATION_JITTER_MS', 20, 0, 60_000),
  };
}

function readRemote(settings: Settings): RemoteDynamoDbConfig {
  const names = settings.given('DYNAMODB_REGIONS');
  const wanted = names === null ? null : readRegions(settings, 'DYNAMODB_REGIONS', MAX_REGIONS);
  if (settings.given('DYNAMODB_ENDPOINTS') === null) {
    const regions = (wanted ?? []).map((region) => ({ region, endpoint: null }));
    return { kind: 'REMOTE', deployment: 'AWS', regions };
  }
  const regions = readStandIns(settings);
  if (
    wanted !== null &&
    !isSameSet(
      wanted,
      regions.map(({ region }) => region),
    )
  ) {
    settings.refuse('DYNAMODB_ENDPOINTS must name the Regions of DYNAMODB_REGIONS, and no others.');
  }
  const isAws = regions.every(({ endpoint }) => isHostOfAws(new URL(endpoint).hostname));
  return { kind: 'REMOTE', deployment: isAws ? 'AWS' : 'EXTERNAL', regions };
}

function readStandIns(settings: Settings): { region: string; endpoint: string }[] {
  const name = 'DYNAMODB_ENDPOINTS';
  return readByRegion(settings, name, MAX_REGIONS, 'http://host:8000').flatMap(([region, text]) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && isPlainAddress(url)) return [{ region, endpoint: url.origin }];
    // It may hold a password, so it is not repeated.
    settings.refuse(
      `${name} must name an http or https address for ${region}, as in http://host:8000: ` +
        'no user, no path.',
    );
    return [];
  });
}

/** What else an address could have would be ignored. */
function isPlainAddress({ protocol, origin, href }: URL): boolean {
  return ['http:', 'https:'].includes(protocol) && href === `${origin}/`;
}

const isHostOfAws = (host: string): boolean =>
  host.endsWith('.amazonaws.com') || host.endsWith('.api.aws');

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}

function readPrefix(settings: Settings, consistency: Consistency): string {
  const prefix = settings.text('DYNAMODB_TABLE_PREFIX', PREFIXES[consistency]);
  if (!PREFIX.test(prefix)) {
    settings.refuse(
      `DYNAMODB_TABLE_PREFIX must be 1 to 200 of a-z, A-Z, 0-9, _, . and -, not "${prefix}".`,
    );
  }
  return prefix;
}
