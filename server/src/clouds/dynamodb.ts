// DynamoDB Global Tables for the engine `dynamodb`: the embedded ones, or those of the settings.
import { join } from 'node:path';
import type { Config, EmbeddedDynamoDbConfig, RemoteDynamoDbConfig } from '../config.ts';
import type { DynamoDbSettings, RemoteEngine } from '../engine-thread/messages.ts';
import { openEngineThread } from '../engine-thread/remote.ts';
import { startGlobalTables } from '../local/dynamodb/index.ts';
import { closing, type Opening } from './opening.ts';

/** The embedded fronts read no signature, but the client signs every request, as on AWS. */
const EMBEDDED_CREDENTIALS = { accessKeyId: 'worldseat', secretAccessKey: 'embedded' };

export function openDynamoDb(opening: Opening): Promise<RemoteEngine> {
  const { log, onDeath } = opening;
  return closing(opening, openEngineThread('dynamodb', settingsOf(opening), log, onDeath));
}

type Place = Pick<DynamoDbSettings, 'deployment' | 'components' | 'regions' | 'credentials'>;

async function settingsOf(opening: Opening): Promise<DynamoDbSettings> {
  const { connectionsPerRegion, dynamodb } = opening.config;
  const { consistency, witness, tablePrefix } = dynamodb;
  const place =
    dynamodb.kind === 'EMBEDDED' ? await startEmbedded(opening, dynamodb) : placeOf(dynamodb);
  return { id: 'dynamodb', ...place, consistency, witness, tablePrefix, connectionsPerRegion };
}

async function startEmbedded(opening: Opening, config: EmbeddedDynamoDbConfig): Promise<Place> {
  const { log, closers, embedded } = opening;
  const { regions, replicationLagMs: lagMs, replicationJitterMs: jitterMs } = config;
  const dataDir = join(opening.config.dataDir, 'dynamodb');
  const tables = await startGlobalTables({ dataDir, regions, lagMs, jitterMs, log });
  closers.push(() => tables.stop());
  embedded.dynamodb = tables;
  return {
    deployment: 'EMBEDDED',
    components: embeddedInWords(opening.config, config),
    regions: Object.entries(tables.endpoints).map(([region, endpoint]) => ({ region, endpoint })),
    credentials: EMBEDDED_CREDENTIALS,
  };
}

function embeddedInWords({ dynamodb }: Config, config: EmbeddedDynamoDbConfig): string {
  const fronts = `dynalite behind ${config.regions.length} Region fronts`;
  if (dynamodb.consistency === 'STRONG') return `${fronts}, written to both at once`;
  return `${fronts}, ${config.replicationLagMs} ± ${config.replicationJitterMs} ms apart`;
}

function placeOf({ deployment, regions }: RemoteDynamoDbConfig): Place {
  const what = deployment === 'AWS' ? 'DynamoDB Global Tables' : 'a DynamoDB stand-in';
  const where = regions.map(({ region, endpoint }) => endpoint ?? region).join(', ');
  return { deployment, components: `${what} at ${where}`, regions, credentials: null };
}
