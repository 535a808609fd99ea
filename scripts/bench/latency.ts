// `bench latency`: from the commit of a seat's first sale to its pixel on the page, in a headless
// Chromium, in two parts. Each is a whole server on which an on-sale of 20,000 buyers is fired; both
// measure from the moment when the purchase function was told that its sale is committed (of the
// burst's own history) to the frame after the one in which the seat's pixel changed.
//   driven  the stadium, 79,900 seats; in place of the databases stands a bench's memory that commits
//           5,000 sales a second. Everything above the engine port is the product's own: the burst, the
//           ledger's follower, the tally, the bus, GraphQL, the socket, the page, the canvas.
//   real    the arena, 3,564 seats, and both embedded databases, as fast as they are on this machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { venueOf } from '@worldseat/schema/domain';
import { closeAll, type Closers } from '../../server/src/close-all.ts';
import { readConfig } from '../../server/src/config.ts';
import { openLog } from '../../server/src/log.ts';
import { openServer } from '../../server/src/main.ts';
import { openChromium } from './chromium.ts';
import type { Figure } from './figures.ts';
import { openPacedServer } from './paced-server.ts';
import { percentile } from './percentile.ts';
import { installPixelWatch } from './pixel-watch.ts';
import { watchBurst, type Sample, type Stage } from './watched-burst.ts';

const BENCH = 'latency';
const BUYERS = 20_000;
const DRIVEN_SALES_PER_SECOND = 5_000;
const VIEWPORT = { width: 1_920, height: 1_080 };

export interface LatencyOptions {
  /** Bursts of each part that are counted; one more comes first. */
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

interface Part {
  readonly name: string;
  readonly venue: string;
  /** What of it is real, and what is not. */
  readonly words: string;
  /** @returns the server's address */
  readonly open: (dataDir: string, closers: Closers) => Promise<string>;
}

const ENGINES = 2;
const PARTS: readonly Part[] = [
  {
    name: 'driven',
    venue: 'stadium',
    words:
      `driven: no database. A bench's memory commits ${DRIVEN_SALES_PER_SECOND.toLocaleString('en')} sales/s, ` +
      'half on each floor; all that is above the engine port is the real server and the real page',
    open: (dataDir, closers) => {
      const salesPerSecond = DRIVEN_SALES_PER_SECOND / ENGINES;
      const log = openLog('warn');
      return openPacedServer({ dataDir, venue: 'stadium', salesPerSecond, log }, closers);
    },
  },
  {
    name: 'real',
    venue: 'arena',
    words: 'real: purchases in both embedded databases, as many a second as this machine gives',
    open: async (dataDir, closers) => {
      const settings = { HOST: '127.0.0.1', PORT: '0', WORLDSEAT_DATA: dataDir };
      const server = await openServer(readConfig(settings, dataDir), openLog('warn'));
      closers.push(() => server.close());
      return server.url;
    },
  },
];

/** @throws Error when a sale never came to the canvas */
export async function benchLatency(options: LatencyOptions): Promise<Figure[]> {
  await buildPages();
  const figures: Figure[] = [];
  for (const part of PARTS) figures.push(...(await measure(part, options)));
  return figures;
}

async function measure(part: Part, { rounds, seed, say }: LatencyOptions): Promise<Figure[]> {
  const closers: Closers = [];
  try {
    say(part.words);
    const stage = await openStage(part, closers);
    const samples: Sample[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const measured = await watchBurst(stage, { buyers: BUYERS, seed: seed + round });
      for (const sample of measured) say(wordsOf(part, round, sample));
      // The first round warms caches and code, and is not counted.
      if (round > 0) samples.push(...measured);
    }
    return figuresOf(part, samples);
  } finally {
    await closeAll(closers);
  }
}

async function openStage(part: Part, closers: Closers): Promise<Stage> {
  const venue = venueOf(part.venue);
  if (venue === null) throw new Error(`there is no venue ${part.venue}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'worldseat-bench-'));
  closers.push(() => rm(dataDir, { recursive: true, force: true }));
  const url = await part.open(dataDir, closers);
  const browser = await openChromium();
  closers.push(() => browser.close());
  const page = await browser.newPage({ viewport: VIEWPORT });
  installPixelWatch(page);
  await page.goto(url);
  return { url, page, venue };
}

/** As `npm start` does: the page is that of the working tree. */
async function buildPages(): Promise<void> {
  const script: string = join(import.meta.dirname, '..', 'lib', 'build-client.mjs');
  const { buildClient } = (await import(script)) as { buildClient: () => Promise<void> };
  await buildClient();
}

function wordsOf(part: Part, round: number, sample: Sample): string {
  const { engine, commitToPixelMs, salesPerSecond } = sample;
  const [half, most] = [0.5, 0.99].map((share) => percentile(commitToPixelMs, share).toFixed(1));
  const seats = commitToPixelMs.length.toLocaleString('en');
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const rate = `${Math.round(salesPerSecond)} sales/s`;
  return `${part.name} ${round}: ${engine} ${seats} seats, ${rate}, p50 ${half} ms, p99 ${most} ms, load ${load}`;
}

function figuresOf({ name }: Part, samples: readonly Sample[]): Figure[] {
  const alone = { bench: BENCH, against: null, ratio: null };
  const engines = [...new Set(samples.map(({ engine }) => engine))];
  return engines.flatMap((engine) => {
    const own = samples.filter((sample) => sample.engine === engine);
    const title = `${name}, ${engine}`;
    const times = (what: string, pick: (sample: Sample) => readonly number[]): Figure[] =>
      [0.5, 0.99].map((share) => {
        const value = percentile(own.flatMap(pick), share);
        return { ...alone, name: `${title}: ${what}, p${share * 100}`, value, unit: 'ms' };
      });
    const rates = own.map(({ salesPerSecond }) => salesPerSecond);
    return [
      ...times('commit to pixel', ({ commitToPixelMs }) => commitToPixelMs),
      ...times('write to pixel', ({ writeToPixelMs }) => writeToPixelMs),
      { ...alone, name: `${title}: sales`, value: percentile(rates, 0.5), unit: '1/s' },
    ];
  });
}
