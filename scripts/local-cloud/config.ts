// The settings of the local cloud: those of the server that mean something without it, read and
// checked by the server's own reader. AWS's settings are not for an embedded cloud.
import { join } from 'node:path';
import { ConfigError, readConfig } from '@worldseat/server/config';
import type { DsqlGatewaysOptions } from '../../server/src/local/dsql/index.ts';

export interface CloudConfig {
  readonly dataDir: string;
  readonly conflicts: NonNullable<DsqlGatewaysOptions['conflicts']>;
  readonly commitDelayMs: number;
  readonly connectionsPerRegion: number;
  readonly replicationLagMs: number;
  readonly replicationJitterMs: number;
  readonly logLevel: string;
}

const PROJECT_DIR = join(import.meta.dirname, '..', '..');

const SETTINGS = [
  'WORLDSEAT_LOG',
  'WORLDSEAT_CONNECTIONS_PER_REGION',
  'WORLDSEAT_REPLICATION_LAG_MS',
  'WORLDSEAT_REPLICATION_JITTER_MS',
  'WORLDSEAT_DSQL_CONFLICTS',
  'WORLDSEAT_COMMIT_DELAY_MS',
] as const;

/** @throws ConfigError */
export function readCloudConfig(
  environment: Readonly<Record<string, string | undefined>>,
): CloudConfig {
  const dataDir = environment['WORLDSEAT_DATA'] ?? join(PROJECT_DIR, '.worldseat', 'local-cloud');
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, environment[name]]));
  const config = readConfig({ ...settings, WORLDSEAT_DATA: dataDir }, PROJECT_DIR);
  const { dsql, dynamodb, connectionsPerRegion, logLevel } = config;
  if (dsql.kind !== 'EMBEDDED' || dynamodb.kind !== 'EMBEDDED') {
    throw new ConfigError(['The local cloud has no settings of another one.']);
  }
  const { conflicts, commitDelayMs } = dsql;
  const { replicationLagMs, replicationJitterMs } = dynamodb;
  return {
    ...{ dataDir: config.dataDir, connectionsPerRegion, logLevel },
    ...{ conflicts, commitDelayMs, replicationLagMs, replicationJitterMs },
  };
}
