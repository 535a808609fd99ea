// The server of the driven part of `bench latency`: the services, the web and the page of the
// product, joined as world.ts joins them, over paced engines in place of databases.
import { join } from 'node:path';
import { venueOf } from '@worldseat/schema/domain';
import { BurstFiles } from '../../server/src/burst/files.ts';
import type { Closers } from '../../server/src/close-all.ts';
import { openThread } from '../../server/src/engine-thread/remote.ts';
import type { Log } from '../../server/src/log.ts';
import { BreakItDesk } from '../../server/src/services/break-it.ts';
import { BurstShelf } from '../../server/src/services/burst-shelf.ts';
import { EngineRoom } from '../../server/src/services/engine-room.ts';
import { serve } from '../../server/src/services/index.ts';
import { Lab } from '../../server/src/services/lab/index.ts';
import { PurchaseDesk } from '../../server/src/services/purchase.ts';
import { RoomDesk } from '../../server/src/services/room-desk.ts';
import { Trial } from '../../server/src/services/trial.ts';
import { openWeb } from '../../server/src/web/index.ts';
import type { PacedSettings } from './paced-engine.ts';

/** As of the product's own engines. */
const CONNECTIONS_PER_REGION = 64;
const THREAD = new URL('./paced-thread.mjs', import.meta.url);
const SOFTWARE = { worldseat: 'bench', node: process.version };
const HOST = '127.0.0.1';

export interface PacedServerOptions {
  readonly dataDir: string;
  readonly venue: string;
  /** Of each engine. */
  readonly salesPerSecond: number;
  readonly log: Log;
}

/** @param closers takes what must be closed; @returns its address */
export async function openPacedServer(
  { dataDir, venue, salesPerSecond, log }: PacedServerOptions,
  closers: Closers,
): Promise<string> {
  const defaultVenue = venueOf(venue);
  if (defaultVenue === null) throw new Error(`there is no venue ${venue}`);
  const connectionsPerRegion = CONNECTIONS_PER_REGION;
  const open = async (id: string): Promise<Trial> => {
    const settings = Promise.resolve<PacedSettings>({ id, salesPerSecond });
    const engine = await openThread(THREAD, id, settings, log, (error) => log.error(error, id));
    closers.push(() => engine.close());
    const options = { engine, dataDir, defaultVenue, connectionsPerRegion, log };
    const { trial } = await Trial.open(options);
    closers.push(() => trial.close());
    return trial;
  };
  const onStage = [await open('left'), await open('right')];
  return serveTrials(onStage, { dataDir, log }, closers);
}

async function serveTrials(
  onStage: readonly Trial[],
  { dataDir, log }: Pick<PacedServerOptions, 'dataDir' | 'log'>,
  closers: Closers,
): Promise<string> {
  const noOther = () => Promise.reject(new Error('a bench has no other engines'));
  const room = new EngineRoom({
    onStage,
    known: onStage.map(({ engine }) => engine),
    open: noOther,
  });
  closers.push(() => room.close());
  const files = await BurstFiles.open(join(dataDir, 'bursts'));
  const shelf = await BurstShelf.open(files, (id) => room.find(id), log);
  const guests = new RoomDesk({ publicOrigin: null, host: HOST, url: `http://${HOST}` });
  closers.push(() => guests.close());
  const breakIts = new BreakItDesk({ room, shelf, guests, software: SOFTWARE, log });
  const history = (burstId: string) => shelf.history(burstId);
  const lab = await Lab.open({ room, desk: breakIts, history, dataDir, log });
  closers.push(() => {
    breakIts.stop();
    lab.stop();
    return lab.close();
  });
  const purchases = new PurchaseDesk(room, log);
  const services = serve({ room, shelf, purchases, breakIts, lab, guests });
  const clientDir = join(import.meta.dirname, '..', '..', 'client', 'dist');
  const web = await openWeb({ host: HOST, port: 0, services, clientDir, log });
  closers.push(() => web.close());
  guests.listening(web.url);
  return web.url;
}
