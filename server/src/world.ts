// The world behind the web: the engines with everything that watches them, and what serves the
// graph. Opening it gives the function that closes it.
import { join } from 'node:path';
import { DEFAULT_VENUE, VENUES } from '@worldseat/schema/domain';
import type { Services } from '@worldseat/schema/services';
import { BurstFiles } from './burst/files.ts';
import { closeAll, type Closers } from './close-all.ts';
import type { Config, EngineId } from './config.ts';
import {
  OPEN_ENGINE,
  requireCredentials,
  type EmbeddedParts,
  type Opening,
} from './clouds/index.ts';
import type { Log } from './log.ts';
import { BreakItDesk } from './services/break-it.ts';
import { BurstShelf } from './services/burst-shelf.ts';
import { allOrFirstFault } from './services/hold-floors.ts';
import { serve } from './services/index.ts';
import { PurchaseDesk } from './services/purchase.ts';
import { Trial } from './services/trial.ts';

/** A part could not start; the message says which and why. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
  readonly code = 'WORLD';
}

export interface World {
  readonly services: Services;
  /** The parts of the embedded cloud that run here, for faults on demand. */
  readonly embedded: Readonly<EmbeddedParts>;
  /** Resolves when a part died that nothing can go on without. */
  readonly died: Promise<Error>;
  /** Buyers in line are not served any more: their bursts end as FAILED. */
  stopBursts(): void;
  close(): Promise<void>;
}

/** @throws WorldError; ConfigError, with nothing started, when AWS credentials are missing */
export async function openWorld(config: Config, log: Log): Promise<World> {
  await requireCredentials(config);
  const closers: Closers = [];
  const close = () => closeAll(closers);
  let onDeath: Opening['onDeath'] = () => undefined;
  const died = new Promise<Error>((resolve) => {
    onDeath = resolve;
  });
  try {
    const embedded: EmbeddedParts = { dsql: null, dynamodb: null };
    const opening = { config, log, closers, onDeath, embedded };
    const opened = await allOrFirstFault(config.engines.map((id) => openTrial(id, opening)));
    const trials = opened.map(({ trial }) => trial);
    const files = await BurstFiles.open(join(config.dataDir, 'bursts'));
    const shelf = await BurstShelf.open(files, trials, log);
    const purchases = new PurchaseDesk(trials, log);
    for (const { trial, told } of opened) purchases.remember(trial, told);
    const breakIts = new BreakItDesk(trials, shelf, log);
    const services = serve({ trials, shelf, purchases, breakIts });
    return { services, embedded, died, stopBursts: () => breakIts.stop(), close };
  } catch (error) {
    await close().catch((err: unknown) => log.error({ err }, 'something could not be closed'));
    // A fault that nobody named is one of ours: its stack is wanted.
    if (!(error instanceof Error && 'code' in error)) log.error({ err: error }, 'cannot start');
    const reason = error instanceof Error ? error.message : String(error);
    throw new WorldError(`WorldSeat cannot start: ${reason}`, { cause: error });
  }
}

async function openTrial(id: EngineId, opening: Opening) {
  const { config, log, closers } = opening;
  const engine = await OPEN_ENGINE[id](opening);
  const defaultVenue = VENUES[DEFAULT_VENUE];
  if (defaultVenue === undefined) throw new Error(`there is no venue ${DEFAULT_VENUE}`);
  const { dataDir, connectionsPerRegion } = config;
  const opened = await Trial.open({ engine, dataDir, defaultVenue, connectionsPerRegion, log });
  closers.push(() => opened.trial.close());
  return opened;
}
