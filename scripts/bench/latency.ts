// `bench latency`: a whole server with both embedded databases, an on-sale of 20,000 buyers over
// the arena's 3,564 seats, and the page in a headless Chromium. Measured for the first sale of every seat: from the moment when the
// purchase function was told that its sale is committed (of the burst's own history) to the moment when
// the page put a changed pixel of that seat on its canvas. In between: reading the sale back from the
// ledger, the witness's tally, the bus, GraphQL, the socket, and the page. Both clocks are the machine's.
// The databases give as many sales a second as they can; the figure is printed, not set.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { venueOf, venueSeatIds, type Venue } from '@worldseat/schema/domain';
import { readHistory } from '@worldseat/schema/history';
import { closeAll, type Closers } from '../../server/src/close-all.ts';
import { readConfig } from '../../server/src/config.ts';
import { openLog } from '../../server/src/log.ts';
import { openServer } from '../../server/src/main.ts';
import { openChromium } from './chromium.ts';
import { commitsOf, rateOf, type Commit } from './commit-times.ts';
import type { Figure } from './figures.ts';
import { percentile } from './percentile.ts';
import { changedPixels, installPixelWatch, watchPixels } from './pixel-watch.ts';

const BENCH = 'latency';
const VENUE = 'arena';
const BUYERS = 20_000;
const STAGE = { width: 1_920, height: 1_080 };
/** For everything to be painted after the last sale. */
const PAINTED_LIMIT_MS = 30_000;
const POLL_MS = 200;
/** Two clocks of one machine, one of them read in whole milliseconds. */
const CLOCK_ERROR_MS = 3;

