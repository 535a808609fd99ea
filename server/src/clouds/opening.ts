// What it takes to open an engine together with the part of the embedded cloud that it stands on.
import type { Closers } from '../close-all.ts';
import type { Config } from '../config.ts';
import type { RemoteEngine } from '../engine-thread/messages.ts';
import type { DsqlGateways } from '../local/dsql/index.ts';
import type { GlobalTables } from '../local/dynamodb/index.ts';
import type { PostgresServer } from '../local/postgres/index.ts';
import type { Log } from '../log.ts';

/** The parts that run here; null where the settings name another place. */
export interface EmbeddedParts {
  dsql: DsqlGateways | null;
  dynamodb: GlobalTables | null;
  /** The same, from when it begins to start: shared by the engines `dynamodb…`. */
  dynamodbStarting?: Promise<GlobalTables>;
  /** Shared by the engines `postgres…`; absent: none of them was opened yet. */
  postgres?: Promise<PostgresServer>;
}

export interface Opening {
  readonly config: Config;
  readonly log: Log;
  /** What was opened puts here what closes it. */
  readonly closers: Closers;
  /** Called when a part dies that nothing can go on without. */
  readonly onDeath: (error: Error) => void;
  /**
   * Whoever starts a part notes it here: for the engines that share one, and for faults on demand.
   * Keep it as long as the closers, so that engines that are opened later find it.
   */
  readonly embedded: EmbeddedParts;
}

/** The engine is closed before what it stands on. */
export async function closing(
  { closers }: Opening,
  opened: Promise<RemoteEngine>,
): Promise<RemoteEngine> {
  const engine = await opened;
  closers.push(() => engine.close());
  return engine;
}
