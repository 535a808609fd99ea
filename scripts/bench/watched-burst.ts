// One on-sale on a running server, with its page open in a browser: when each seat's first sale was
// committed, by the burst's own history, and when that seat's pixel changed on the page.
import type { Page } from 'playwright-core';
import { venueSeatIds, type Venue } from '@worldseat/schema/domain';
import { readHistory } from '@worldseat/schema/history';
import { commitsOf, rateOf, type Commit } from './commit-times.ts';
import { changedPixels, watchPixels } from './pixel-watch.ts';

/** For everything to be painted after the last sale. */
const PAINTED_LIMIT_MS = 30_000;
const POLL_MS = 500;
/** Two clocks of one machine, one of them read in whole milliseconds. */
const CLOCK_ERROR_MS = 3;

export interface Stage {
  readonly url: string;
  readonly page: Page;
  readonly venue: Venue;
}

/** Of one engine; times of the seats that are watched. */
export interface Sample {
  readonly engine: string;
  readonly commitToPixelMs: readonly number[];
  readonly writeToPixelMs: readonly number[];
  readonly salesPerSecond: number;
}

/** @throws Error when a sale never came to the canvas */
export async function watchBurst(
  { url, page, venue }: Stage,
  { buyers, seed }: { readonly buyers: number; readonly seed: number },
): Promise<readonly Sample[]> {
  await ask(url, RESET, { venue: venue.id });
  const { engines } = await ask<{ engines: { id: string }[] }>(url, ENGINES);
  const unproven = page.locator('[data-verdict=UNPROVEN]');
  await unproven.nth(engines.length - 1).waitFor();
  for (const { id } of engines) await watchPixels(page, id, venue);
  const { breakIt } = await ask<BreakItAnswer>(url, BREAK_IT, { buyers, seed });
  if (breakIt.bursts === undefined) throw new Error(breakIt.message ?? 'the burst was refused');
  const samples: Sample[] = [];
  for (const { id, engine } of breakIt.bursts) {
    const commits = commitsOf(readHistory(await fileOf(`${url}/bursts/${id}.ndjson`)));
    samples.push(sampleOf(engine.id, commits, await paintedTimes(page, engine.id, venue, commits)));
  }
  return samples;
}

async function fileOf(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return text;
}

/** Waits until every watched seat that was sold has changed. @returns by seat id */
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
    const times = new Map(ids.map((id, seat) => [id, changed[seat] ?? NaN]));
    const missing = commits.filter(({ seatId }) => times.get(seatId) === Infinity);
    if (missing.length === 0) return times;
    if (performance.now() > limitMs) {
      const first = missing[0]?.seatId ?? '';
      throw new Error(`${engine}: ${missing.length} sales never came to the canvas, ${first}`);
    }
    await page.waitForTimeout(POLL_MS);
  }
}

function sampleOf(
  engine: string,
  commits: readonly Commit[],
  paintedMs: ReadonlyMap<string, number>,
): Sample {
  const timed = commits.flatMap(({ seatId, committedMs, writtenMs }) => {
    const atMs = paintedMs.get(seatId) ?? NaN;
    if (Number.isNaN(atMs)) return [];
    return [{ afterCommitMs: atMs - committedMs, afterWriteMs: atMs - writtenMs }];
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
