// What a clicker stops at: the markers of the bursts, those that are close together as one. A burst
// has hundreds of contradictions, and a talk has not the time for each. Pure.
import type { ReplayMark } from '../replay/session.ts';

/** Marks within this share of the whole are one stop, at the last of them. */
const ONE_STOP = 0.02;

/** Moments in order, all inside the recording; its end is not among them. */
export function stepsOf(marks: readonly ReplayMark[], durationNs: number): readonly number[] {
  const markers = marks.filter(({ kind }) => kind === 'MARKER');
  const used = markers.length > 0 ? markers : marks;
  const gapNs = durationNs * ONE_STOP;
  const steps: number[] = [];
  let first = Number.NEGATIVE_INFINITY;
  for (const { atNs } of used) {
    if (atNs <= 0 || atNs >= durationNs) continue;
    if (atNs - first <= gapNs) steps[steps.length - 1] = atNs;
    else {
      first = atNs;
      steps.push(atNs);
    }
  }
  return steps;
}
