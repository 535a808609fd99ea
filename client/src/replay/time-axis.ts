// The axis of a timeline: which moment is where, and which moments are written below it. Pure.

export interface TimeRange {
  readonly fromNs: number;
  readonly toNs: number;
}

/** Wider at both ends, within the burst; more behind, where it is written what was told. */
export function widened({ fromNs, toNs }: TimeRange, endsNs: number): TimeRange {
  const span = toNs - fromNs;
  const [before, behind] = [span * 0.06 + 1, span * 0.14 + 1];
  return { fromNs: Math.max(0, fromNs - before), toNs: Math.min(endsNs, toNs + behind) };
}

/** 0 at the start of the range, 1 at its end; outside of it less or more. */
export function shareOf({ fromNs, toNs }: TimeRange, atNs: number): number {
  return (atNs - fromNs) / (toNs - fromNs);
}

export interface Tick {
  readonly atNs: number;
  /** "5 ms" */
  readonly words: string;
}

/** Each from the least end of a range on; as the replay's own clock, so that the two can be compared. */
const UNITS = [
  ['s', 1e9, 10e9],
  ['ms', 1e6, 1e6],
  ['µs', 1e3, 0],
] as const;

/** Round moments of the range, all in one unit. @param most of them, or one more */
export function ticksOf({ fromNs, toNs }: TimeRange, most: number): readonly Tick[] {
  const stepNs = roundStep((toNs - fromNs) / Math.max(1, most));
  const [unit, unitNs] = UNITS.find(([, , leastNs]) => toNs >= leastNs) ?? UNITS[2];
  const digits = Math.min(3, Math.max(0, Math.ceil(-Math.log10(stepNs / unitNs) - 1e-9)));
  const ticks: Tick[] = [];
  for (let at = Math.ceil(fromNs / stepNs); at * stepNs <= toNs; at += 1) {
    const words = `${((at * stepNs) / unitNs).toFixed(digits)} ${unit}`;
    ticks.push({ atNs: at * stepNs, words });
  }
  return ticks;
}

/** The next of 1, 2, 5, 10, … that is not less. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const factor = [1, 2, 5, 10].find((it) => it * power >= least) ?? 10;
  return factor * power;
}
