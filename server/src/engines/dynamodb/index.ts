// The engine `dynamodb`: DynamoDB Global Tables, eventual or strong, through the AWS SDK. Embedded or
// on AWS is a matter of addresses only.
import type { Engine } from '../engine.ts';
import { noteConflicts } from './conflict-tally.ts';
import { DEFAULT_ID, DynamoDbEngine } from './dynamodb-engine.ts';
import { unavailable } from './faults.ts';
import type { DynamoDbEngineOptions } from './options.ts';
import { provision } from './provision.ts';
import { RegionClient } from './region-client.ts';
import { tableNames } from './table-names.ts';

export type { DynamoDbEngineOptions } from './options.ts';

const DEFAULT_PREFIX = 'worldseat';
const DEFAULT_SOCKETS = 64;

/** Makes what tables are missing and resolves when all are ACTIVE. @throws EngineUnavailable */
export async function openDynamoDbEngine(options: DynamoDbEngineOptions): Promise<Engine> {
  const names = tableNames(options.tablePrefix ?? DEFAULT_PREFIX);
  const sockets = options.socketsPerRegion ?? DEFAULT_SOCKETS;
  const regions = options.regions.map((address) => new RegionClient(address, names, sockets));
  const { consistency = 'EVENTUAL', witness } = options;
  if (consistency === 'STRONG') regions.forEach(({ direct }) => noteConflicts(direct));
  try {
    await provision(regions, { consistency, ...(witness === undefined ? {} : { witness }) });
  } catch (error) {
    regions.forEach((client) => client.close());
    throw unavailable(options.id ?? DEFAULT_ID, error);
  }
  return new DynamoDbEngine(options, regions);
}
