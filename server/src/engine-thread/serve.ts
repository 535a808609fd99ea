// Inside an engine's thread: opens the engine that the settings name, then answers calls, each as
// soon as it is done. It holds the purchase strategies, because a function cannot cross threads.
import type { Order, Strategy } from '@worldseat/schema/domain';
import { parentPort } from 'node:worker_threads';
import { openDsqlEngine, reach } from '../engines/dsql/index.ts';
import { openDynamoDbEngine } from '../engines/dynamodb/index.ts';
import { EngineUnavailable, type Engine } from '../engines/engine.ts';
import { openPostgresEngine, reach as reachPostgres } from '../engines/postgres/index.ts';
import type { Log } from '../log.ts';
import { PURCHASES } from '../purchase/index.ts';
import {
  type AnswerMessage,
  type CallMessage,
  type DsqlSettings,
  type DynamoDbSettings,
  type EngineFacts,
  type EngineSettings,
  type Fault,
  type MethodName,
  type PostgresSettings,
} from './messages.ts';

type Methods = Record<MethodName, (...args: readonly unknown[]) => Promise<unknown>>;

const tell = (message: AnswerMessage) => parentPort?.postMessage(message);

const log: Log = {
  info: (fields, message) => tell({ kind: 'log', level: 'info', fields: plain(fields), message }),
  warn: (fields, message) => tell({ kind: 'log', level: 'warn', fields: plain(fields), message }),
  error: (fields, message) => tell({ kind: 'log', level: 'error', fields: plain(fields), message }),
};

parentPort?.once('message', (settings: EngineSettings) => void serve(settings));

async function serve(settings: EngineSettings): Promise<void> {
  try {
    const engine = await openEngine(settings);
    parentPort?.on('message', (call: CallMessage) => void answer(engine, call));
    tell({ kind: 'opened', facts: factsOf(engine) });
  } catch (error) {
    tell({ kind: 'refused', fault: faultOf(error) });
  }
}

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

async function answer(engine: Engine, message: CallMessage): Promise<void> {
  const { call } = message;
  try {
    tell({ kind: 'value', call, value: await perform(engine, message) });
  } catch (error) {
    tell({ kind: 'fault', call, fault: faultOf(error) });
  }
}

function perform(engine: Engine, { method, args }: CallMessage): Promise<unknown> {
  if (method === 'run') {
    const [order, strategy] = args as [Order, Strategy];
    return engine.run(order, PURCHASES[strategy]);
  }
  return (engine as unknown as Methods)[method](...args);
}

function factsOf(engine: Engine): EngineFacts {
  const { id, name, consistency, deployment, components, regions, strategies } = engine;
  return { id, name, consistency, deployment, components, regions, strategies };
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), engineId: null, stack: null };
  }
  const { name, message, stack = null } = error;
  if (!(error instanceof EngineUnavailable)) return { name, message, engineId: null, stack };
  return { name, message: error.reason, engineId: error.engineId, stack };
}

/** Log fields as a MessagePort can copy them: errors by their words. */
function plain(fields: object): object {
  const entries = Object.entries(fields) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value instanceof Error ? value.message : value]),
  );
}
