// What it takes to open an engine together with the part of the embedded cloud that it stands on.
import type { Closers } from '../close-all.ts';
import type { Config } from '../config.ts';
import type { RemoteEngine } from '../engine-thread/messages.ts';
import type { DsqlGateways } from '../local/dsql/index.ts';
import type { GlobalTables } from '../local/dynamodb/index.ts';
import type { Log } from '../log.ts';

/** The parts that run here; null where the settings name another place. */
export interface EmbeddedParts {
  dsql: DsqlGateways | null;
  dynamodb: GlobalTables | null;
}

export interface Opening {
  readonly config: Config;
  readonly log: Log;
  /** What was opened puts here what closes it. */
  readonly closers: Closers;
  /** Called when a part dies that nothing can go on without. */
  readonly onDeath: (error: Error) => void;
  /** Whoever starts a part notes it here: for faults on demand, never for an engine. */
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
