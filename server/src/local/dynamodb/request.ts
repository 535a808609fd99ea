// One request as the operations get it: what is asked, of which Region, and what they work with.
import type { Region } from './region.ts';
import type { Replicas } from './replicas.ts';
import type { ReplicaRegistry } from './replica-registry.ts';
import type { StrongTables } from './strong-tables.ts';
import type { SettingsFile } from './table-settings.ts';
import type { TransactionLog } from './transaction-log.ts';
import type { JsonObject, WireAnswer } from './wire.ts';

/** What a front's operations work with; the same objects for every request of a Region. */
export interface Services {
  readonly region: Region;
  readonly replicas: Replicas;
  readonly registry: ReplicaRegistry;
  readonly settings: SettingsFile;
  readonly strong: StrongTables;
  /** Of this Region. */
  readonly transactions: TransactionLog;
}

export interface Request {
  readonly services: Services;
  readonly operation: string;
  readonly input: JsonObject;
}

/** @throws what is no client's fault: answered as InternalServerError by the front */
export type Handler = (request: Request) => WireAnswer | Promise<WireAnswer>;
