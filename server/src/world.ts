// The world behind the web: the engines with everything that watches them, and what serves the
// graph. Opening it gives the function that closes it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_VENUE, VENUES, type Venue } from '@worldseat/schema/domain';
import type { LabEngineView, Services } from '@worldseat/schema/services';
import { BurstFiles } from './burst/files.ts';
import { closeAll, type Closers } from './close-all.ts';
import { SOURCES } from './compiled.mjs';
import { ENGINE_IDS, type Config, type EngineId } from './config.ts';
import {
  ENGINE_CATALOG,
  OPEN_ENGINE,
  requireCredentials,
  type EmbeddedParts,
  type Opening,
} from './clouds/index.ts';
import type { Log } from './log.ts';
import { BreakItDesk } from './services/break-it.ts';
import { BurstShelf } from './services/burst-shelf.ts';
import { EngineRoom } from './services/engine-room.ts';
import { allOrFirstFault } from './services/hold-floors.ts';
import { serve } from './services/index.ts';
import { RoomDesk } from './services/room-desk.ts';
import { Lab } from './services/lab/index.ts';
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
  /** The server listens now. @param url where it can be found from this machine */
  listening(url: string): void;
  /** Buyers in line are not served any more: their bursts, and the lab's run, end as FAILED. */
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
    const parts = await openParts(opening);
    return { ...parts, embedded, died, close };
  } catch (error) {
    await close().catch((err: unknown) => log.error({ err }, 'something could not be closed'));
    // A fault that nobody named is one of ours: its stack is wanted.
    if (!(error instanceof Error && 'code' in error)) log.error({ err: error }, 'cannot start');
    const reason = error instanceof Error ? error.message : String(error);
    throw new WorldError(`WorldSeat cannot start: ${reason}`, { cause: error });
  }
}

async function openParts(
  opening: Opening,
): Promise<Pick<World, 'services' | 'stopBursts' | 'listening'>> {
  const { config, log, closers } = opening;
  const { dataDir } = config;
  const onStage = await allOrFirstFault(config.engines.map((id) => openTrial(id, opening)));
  const takeIn = async ({ trial, told }: OpenedTrial): Promise<Trial> => {
    await shelf.recall(trial);
    purchases.remember(trial, told);
    return trial;
  };
  const offStage: Closers = [];
  const room = new EngineRoom({
    onStage: onStage.map(({ trial }) => trial),
    known: ENGINE_IDS.map((id) => knownEngine(id, onStage)),
    open: async (id) => takeIn(await openOffStage(id as EngineId, opening, offStage)),
  });
  // Closed after the lab and the room, however late they were opened: a cell may be using one.
  closers.push(() => closeAll(offStage));
  closers.push(() => room.close());
  const files = await BurstFiles.open(join(dataDir, 'bursts'));
  const shelf = await BurstShelf.open(files, (id) => room.find(id), log);
  const purchases = new PurchaseDesk(room, log);
  for (const opened of onStage) await takeIn(opened);
  const guests = new RoomDesk(roomAddress(config));
  closers.push(() => guests.close());
  const software = await readSoftware();
  const breakIts = new BreakItDesk({ room, shelf, guests, software, log });
  const history = (burstId: string) => shelf.history(burstId);
  const lab = await Lab.open({ room, desk: breakIts, history, dataDir, log });
  const stopBursts = () => {
    breakIts.stop();
    lab.stop();
  };
  closers.push(() => {
    stopBursts();
    return lab.close();
  });
  for (const { trial } of onStage) void trial.measureLag();
  const services = serve({ room, shelf, purchases, breakIts, lab, guests });
  return { services, stopBursts, listening: (url) => guests.listening(url) };
}

/** Until the server listens, its port is the one that was asked for. */
function roomAddress({ publicOrigin, host, port }: Config) {
  const name = host.includes(':') ? `[${host}]` : host;
  return { publicOrigin, host, url: `http://${name}:${port}` };
}

/** Of an engine that is open, what it says itself. */
function knownEngine(id: EngineId, opened: readonly OpenedTrial[]): LabEngineView {
  const open = opened.find(({ trial }) => trial.engine.id === id)?.trial.engine;
  const { name, consistency, strategies } = open ?? ENGINE_CATALOG[id];
  return { id, name, consistency, strategies };
}

/** The server's version and what runs it. */
async function readSoftware() {
  const file = new URL('../package.json', SOURCES);
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return { worldseat: version, node: process.version };
}

type OpenedTrial = Awaited<ReturnType<typeof Trial.open>>;

async function openTrial(id: EngineId, opening: Opening): Promise<OpenedTrial> {
  const { config, log, closers } = opening;
  const engine = await OPEN_ENGINE[id](opening);
  const { dataDir, connectionsPerRegion } = config;
  const defaultVenue = venueNamed(DEFAULT_VENUE);
  const opened = await Trial.open({ engine, dataDir, defaultVenue, connectionsPerRegion, log });
  closers.push(() => opened.trial.close());
  return opened;
}

/** Engines that are not on stage play in the small hall, whatever they showed on stage. */
const OFF_STAGE_VENUE = 'hall';

/**
 * Opens an engine later than the others, with closers of its own: what it fails with leaves nothing
 * of it behind, so that it can be tried again.
 */
async function openOffStage(
  id: EngineId,
  opening: Opening,
  closers: Closers,
): Promise<OpenedTrial> {
  const { config, embedded } = opening;
  const ownClosers: Closers = [];
  const hadPostgres = embedded.postgres !== undefined;
  try {
    await requireCredentials({ ...config, engines: [id] });
    const opened = await openTrial(id, { ...opening, closers: ownClosers });
    const { trial } = opened;
    if (trial.floor.venue.id !== OFF_STAGE_VENUE) {
      await trial.resetFloor(venueNamed(OFF_STAGE_VENUE)).finally(() => trial.letIn());
    }
    closers.push(() => closeAll(ownClosers));
    return opened;
  } catch (error) {
    if (!hadPostgres) delete embedded.postgres;
    await closeAll(ownClosers);
    throw error;
  }
}

function venueNamed(id: string): Venue {
  const venue = VENUES[id];
  if (venue === undefined) throw new Error(`there is no venue ${id}`);
  return venue;
}
