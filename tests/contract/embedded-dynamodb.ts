// The embedded Global Tables in a temporary folder with the engine on them, for the contract suite
// and the fault tests. Real HTTP, real SDK, real disk; close() leaves nothing behind.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDynamoDbEngine } from '../../server/src/engines/dynamodb/index.ts';
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

export async function openEmbeddedDynamoDb(
  options: Partial<GlobalTablesOptions> = {},
): Promise<EmbeddedDynamoDb> {
  const dataDir = await mkdtemp(join(tmpdir(), 'worldseat-dynamodb-'));
  const tables = await startGlobalTables({ dataDir, log, ...options });
  const engine = await openDynamoDbEngine({
    regions: Object.entries(tables.endpoints).map(([region, endpoint]) => ({
      region,
      endpoint,
      credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
    })),
    deployment: 'EMBEDDED',
    components: 'dynalite behind Region fronts',
    log,
  });
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
