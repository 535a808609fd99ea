// The contradiction as a drawing: the orders that prove a breach, each from its call to its answer,
// on one axis of time, with the moments at which it read and wrote. Pure.
import type { Answer } from '@worldseat/schema/domain';
import type { Breach } from '@worldseat/schema/witness';

export interface OverlapBar {
  readonly orderId: string;
  readonly who: string;
  readonly region: string;
  readonly outcome: Answer['outcome'];
  /** Shares of the axis, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

export interface Overlap {
  readonly bars: readonly OverlapBar[];
  /** What the axis spans, in milliseconds since the start of the burst. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** @returns null when no answer of the breach's orders is known: there is nothing to draw */
export function overlapOf(breach: Breach, answers: ReadonlyMap<string, Answer>): Overlap | null {
  const involved = breach.orderIds.flatMap((id) => answers.get(id) ?? []);
  if (involved.length === 0) return null;
  const fromNs = Math.min(...involved.map(({ callNs }) => callNs));
  const toNs = Math.max(...involved.map(({ returnNs }) => returnNs), fromNs + 1);
  const share = (atNs: number): number => (atNs - fromNs) / (toNs - fromNs);
  const moments = (answer: Answer, of: 'readNs' | 'writeNs'): number[] =>
    answer.trace.flatMap((attempt) => (attempt[of] === null ? [] : share(attempt[of])));
  const bars = involved.map((answer): OverlapBar => ({
    orderId: answer.orderId,
    who: answer.buyer,
    region: answer.region,
    outcome: answer.outcome,
    from: share(answer.callNs),
    to: share(answer.returnNs),
    reads: moments(answer, 'readNs'),
    writes: moments(answer, 'writeNs'),
  }));
  return { bars, fromMs: fromNs / 1e6, toMs: toNs / 1e6 };
}
