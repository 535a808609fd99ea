// `bench floor`: two floors of 80,000 seats in a headless Chromium, each told of 20,000 changes a
// second, through the model and the painters of the stage. Printed for each frame: all that the page's
// main thread did, as processor time from Chromium's own trace; that of the threads that paint the
// floors beside it; and the wall time of our code in the main thread by the page's clock. A floor that does not show the last state sent of every seat has
// no figures.
import type { Page } from 'playwright-core';
import { closeAll, type Closers } from '../../server/src/close-all.ts';
import { openChromium } from './chromium.ts';
import type { Figure } from './figures.ts';
import { openFloorPage } from './floor-page.ts';
import { readFrames, TRACE_CATEGORIES, type TracedFrame } from './frame-trace.ts';
import { percentile } from './percentile.ts';

const BENCH = 'floor';
const VENUE = 'stadium';
const CHANGES_PER_SECOND = 20_000;
const DURATION_MS = 10_000;
const STAGE = { width: 1_920, height: 1_080 };
const [BEGIN, END] = ['bench-begin', 'bench-end'];

export interface FloorOptions {
  /** Runs of ten seconds; one more comes first and is not counted. */
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** What the page of the bench answers. */
interface FloorReport {
  readonly framesMs: readonly number[];
  readonly tookMs: number;
  readonly floors: readonly {
    readonly seats: number;
    readonly wrongInModel: number;
    readonly wrongOnCanvas: number;
    readonly covered: number;
    readonly changes: number;
    readonly messages: number;
    readonly oversold: number;
  }[];
}

interface Round {
  readonly cpuMs: readonly number[];
  readonly paintersCpuMs: readonly number[];
  readonly wallMs: readonly number[];
  readonly ownMs: readonly number[];
  readonly framesPerSecond: number;
  readonly changesPerSecond: number;
}

/** @throws Error when a seat does not show the last state that was sent */
export async function benchFloor({ rounds, seed, say }: FloorOptions): Promise<Figure[]> {
  const closers: Closers = [];
  try {
    const url = await openFloorPage(closers);
    const browser = await openChromium();
    closers.push(() => browser.close());
    const counted: Round[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const measured = await runOnce(browser, url, seed + round * 10, say);
      // The first round warms caches and code, and is not counted.
      if (round > 0) counted.push(measured);
    }
    return figuresOf(counted);
  } finally {
    await closeAll(closers);
  }
}

async function runOnce(
  browser: Awaited<ReturnType<typeof openChromium>>,
  url: string,
  seed: number,
  say: (line: string) => void,
): Promise<Round> {
  const page = await browser.newPage({ viewport: STAGE });
  try {
    const asked = { venue: VENUE, changesPerSecond: CHANGES_PER_SECOND, durationMs: DURATION_MS };
    const query = Object.entries({ ...asked, seed }).map(([key, value]) => `${key}=${value}`);
    await page.goto(`${url}?${query.join('&')}`);
    await page.waitForFunction(
      'window.floorBench !== undefined && document.fonts.status === "loaded"',
    );
    await browser.startTracing(page, { categories: TRACE_CATEGORIES });
    const report = await runPage(page);
    const trace = await browser.stopTracing();
    checkReport(report, seed);
    const frames = readFrames(trace.toString(), BEGIN, END);
    const round = roundOf(report, frames);
    say(wordsOf(report, round, seed));
    return round;
  } finally {
    await page.close();
  }
}

function runPage(page: Page): Promise<FloorReport> {
  return page.evaluate<FloorReport>(`(async () => {
    performance.mark('${BEGIN}');
    const report = await window.floorBench.run(() => performance.mark('${END}'));
    return report;
  })()`);
}

function checkReport({ floors }: FloorReport, seed: number): void {
  for (const floor of floors) {
    const { wrongInModel, wrongOnCanvas, seats } = floor;
    if (wrongInModel === 0 && wrongOnCanvas === 0) continue;
    const what = `${wrongInModel} in the model and ${wrongOnCanvas} on the canvas of ${seats} seats`;
    throw new Error(`seed ${seed}: the last state sent is not shown: ${what}`);
  }
}

function roundOf({ framesMs, tookMs, floors }: FloorReport, frames: readonly TracedFrame[]): Round {
  const changes = floors.reduce((sum, floor) => sum + floor.changes, 0);
  return {
    cpuMs: frames.map(({ cpuMs }) => cpuMs),
    paintersCpuMs: frames.map(({ paintersCpuMs }) => paintersCpuMs),
    wallMs: frames.map(({ wallMs }) => wallMs),
    ownMs: framesMs,
    framesPerSecond: (framesMs.length * 1_000) / tookMs,
    changesPerSecond: (changes * 1_000) / tookMs / floors.length,
  };
}

function wordsOf(
  { floors }: FloorReport,
  { cpuMs, changesPerSecond }: Round,
  seed: number,
): string {
  const seats = floors.map(({ seats: each }) => each.toLocaleString('en')).join(' + ');
  const oversold = floors.map((floor) => floor.oversold).join(' + ');
  const p99 = percentile(cpuMs, 0.99).toFixed(2);
  return (
    `seed ${seed}: ${seats} seats, ${Math.round(changesPerSecond)} changes/s on each, ` +
    `${oversold} oversold, every seat as sent last; p99 ${p99} ms of CPU a frame`
  );
}

function figuresOf(rounds: readonly Round[]): Figure[] {
  const alone = { bench: BENCH, against: null, ratio: null };
  const of = (name: string, pick: (round: Round) => readonly number[]): Figure[] => {
    const values = rounds.flatMap(pick);
    return [0.5, 0.99].map((share) => {
      const value = percentile(values, share);
      return { ...alone, name: `${name}, p${share * 100}`, value, unit: 'ms/frame' };
    });
  };
  const middle = (values: readonly number[]): number => percentile(values, 0.5);
  return [
    ...of('main thread, CPU', ({ cpuMs }) => cpuMs),
    ...of('threads that paint, CPU', ({ paintersCpuMs }) => paintersCpuMs),
    ...of('main thread, wall', ({ wallMs }) => wallMs),
    ...of('our code, wall', ({ ownMs }) => ownMs),
    {
      ...alone,
      name: 'frames',
      value: middle(rounds.map(({ framesPerSecond }) => framesPerSecond)),
      unit: '1/s',
    },
    {
      ...alone,
      name: 'changes on each floor',
      value: middle(rounds.map(({ changesPerSecond }) => changesPerSecond)),
      unit: '1/s',
    },
  ];
}
