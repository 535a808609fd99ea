// The embedded DynamoDB Global Tables: what the rest of the server may use of this folder.
export {
  GlobalTablesError,
  startGlobalTables,
  type GlobalTables,
  type GlobalTablesOptions,
} from './global-tables.ts';
export type { ReplicationState } from './cloud.ts';
export type { ReplicationSettings } from './replication-link.ts';
