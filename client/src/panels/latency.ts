// The latencies of engines side by side: one logarithmic axis for all, and what their comparison
// says in words. Only measured numbers go in; nothing is smoothed.
import { count } from '../state/words.ts';

export interface LatencyHistogram {
  /** Milliseconds; one more than counts, and the same for every burst. */
  readonly edgesMs: readonly number[];
  readonly counts: readonly number[];
}

export interface LatencyAxis {
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  /** The highest share of its burst in any bucket of any engine, above 0. */
  readonly top: number;
}

/** Shown when nobody has waited yet. */
const EMPTY_AXIS: LatencyAxis = { from: 1, to: 1_000, top: 1 };
/** At least one decade, so that a narrow burst does not look spread out. */
const LEAST_RATIO = 10;

/** The axis that holds every wait of every engine, ending at bucket edges. */
export function sharedAxis(histograms: readonly LatencyHistogram[]): LatencyAxis {
  const spans = histograms.flatMap(({ edgesMs, counts }) => {
    const first = counts.findIndex((each) => each > 0);
    if (first < 0) return [];
    const last = counts.findLastIndex((each) => each > 0);
    const top = Math.max(...shares(counts));
    return { from: edgesMs[first] ?? 1, to: edgesMs[last + 1] ?? 1_000, top };
  });
  if (spans.length === 0) return EMPTY_AXIS;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const short = Math.max(1, LEAST_RATIO / (to / from));
  return {
    from: from / Math.sqrt(short),
    to: to * Math.sqrt(short),
    top: Math.max(...spans.map((span) => span.top)),
  };
}

/** Each count as a share of all, so that bursts of different sizes compare. */
export function shares(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, each) => sum + each, 0);
  return counts.map((each) => (all === 0 ? 0 : each / all));
}

/** The middle of each bucket on a logarithmic axis. */
export function middles(edgesMs: readonly number[]): number[] {
  return edgesMs.slice(1).map((edge, at) => Math.sqrt(edge * (edgesMs[at] ?? edge)));
}

/** What is compared of a burst. */
export interface TimedBurst {
  readonly state: string;
  readonly seatId: string | null;
  readonly buyers: number;
  readonly scoreboard: { readonly p50Ms: number | null; readonly oversold: number };
}

/**
 * "3.1× faster, and wrong": of this engine's median against the slower or faster one beside it.
 * @returns null unless both bursts are settled, alike, and one of them alone oversold
 */
export function speedWords(own: TimedBurst | null, other: TimedBurst | null): string | null {
  if (own === null || other === null || own.state !== 'SETTLED') return null;
  if (other.state !== 'SETTLED' || own.buyers !== other.buyers) return null;
  if (own.seatId !== other.seatId) return null;
  const [mine, theirs] = [own.scoreboard, other.scoreboard];
  if (mine.p50Ms === null || theirs.p50Ms === null) return null;
  if (mine.oversold === 0 || theirs.oversold > 0) return null;
  return `${paceWords(mine.p50Ms, theirs.p50Ms)}, and wrong`;
}

function paceWords(mine: number, theirs: number): string {
  const ratio = Math.max(mine, theirs) / Math.max(0.001, Math.min(mine, theirs));
  if (ratio < 1.05) return 'as fast';
  const times = ratio < 10 ? ratio.toFixed(1) : count(ratio);
  return `${times}× ${mine < theirs ? 'faster' : 'slower'}`;
}

/** Room for half a label at either end, as a share of the axis, for each letter of it. */
const END_OF_LETTER = 0.015;

/** Round numbers inside the axis: powers of ten, or 1, 2 and 5 of each where those are few. */
export function ticks({ from, to }: LatencyAxis): number[] {
  const inside = (each: number): boolean => {
    const at = Math.log(each / from) / Math.log(to / from);
    const end = END_OF_LETTER * tickWords(each).length;
    return at >= end && at <= 1 - end;
  };
  const powers = decades(from, to);
  if (powers.filter(inside).length >= 2) return powers.filter(inside);
  return powers.flatMap((each) => [each, 2 * each, 5 * each]).filter(inside);
}

function decades(from: number, to: number): number[] {
  const first = Math.floor(Math.log10(from));
  const last = Math.ceil(Math.log10(to));
  return Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at));
}

/** "1 ms", "100 ms", "10 s", for the powers of ten of the axis */
export function tickWords(milliseconds: number): string {
  return milliseconds >= 1_000 ? `${milliseconds / 1_000} s` : `${milliseconds} ms`;
}
