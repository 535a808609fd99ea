// Inside an engine's thread: opens the engine that the settings name, and serves it.
import { openDsqlEngine, reach } from '../engines/dsql/index.ts';
import { openDynamoDbEngine } from '../engines/dynamodb/index.ts';
import type { Engine } from '../engines/engine.ts';
import { openPostgresEngine, reach as reachPostgres } from '../engines/postgres/index.ts';
import type {
  DsqlSettings,
  DynamoDbSettings,
  EngineSettings,
  PostgresSettings,
} from './messages.ts';
import { serveEngine, threadLog as log } from './serve-engine.ts';

serveEngine(openEngine);

function openEngine(settings: EngineSettings): Promise<Engine> {
  switch (settings.id) {
    case 'dsql':
      return openDsql(settings);
    case 'dynamodb':
    case 'dynamodb-strong':
      return openDynamoDb(settings);
    case 'postgres':
    case 'postgres-repeatable-read':
    case 'postgres-serializable':
      return openPostgres(settings);
  }
}

function openDsql(settings: DsqlSettings): Promise<Engine> {
  const { deployment, components, adoptsPublicTables, connectionsPerRegion, role } = settings;
  return openDsqlEngine({
    regions: settings.endpoints.map((endpoint) => reach(endpoint, settings.access)),
    deployment,
    components: (version) => components.replace('{version}', version),
    ...(role === null ? {} : { role }),
    adoptsPublicTables,
    connectionsPerRegion,
    log: (message) => log.warn({ engine: settings.id }, message),
  });
}

function openDynamoDb(settings: DynamoDbSettings): Promise<Engine> {
  const { deployment, components, consistency, credentials, tablePrefix, witness } = settings;
  return openDynamoDbEngine({
    id: settings.id,
    regions: settings.regions.map(({ region, endpoint }) => ({
      region,
      ...(endpoint === null ? {} : { endpoint }),
      ...(credentials === null ? {} : { credentials }),
    })),
    deployment,
    components,
    consistency,
    ...(witness === null ? {} : { witness }),
    tablePrefix,
    socketsPerRegion: settings.connectionsPerRegion,
    log,
  });
}

function openPostgres(settings: PostgresSettings): Promise<Engine> {
  const { id, deployment, components, region, address, connectionsPerRegion } = settings;
  return openPostgresEngine({
    id,
    at: reachPostgres(region, address),
    deployment,
    components: (version) => components.replace('{version}', version),
    connectionsPerRegion,
    log: (message) => log.warn({ engine: id }, message),
  });
}
