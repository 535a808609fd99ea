// DynamoDB Global Tables for the engines `dynamodb` and `dynamodb-strong`: the embedded ones, or those
// of the settings.
import { join } from 'node:path';
import type { Config, EmbeddedDynamoDbConfig, RemoteDynamoDbConfig } from '../config.ts';
import type { DynamoDbSettings, RemoteEngine } from '../engine-thread/messages.ts';
import { openEngineThread } from '../engine-thread/remote.ts';
import { REGION_SETS, witnessOf } from '../config/strong-regions.ts';
import { EngineUnavailable } from '../engines/engine.ts';
import { startGlobalTables, type GlobalTables } from '../local/dynamodb/index.ts';
import { closing, type Opening } from './opening.ts';

/** The embedded fronts read no signature, but the client signs every request, as on AWS. */
const EMBEDDED_CREDENTIALS = { accessKeyId: 'worldseat', secretAccessKey: 'embedded' };

export function openDynamoDb(opening: Opening): Promise<RemoteEngine> {
  const { dynamodb } = opening.config;
  return openWith('dynamodb', opening, dynamodb);
}

/** The same tables again in the other mode, beside the first ones and in the same Regions. */
export async function openDynamoDbStrong(opening: Opening): Promise<RemoteEngine> {
  const { dynamodb } = opening.config;
  const found = witnessOf(regionNamesOf(dynamodb));
  if (found === null) {
    const sets = REGION_SETS.map((set) => set.join(', ')).join('; or ');
    const words = `it needs two or three Regions of one of these sets: ${sets}`;
    throw new EngineUnavailable('dynamodb-strong', words);
  }
  const tablePrefix = `${dynamodb.tablePrefix}_strong`;
  const mode = { consistency: 'STRONG', witness: found.witness, tablePrefix } as const;
  return openWith('dynamodb-strong', opening, mode);
}

type Mode = Pick<DynamoDbSettings, 'consistency' | 'witness' | 'tablePrefix'>;

function openWith(id: DynamoDbSettings['id'], opening: Opening, mode: Mode): Promise<RemoteEngine> {
  const { log, onDeath } = opening;
  return closing(opening, openEngineThread(id, settingsOf(id, opening, mode), log, onDeath));
}

type Place = Pick<DynamoDbSettings, 'deployment' | 'components' | 'regions' | 'credentials'>;

async function settingsOf(
  id: DynamoDbSettings['id'],
  opening: Opening,
  { consistency, witness, tablePrefix }: Mode,
): Promise<DynamoDbSettings> {
  const { connectionsPerRegion, dynamodb } = opening.config;
  const place =
    dynamodb.kind === 'EMBEDDED'
      ? await embeddedPlace(opening, dynamodb, consistency)
      : placeOf(dynamodb);
  return { id, ...place, consistency, witness, tablePrefix, connectionsPerRegion };
}

async function embeddedPlace(
  opening: Opening,
  config: EmbeddedDynamoDbConfig,
  consistency: Mode['consistency'],
): Promise<Place> {
  const { endpoints } = await startOnce(opening, config);
  return {
    deployment: 'EMBEDDED',
    components: embeddedInWords(config, consistency),
    regions: Object.entries(endpoints).map(([region, endpoint]) => ({ region, endpoint })),
    credentials: EMBEDDED_CREDENTIALS,
  };
}

/** One set of fronts, however many engines stand on it. */
function startOnce(opening: Opening, config: EmbeddedDynamoDbConfig): Promise<GlobalTables> {
  const { embedded } = opening;
  embedded.dynamodbStarting ??= start(opening, config).catch((error: unknown) => {
    delete embedded.dynamodbStarting;
    throw error;
  });
  return embedded.dynamodbStarting;
}

async function start(opening: Opening, config: EmbeddedDynamoDbConfig): Promise<GlobalTables> {
  const { log, closers, embedded } = opening;
  const { regions, replicationLagMs: lagMs, replicationJitterMs: jitterMs } = config;
  const dataDir = join(opening.config.dataDir, 'dynamodb');
  const tables = await startGlobalTables({ dataDir, regions, lagMs, jitterMs, log });
  closers.push(() => {
    delete embedded.dynamodbStarting;
    embedded.dynamodb = null;
    return tables.stop();
  });
  embedded.dynamodb = tables;
  return tables;
}

const regionNamesOf = (dynamodb: Config['dynamodb']): readonly string[] =>
  dynamodb.kind === 'EMBEDDED' ? dynamodb.regions : dynamodb.regions.map(({ region }) => region);

function embeddedInWords(config: EmbeddedDynamoDbConfig, mode: Mode['consistency']): string {
  const fronts = `dynalite behind ${config.regions.length} Region fronts`;
  if (mode === 'STRONG') return `${fronts}, written to both at once`;
  return `${fronts}, ${config.replicationLagMs} ± ${config.replicationJitterMs} ms apart`;
}

function placeOf({ deployment, regions }: RemoteDynamoDbConfig): Place {
  const what = deployment === 'AWS' ? 'DynamoDB Global Tables' : 'a DynamoDB stand-in';
  const where = regions.map(({ region, endpoint }) => endpoint ?? region).join(', ');
  return { deployment, components: `${what} at ${where}`, regions, credentials: null };
}
