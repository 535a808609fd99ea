// The environment, parsed once into one frozen tree. All faults are reported together, in words,
// before anything starts. Nothing else in the server reads process.env.
import { join, resolve } from 'node:path';

export const ENGINE_IDS = ['dsql', 'dynamodb'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Everything that outlives a run: databases, histories, the lock. */
  readonly dataDir: string;
  readonly engines: readonly EngineId[];
  readonly regions: readonly string[];
  /** Connections (sockets) that each engine keeps open in each Region; also its orders in flight. */
  readonly connectionsPerRegion: number;
  readonly replicationLagMs: number;
  readonly replicationJitterMs: number;
  /** Where a proxy serves this server, such as https://seat.example; null: loopback only. */
  readonly publicOrigin: string | null;
  readonly graphiql: boolean;
  readonly logLevel: string;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'];
/** Settings of the AWS path, which this version does not have yet: refused, never ignored. */
const AWS_SETTINGS = ['DSQL_ENDPOINTS', 'DYNAMODB_REGIONS', 'DYNAMODB_TABLE_PREFIX'];

/** Every fault of the environment at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG';

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming every wrong setting and what is allowed */
export function readConfig(environment: Environment, projectDir: string): Config {
  const faults: string[] = [];
  const text = (name: string, fallback: string) => environment[name]?.trim() || fallback;
  const whole = (name: string, fallback: number, min: number, max: number) => {
    const given = text(name, String(fallback));
    if (/^\d+$/.test(given) && Number(given) >= min && Number(given) <= max) return Number(given);
    faults.push(`${name} must be a whole number from ${min} to ${max}, not "${given}".`);
    return fallback;
  };
  const oneOf = (name: string, fallback: string, allowed: readonly string[]) => {
    const given = text(name, fallback);
    if (!allowed.includes(given)) {
      faults.push(`${name} must be one of ${allowed.join(', ')}, not "${given}".`);
    }
    return given;
  };
  for (const name of AWS_SETTINGS) {
    if (environment[name] !== undefined) {
      faults.push(`${name} is set, but this version runs the embedded cloud only; unset it.`);
    }
  }
  const config: Config = {
    host: text('HOST', '127.0.0.1'),
    port: whole('PORT', 4000, 0, 65_535),
    dataDir: resolve(text('WORLDSEAT_DATA', join(projectDir, '.worldseat'))),
    engines: readEngines(text('WORLDSEAT_ENGINES', ENGINE_IDS.join(',')), faults),
    regions: ['us-east-1', 'us-east-2'],
    connectionsPerRegion: whole('WORLDSEAT_CONNECTIONS_PER_REGION', 64, 2, 400),
    replicationLagMs: whole('WORLDSEAT_REPLICATION_LAG_MS', 80, 0, 60_000),
    replicationJitterMs: whole('WORLDSEAT_REPLICATION_JITTER_MS', 20, 0, 60_000),
    publicOrigin: readOrigin(environment['WORLDSEAT_PUBLIC_ORIGIN'], faults),
    graphiql: oneOf('WORLDSEAT_GRAPHIQL', 'on', ['on', 'off']) === 'on',
    logLevel: oneOf('WORLDSEAT_LOG', 'warn', LOG_LEVELS),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

function readEngines(given: string, faults: string[]): EngineId[] {
  const names = [...new Set(given.split(',').map((name) => name.trim()))];
  const known = ENGINE_IDS.filter((id) => names.includes(id));
  if (known.length !== names.length) {
    faults.push(`WORLDSEAT_ENGINES must list engines of ${ENGINE_IDS.join(', ')}, not "${given}".`);
  }
  return known;
}

function readOrigin(given: string | undefined, faults: string[]): string | null {
  if (given === undefined || given.trim() === '') return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && url.origin === given.replace(/\/$/, '') && url.protocol.startsWith('http')) {
    return url.origin;
  }
  faults.push(
    `WORLDSEAT_PUBLIC_ORIGIN must be an origin as in https://seat.example, not "${given}".`,
  );
  return null;
}
