// The engine contract against the embedded DynamoDB Global Tables: real HTTP, real SDK, real disk.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDynamoDbEngine } from '../../server/src/engines/dynamodb/index.ts';
import type { Engine } from '../../server/src/engines/engine.ts';
import { startGlobalTables, type GlobalTables } from '../../server/src/local/dynamodb/index.ts';
import { describeEngineContract } from './engine.contract.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const opened: { tables?: GlobalTables; engine?: Engine; dataDir?: string } = {};

describeEngineContract('dynamodb, embedded global tables', {
  oneWinner: false,
  async open() {
    opened.dataDir = await mkdtemp(join(tmpdir(), 'worldseat-dynamodb-'));
    opened.tables = await startGlobalTables({ dataDir: opened.dataDir, log: quiet });
    opened.engine = await openDynamoDbEngine({
      regions: Object.entries(opened.tables.endpoints).map(([region, endpoint]) => ({
        region,
        endpoint,
        credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
      })),
      deployment: 'EMBEDDED',
      components: 'dynalite',
      log: quiet,
    });
    return opened.engine;
  },
  async close() {
    await opened.engine?.close();
    await opened.tables?.stop();
    if (opened.dataDir !== undefined) await rm(opened.dataDir, { recursive: true });
  },
});
