// The clouds that the engines run on: the embedded one, AWS, or stand-ins; each engine's settings
// choose for it alone. The engines cannot tell: they get addresses, an authority and credentials.
import type { EngineId } from '../config.ts';
import type { RemoteEngine } from '../engine-thread/messages.ts';
import { openDsql } from './dsql.ts';
import { openDynamoDb, openDynamoDbStrong } from './dynamodb.ts';
import type { Opening } from './opening.ts';
import { postgresOpener } from './postgres.ts';

export { ENGINE_CATALOG } from './catalog.ts';
export { requireCredentials } from './credentials.ts';
export type { EmbeddedParts, Opening } from './opening.ts';

/** One line for each engine: adding one is a folder and a line here. */
export const OPEN_ENGINE: Readonly<Record<EngineId, (opening: Opening) => Promise<RemoteEngine>>> =
  {
    dsql: openDsql,
    dynamodb: openDynamoDb,
    'dynamodb-strong': openDynamoDbStrong,
    postgres: postgresOpener('postgres'),
    'postgres-repeatable-read': postgresOpener('postgres-repeatable-read'),
    'postgres-serializable': postgresOpener('postgres-serializable'),
  };
