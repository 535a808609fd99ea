// The web layer on a free port, with the real schema, over services of which a test says only what
// it needs. Engines have no part in these tests; each has its own.
import type { Services } from '@worldseat/schema/services';
import type { Log } from '../../server/src/log.ts';
import { openWeb, type Web, type WebOptions } from '../../server/src/web/index.ts';
import { tempFolder } from './temp-folder.ts';
import type { Close } from './leftovers.ts';

export interface LogEntry {
  readonly level: keyof Log;
  readonly fields: object;
  readonly message: string;
}

export interface WebWorld extends Web {
  /** What was logged, in order. */
  readonly entries: readonly LogEntry[];
}

/** @param later closes it (see leftovers.ts); @param services the ones that the test calls */
export async function openWebWorld(
  later: (close: Close) => void,
  services: Partial<Services>,
  options: Partial<WebOptions> = {},
): Promise<WebWorld> {
  const entries: LogEntry[] = [];
  const write = (level: keyof Log) => (fields: object, message: string) =>
    void entries.push({ level, fields, message });
  const web = await openWeb({
    host: '127.0.0.1',
    port: 0,
    services: { ...NOTHING_SERVED, ...services },
    clientDir: await tempFolder(later),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    ...options,
  });
  later(() => web.close());
  return { ...web, entries };
}

function unserved(): never {
  throw new Error('this test serves no such thing');
}

const NOTHING_SERVED: Services = {
  engines: () => [],
  engine: (id) => ({
    id,
    name: id,
    consistency: 'none',
    deployment: 'EXTERNAL',
    components: 'none',
    regions: ['us-east-1', 'us-east-2'],
    strategies: ['NAIVE'],
    lagMs: null,
    onStage: true,
  }),
  engineReady: () => Promise.resolve(true),
  venues: () => [],
  floor: unserved,
  seat: unserved,
  witness: unserved,
  burst: unserved,
  bursts: unserved,
  burstFile: unserved,
  burstHistory: unserved,
  burstAnswers: unserved,
  ledger: unserved,
  purchase: unserved,
  breakIt: unserved,
  resetFloor: unserved,
  watchSeats: unserved,
  watchVerdict: unserved,
  watchBurst: unserved,
  joinRoom: unserved,
  leaveRoom: unserved,
  room: unserved,
  watchRoom: unserved,
  watchTickets: unserved,
  labEngines: () => [],
  lab: unserved,
  labRun: unserved,
  labRuns: unserved,
  watchLab: unserved,
};
