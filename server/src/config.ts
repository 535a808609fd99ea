// The environment, parsed once into one frozen tree. All faults are reported together, in words,
// before anything starts. Nothing else in the server reads the settings of process.env.
import { join, resolve } from 'node:path';
import { readDsql, type DsqlConfig } from './config/dsql.ts';
import { readDynamoDb, type DynamoDbConfig } from './config/dynamodb.ts';
import { readPostgres, type PostgresConfig } from './config/postgres.ts';
import { Settings, type Environment } from './config/settings.ts';

export type { DsqlConfig, EmbeddedDsqlConfig, RemoteDsqlConfig } from './config/dsql.ts';
export type {
  DynamoDbConfig,
  EmbeddedDynamoDbConfig,
  RemoteDynamoDbConfig,
} from './config/dynamodb.ts';
export type { PostgresConfig } from './config/postgres.ts';

/** Every engine there is. The lab opens those it needs; the others have to be named. */
export const ENGINE_IDS = [
  'dsql',
  'dynamodb',
  'dynamodb-strong',
  'postgres',
  'postgres-repeatable-read',
  'postgres-serializable',
] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

const ON_STAGE: readonly EngineId[] = ['dsql', 'dynamodb'];

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Everything that outlives a run: databases, histories, the lock. */
  readonly dataDir: string;
  /** Those on stage, side by side; open from the start. */
  readonly engines: readonly EngineId[];
  /** Connections (sockets) that each engine keeps open in each Region; also its orders in flight. */
  readonly connectionsPerRegion: number;
  readonly dsql: DsqlConfig;
  readonly dynamodb: DynamoDbConfig;
  /** For all three isolation levels. */
  readonly postgres: PostgresConfig;
  /** Where others reach this server, such as https://seat.example; null: as it listens. */
  readonly publicOrigin: string | null;
  /** Whether /embed is served, which any page may frame. */
  readonly embed: boolean;
  readonly graphiql: boolean;
  readonly logLevel: string;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'];

/** Every fault of the environment at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG';

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** @throws ConfigError naming every wrong setting and what is allowed */
export function readConfig(environment: Environment, projectDir: string): Config {
  const settings = new Settings(environment);
  const config: Config = {
    host: settings.text('HOST', '127.0.0.1'),
    port: settings.whole('PORT', 4000, 0, 65_535),
    dataDir: resolve(settings.text('WORLDSEAT_DATA', join(projectDir, '.worldseat'))),
    engines: readEngines(settings),
    connectionsPerRegion: settings.whole('WORLDSEAT_CONNECTIONS_PER_REGION', 64, 2, 400),
    dsql: readDsql(settings),
    dynamodb: readDynamoDb(settings),
    postgres: readPostgres(settings),
    publicOrigin: readOrigin(settings, 'WORLDSEAT_PUBLIC_ORIGIN', 'https://seat.example'),
    embed: settings.oneOf('WORLDSEAT_EMBED', 'on', ['on', 'off']) === 'on',
    graphiql: settings.oneOf('WORLDSEAT_GRAPHIQL', 'on', ['on', 'off']) === 'on',
    logLevel: settings.oneOf('WORLDSEAT_LOG', 'warn', LOG_LEVELS),
  };
  if (settings.faults.length > 0) throw new ConfigError(settings.faults);
  return Object.freeze(config);
}

function readEngines(settings: Settings): EngineId[] {
  const given = settings.text('WORLDSEAT_ENGINES', ON_STAGE.join(','));
  const names = [...new Set(given.split(',').map((name) => name.trim()))];
  const known = ENGINE_IDS.filter((id) => names.includes(id));
  if (known.length !== names.length) {
    settings.refuse(
      `WORLDSEAT_ENGINES must list engines of ${ENGINE_IDS.join(', ')}, not "${given}".`,
    );
  }
  return known;
}

function readOrigin(settings: Settings, name: string, example: string): string | null {
  const given = settings.given(name);
  if (given === null) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && url.origin === given.replace(/\/$/, '') && url.protocol.startsWith('http')) {
    return url.origin;
  }
  settings.refuse(`${name} must be an origin as in ${example}, not "${given}".`);
  return null;
}
