// The embedded Global Tables in a temporary folder with the engine on them, for the contract suite
// and the fault tests. Real HTTP, real SDK, real disk; close() leaves nothing behind.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openDynamoDbEngine,
  type DynamoDbEngineOptions,
} from '../../server/src/engines/dynamodb/index.ts';
import type { Engine } from '../../server/src/engines/engine.ts';
import {
  startGlobalTables,
  type GlobalTables,
  type GlobalTablesOptions,
} from '../../server/src/local/dynamodb/index.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface EmbeddedDynamoDb {
  readonly tables: GlobalTables;
  readonly engine: Engine;
  close(): Promise<void>;
}

/** What opens the engine `dynamodb-strong` beside the other. */
export const STRONG = {
  id: 'dynamodb-strong',
  consistency: 'STRONG',
  witness: 'us-west-2',
  tablePrefix: 'worldseat_strong',
} as const;

/** Another engine on the same tables; whoever opens it closes it. */
export function openEngineOn(
  { endpoints }: GlobalTables,
  options: Partial<DynamoDbEngineOptions> = {},
): Promise<Engine> {
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  return openDynamoDbEngine({
    regions: Object.entries(endpoints).map(([region, endpoint]) => ({
      region,
      endpoint,
      credentials,
    })),
    deployment: 'EMBEDDED',
    components: 'dynalite behind Region fronts',
    log,
    ...options,
  });
}

export async function openEmbeddedDynamoDb(
  options: Partial<GlobalTablesOptions> = {},
  engineOptions: Partial<DynamoDbEngineOptions> = {},
): Promise<EmbeddedDynamoDb> {
  const dataDir = await mkdtemp(join(tmpdir(), 'worldseat-dynamodb-'));
  const tables = await startGlobalTables({ dataDir, log, ...options });
  const engine = await openEngineOn(tables, engineOptions);
  return {
    tables,
    engine,
    async close() {
      await engine.close();
      await tables.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
