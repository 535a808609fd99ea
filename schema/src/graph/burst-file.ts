// The file of a burst, read once for each operation however many questions it asks, and judged once.
// One file at a time and few kept, so that a question about many bursts costs time and not memory.
import { type History, witnessInputOf } from '../history/index.ts';
import type { BurstView, VerdictView } from '../services.ts';
import { type Finding, judge } from '../witness/index.ts';
import type { GraphContext } from './builder.ts';

/** Files that one operation keeps; the oldest goes when there are more. */
const KEPT_FILES = 8;

type Reading = Promise<History | null>;

interface Desk {
  readonly readings: Map<string, Reading>;
  last: Promise<unknown>;
}

const desks = new WeakMap<GraphContext, Desk>();
const findings = new WeakMap<History, Finding>();

/** @returns null: no such burst, or it has no file (yet) */
export function historyOf(context: GraphContext, burstId: string): Reading {
  const desk = desks.get(context) ?? {
    readings: new Map<string, Reading>(),
    last: Promise.resolve(),
  };
  desks.set(context, desk);
  const known = desk.readings.get(burstId);
  if (known !== undefined) return known;
  const reading = desk.last.then(() => context.services.burstHistory(burstId));
  keep(desk, burstId, reading);
  return reading;
}

function keep(desk: Desk, burstId: string, reading: Reading): void {
  desk.readings.set(burstId, reading);
  const [oldest] = desk.readings.keys();
  if (oldest !== undefined && desk.readings.size > KEPT_FILES) desk.readings.delete(oldest);
  // A subscription asks again: the file may be there by then.
  const forget = (): void => {
    if (desk.readings.get(burstId) === reading) desk.readings.delete(burstId);
  };
  desk.last = reading.then((history) => {
    if (history === null) forget();
  }, forget);
}

/** A resolver that answers from the burst's file, or null while there is none. */
export const fromFile =
  <Args, Result>(question: (history: History, args: Args) => Result) =>
  async ({ id }: BurstView, args: Args, context: GraphContext): Promise<Result | null> => {
    const history = await historyOf(context, id);
    return history === null ? null : question(history, args);
  };

/** What the Witness says of this file, and of nothing else; its focus is the contested seat. */
export function findingOf(history: History): Finding {
  const known = findings.get(history);
  if (known !== undefined) return known;
  const finding = judge(witnessInputOf(history), history.header.burst.seatId ?? undefined);
  findings.set(history, finding);
  return finding;
}

/** Read at the earliest when the last thing that the file tells of had happened. */
export function verdictOf(history: History): VerdictView {
  const { answers, releases, markers, header } = history;
  const lastNs = [
    ...answers.map(({ returnNs }) => returnNs),
    ...releases.map(({ returnNs }) => returnNs),
    ...markers.map(({ atNs }) => atNs),
  ].reduce((last, atNs) => Math.max(last, atNs), 0);
  return { ...findingOf(history), readAtMs: Date.parse(header.burst.startedAt) + lastNs / 1e6 };
}