export interface LatencyOptions {
  /** Bursts that are counted; one more comes first. */
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

interface Sample {
  readonly engine: string;
  readonly commitToPixelMs: readonly number[];
  readonly writeToPixelMs: readonly number[];
  readonly salesPerSecond: number;
}

/** @throws Error when a sale never came to the canvas */
export async function benchLatency({ rounds, seed, say }: LatencyOptions): Promise<Figure[]> {
  const closers: Closers = [];
  try {
    const { url, page, venue } = await openStage(closers);
    const samples: Sample[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const measured = await runBurst(page, url, venue, seed + round);
      for (const sample of measured) say(wordsOf(round, sample));
      // The first round warms caches and code, and is not counted.
      if (round > 0) samples.push(...measured);
    }
    return figuresOf(samples);
  } finally {
    await closeAll(closers);
  }
}

async function openStage(closers: Closers): Promise<{ url: string; page: Page; venue: Venue }> {
  const venue = venueOf(VENUE);
  if (venue === null) throw new Error(`there is no venue ${VENUE}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'worldseat-bench-'));
  closers.push(() => rm(dataDir, { recursive: true, force: true }));
  await buildPages();
  const settings = { HOST: '127.0.0.1', PORT: '0', WORLDSEAT_DATA: dataDir };
  const server = await openServer(readConfig(settings, dataDir), openLog('warn'));
  closers.push(() => server.close());
  const browser = await openChromium();
  closers.push(() => browser.close());
  const page = await browser.newPage({ viewport: STAGE });
  await installPixelWatch(page);
  await page.goto(server.url);
  return { url: server.url, page, venue };
}

/** As `npm start` does: the page is that of the working tree. */
async function buildPages(): Promise<void> {
  const script: string = join(import.meta.dirname, '..', 'lib', 'build-client.mjs');
  const { buildClient } = (await import(script)) as { buildClient: () => Promise<void> };
  await buildClient();
}

async function runBurst(
  page: Page,
  url: string,
  venue: Venue,
  seed: number,
): Promise<readonly Sample[]> {
  await ask(url, RESET, { venue: VENUE });
  const { engines } = await ask<{ engines: { id: string }[] }>(url, ENGINES);
  await page
    .locator('[data-verdict=UNPROVEN]')
    .nth(engines.length - 1)
    .waitFor();
  for (const { id } of engines) await watchPixels(page, id, venue);
  const { breakIt } = await ask<BreakItAnswer>(url, BREAK_IT, { buyers: BUYERS, seed });
  if (breakIt.bursts === undefined) throw new Error(breakIt.message ?? 'the burst was refused');
  const samples: Sample[] = [];
  for (const { id, engine } of breakIt.bursts) {
    const file = await fetch(`${url}/bursts/${id}.ndjson`);
    const commits = commitsOf(readHistory(await file.text()));
    samples.push(sampleOf(engine.id, commits, await paintedTimes(page, engine.id, venue, commits)));
  }
  return samples;
}

/** Waits until every seat that was sold has changed. @returns by seat id */
async function paintedTimes(
  page: Page,
  engine: string,
  venue: Venue,
  commits: readonly Commit[],
): Promise<ReadonlyMap<string, number>> {
  const ids = venueSeatIds(venue);
  const limitMs = performance.now() + PAINTED_LIMIT_MS;
  for (;;) {
    const changed = await changedPixels(page, engine);
    const times = new Map(
      changed.flatMap((atMs, seat): [string, number][] =>
        atMs === null ? [] : [[ids[seat] ?? '', atMs]],
      ),
    );
    const missing = commits.filter(({ seatId }) => !times.has(seatId));
    if (missing.length === 0) return times;
    if (performance.now() > limitMs) {
      const [first] = missing;
      throw new Error(
        `${engine}: ${missing.length} sales never came to the canvas, ${first?.seatId ?? ''}`,
      );
    }
    await page.waitForTimeout(POLL_MS);
  }
}

function sampleOf(
  engine: string,
  commits: readonly Commit[],
  paintedMs: ReadonlyMap<string, number>,
): Sample {
  const timed = commits.map(({ seatId, committedMs, writtenMs }) => {
    const atMs = paintedMs.get(seatId) ?? Infinity;
    return { afterCommitMs: atMs - committedMs, afterWriteMs: atMs - writtenMs };
  });
  // Before its sale was even written, a pixel changes only beneath the disc of an oversold neighbour.
  const seen = timed.filter(({ afterWriteMs }) => afterWriteMs >= -CLOCK_ERROR_MS);
  return {
    engine,
    commitToPixelMs: seen.map(({ afterCommitMs }) => afterCommitMs),
    writeToPixelMs: seen.map(({ afterWriteMs }) => afterWriteMs),
    salesPerSecond: rateOf(commits),
  };
}

function wordsOf(round: number, { engine, commitToPixelMs, salesPerSecond }: Sample): string {
  const [half, most] = [0.5, 0.99].map((share) => percentile(commitToPixelMs, share).toFixed(1));
  const seats = commitToPixelMs.length.toLocaleString('en');
  return `round ${round}: ${engine} ${seats} seats, ${Math.round(salesPerSecond)} sales/s, p50 ${half} ms, p99 ${most} ms`;
}

function figuresOf(samples: readonly Sample[]): Figure[] {
  const alone = { bench: BENCH, against: null, ratio: null };
  const engines = [...new Set(samples.map(({ engine }) => engine))];
  return engines.flatMap((engine) => {
    const own = samples.filter((sample) => sample.engine === engine);
    const times = (name: string, pick: (sample: Sample) => readonly number[]): Figure[] =>
      [0.5, 0.99].map((share) => {
        const value = percentile(own.flatMap(pick), share);
        return { ...alone, name: `${engine}: ${name}, p${share * 100}`, value, unit: 'ms' };
      });
    const rates = own.map(({ salesPerSecond }) => salesPerSecond);
    return [
      ...times('commit to pixel', ({ commitToPixelMs }) => commitToPixelMs),
      ...times('write to pixel', ({ writeToPixelMs }) => writeToPixelMs),
      { ...alone, name: `${engine}: sales`, value: percentile(rates, 0.5), unit: '1/s' },
    ];
  });
}

interface BreakItAnswer {
  readonly breakIt: {
    readonly bursts?: readonly { readonly id: string; readonly engine: { readonly id: string } }[];
    readonly message?: string;
  };
}

const ENGINES = '{ engines { id } }';
const REFUSALS = ['InvalidInputError', 'EngineUnavailableError', 'OverloadedError'].map(
  (type) => `... on ${type} { message }`,
);
const RESET = `mutation ($venue: ID!) {
  resetFloor(input: { venue: $venue }) { __typename ${REFUSALS.join(' ')} }
}`;
const BREAK_IT = `mutation ($buyers: Int!, $seed: Int!) {
  breakIt(input: { scenario: ON_SALE, buyers: $buyers, seed: $seed, wait: true }) {
    ... on BreakIt { bursts { id engine { id } } }
    ${REFUSALS.join(' ')}
  }
}`;

async function ask<Data>(url: string, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: Data | null; errors?: unknown };
  if (answer.data === undefined || answer.data === null) {
    throw new Error(`no data: ${JSON.stringify(answer.errors)}`);
  }
  return answer.data;
}
