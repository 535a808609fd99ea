// How many double sells are to be expected of a burst, from what was measured of it: when reads came
// back, how long it took from a read until its write could be seen, and the lag between Regions. In
// the manner of Probabilistically Bounded Staleness (Bailis et al., 2012): the windows are drawn from
// their measured distribution, each independent of the others. It never counts who sold.
//
// What it leaves out: that windows depend on each other (a slow moment is slow for everybody; writers
// of one row queue), that the lag varies, that a read is older than the moment when it came back,
// writes that failed, and attempts after the first. So it need not equal what was measured; it says
// what was to be expected, and shows whether window and lag explain what happened.
import type { Answer } from '../domain/index.ts';
import type { History } from './types.ts';
import { protectionOf, writePathOf, type WritePath } from './prediction/write-protection.ts';
import { openWindows, type Windows } from './prediction/write-windows.ts';

const NS_PER_MS = 1e6;

interface Read {
  readonly region: string;
  readonly atNs: number;
}

interface Model {
  readonly windows: Windows;
  /** Until a visible write of a Region is seen in another one. */
  readonly lagNs: number;
}

/**
 * The expected number of sales too many, summed over the seats; a real number, as it is an
 * expectation. 0 where the database, or the strategy on it, refuses every second writer. Without
 * `lagMs` in the header's settings, Regions are taken to see each other at once.
 */
export function predictDoubleSells(history: History): number {
  const { engine, burst, settings } = history.header;
  const path = writePathOf(engine.consistency);
  const protection = protectionOf(path, burst.strategy);
  if (protection === 'ALL') return 0;
  const windows = openWindows(history.answers, path, burst.strategy);
  if (windows === null) return 0;
  const model = { windows, lagNs: lagNsOf(path, settings['lagMs']) };
  const expectedSales = protection === 'NONE' ? salesOfAnyone : salesOfRegions;
  let doubleSells = 0;
  for (const reads of readsBySeat(history.answers).values()) {
    doubleSells += Math.max(0, expectedSales(reads, model) - 1);
  }
  return doubleSells;
}

/** Only Regions that keep a copy each see each other late. */
function lagNsOf(path: WritePath, lagMs: string | number | undefined): number {
  return path === 'COPY_PER_REGION' && typeof lagMs === 'number' ? lagMs * NS_PER_MS : 0;
}

/** The first read of each order that had one, by seat. */
function readsBySeat(answers: readonly Answer[]): Map<string, Read[]> {
  const bySeat = new Map<string, Read[]>();
  for (const { seatId, region, trace } of answers) {
    const atNs = trace.find(({ readNs }) => readNs !== null)?.readNs ?? null;
    if (atNs === null) continue;
    const reads = bySeat.get(seatId);
    if (reads === undefined) bySeat.set(seatId, [{ region, atNs }]);
    else reads.push({ region, atNs });
  }
  for (const reads of bySeat.values()) reads.sort((a, b) => a.atNs - b.atNs);
  return bySeat;
}

/** Nothing stops a buyer but what it reads: each who reads the seat free sells. */
function salesOfAnyone(reads: readonly Read[], model: Model): number {
  return reads.reduce((sum, read) => sum + chanceOfFree(read, read.atNs, reads, model), 0);
}

/** Each Region sells once at most: to its first reader, if no other Region is seen before it writes. */
function salesOfRegions(reads: readonly Read[], model: Model): number {
  const regions = [...new Set(reads.map(({ region }) => region))];
  return regions.reduce((sum, region) => {
    const first = reads.find((read) => read.region === region);
    if (first === undefined) return sum;
    const others = reads.filter((read) => read.region !== region);
    const checkedAtNs = first.atNs + model.windows.medianNs(region);
    return sum + chanceOfFree(first, checkedAtNs, others, model);
  }, 0);
}

/**
 * The chance that none of the other buyers' writes can be seen at that moment. It may ask all of
 * them: who reads the seat as sold writes nothing, but would have been seen later still.
 */
function chanceOfFree(reader: Read, atNs: number, others: readonly Read[], model: Model): number {
  let chance = 1;
  for (const other of others) {
    if (other === reader) continue;
    // In order of reading: those that follow cannot be seen yet.
    if (other.atNs > atNs || chance === 0) break;
    const lagNs = other.region === reader.region ? 0 : model.lagNs;
    chance *= model.windows.chanceOfLonger(other.region, atNs - other.atNs - lagNs);
  }
  return chance;
}
