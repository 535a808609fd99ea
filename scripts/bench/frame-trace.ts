// What a page's main thread did in each frame, read from a trace of Chromium: every task of the
// thread, whoever it was for, with the processor time that it took; beside it, that of the threads
// that paint for the page. Pure.

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
  /** Of the page's other threads that have frames, together, in the same time. */
  readonly paintersCpuMs: number;
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
  const timed = traceEvents
    .filter(({ pid, ts }) => pid === start.pid && ts >= start.ts && ts <= end.ts)
    .sort(byTime);
  const own = timed.filter(({ tid }) => tid === start.tid);
  const frames = own.filter(({ name }) => name === FRAME);
  const painters = new Set(timed.filter(({ name }) => name === FRAME).map(({ tid }) => tid));
  painters.delete(start.tid);
  const painting = timed.filter((event) => painters.has(event.tid) && isTask(event));
  return sumUp(own.filter(isTask), frames, painting);
}

function sumUp(
  tasks: readonly TraceEvent[],
  frames: readonly TraceEvent[],
  painting: readonly TraceEvent[],
): TracedFrame[] {
  const summed: TracedFrame[] = [];
  let [wallUs, cpuUs, next, nextPainting] = [0, 0, 0, 0];
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    wallUs += dur;
    cpuUs += tdur;
    const before = next;
    while ((frames[next]?.ts ?? Infinity) <= ts + dur) next += 1;
    if (next === before) continue;
    let paintersUs = 0;
    for (; (painting[nextPainting]?.ts ?? Infinity) <= ts + dur; nextPainting += 1) {
      paintersUs += painting[nextPainting]?.tdur ?? 0;
    }
    const [wallMs, cpuMs, paintersCpuMs] = [wallUs / 1_000, cpuUs / 1_000, paintersUs / 1_000];
    summed.push({ wallMs, cpuMs, paintersCpuMs });
    [wallUs, cpuUs] = [0, 0];
  }
  return summed;
}

const isTask = ({ name, ph }: TraceEvent): boolean => name === TASK && ph === 'X';
const byTime = (one: TraceEvent, other: TraceEvent): number => one.ts - other.ts;
