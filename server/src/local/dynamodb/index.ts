// The embedded DynamoDB Global Tables: what the rest of the server may use of this folder.
export {
  GlobalTablesError,
  startGlobalTables,
  type GlobalTables,
  type GlobalTablesOptions,
} from './global-tables.ts';
export type { ReplicationState } from './cloud.ts';
export { NO_FAULTS, type Faults, type Throttling } from './faults.ts';
export type { Cut, ReplicationSettings } from './network.ts';
