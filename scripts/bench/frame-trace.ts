// What a page's main thread did in each frame, read from a trace of Chromium: every task of the
// thread, whoever it was for, with the processor time that it took. Pure.

/** As far as it is read here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's processor time. */
  readonly tdur?: number;
}

/** The categories that the trace must have. */
export const TRACE_CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

export interface TracedFrame {
  readonly wallMs: number;
  readonly cpuMs: number;
}

const TASK = 'RunTask';
const FRAME = 'FireAnimationFrame';

/**
 * One a frame, between two marks of the page's user timing: the tasks since the frame before, up to
 * the one that ran the callbacks of this frame.
 * @throws Error when the trace does not have the marks
 */
export function readFrames(trace: string, from: string, to: string): TracedFrame[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const start = traceEvents.find(({ name }) => name === from);
  const end = traceEvents.find(({ name }) => name === to);
  if (start === undefined || end === undefined) throw new Error(`no marks ${from} and ${to}`);
  const own = traceEvents
    .filter(({ pid, tid, ts }) => pid === start.pid && tid === start.tid && ts >= start.ts)
    .filter(({ ts }) => ts <= end.ts);
  const frames = own.filter(({ name }) => name === FRAME).sort(byTime);
  const tasks = own.filter(({ name, ph }) => name === TASK && ph === 'X').sort(byTime);
  return sumUp(tasks, frames);
}

function sumUp(tasks: readonly TraceEvent[], frames: readonly TraceEvent[]): TracedFrame[] {
  const summed: TracedFrame[] = [];
  let [wallUs, cpuUs, next] = [0, 0, 0];
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    wallUs += dur;
    cpuUs += tdur;
    const before = next;
    while ((frames[next]?.ts ?? Infinity) <= ts + dur) next += 1;
    if (next === before) continue;
    summed.push({ wallMs: wallUs / 1_000, cpuMs: cpuUs / 1_000 });
    [wallUs, cpuUs] = [0, 0];
  }
  return summed;
}

const byTime = (one: TraceEvent, other: TraceEvent): number => one.ts - other.ts;
