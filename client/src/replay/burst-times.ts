// When everything of a burst happened, as columns of numbers built once from its history: what each
// attempt began, read, wrote and ended, and what the buyer was told. It needs no floor, so that a
// history of an unknown venue still has its times. Nothing here is ever written again.
import { OUTCOMES, type Answer } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import { NO_REGION } from '../floor/model.ts';

/** In `outcome`: the order was never answered. */
export const NO_ANSWER = 255;

/** Row i is the order at position i of the plan. Nanoseconds on the clock of the history. */
export interface BurstTimes {
  readonly history: History;
  readonly count: number;
  /** The answer of each order; null: none. */
  readonly answers: readonly (Answer | null)[];
  /** Index into the engine's Regions, or NO_REGION. */
  readonly region: Uint8Array;
  /** Index into OUTCOMES, or NO_ANSWER. */
  readonly outcome: Uint8Array;
  /** NaN without an answer, like the two below. */
  readonly intendedNs: Float64Array;
  readonly callNs: Float64Array;
  readonly returnNs: Float64Array;
  /** The attempts of order i are rows attemptsFrom[i] to attemptsFrom[i + 1] of the five below. */
  readonly attemptsFrom: Int32Array;
  readonly startNs: Float64Array;
  /** NaN: no read came back. */
  readonly readNs: Float64Array;
  /** NaN: nothing was written. */
  readonly writeNs: Float64Array;
  readonly endNs: Float64Array;
  /** 1: the database refused it. */
  readonly refused: Uint8Array;
  /** When the last thing happened that has a time; the ledger was read back after it. */
  readonly endsNs: number;
}

export function timesOf(history: History): BurstTimes {
  const answers = answersByOrder(history);
  const attempts = attemptColumns(answers);
  const { regions } = history.header.engine;
  const timeOf = (pick: (answer: Answer) => number): Float64Array =>
    Float64Array.from(answers, (answer) => (answer === null ? NaN : pick(answer)));
  const returnNs = timeOf((answer) => answer.returnNs);
  return {
    ...{ history, answers, count: answers.length },
    region: Uint8Array.from(history.orders, (order) => regionOf(regions, order.region)),
    outcome: Uint8Array.from(answers, (it) => (it ? OUTCOMES.indexOf(it.outcome) : NO_ANSWER)),
    intendedNs: timeOf(({ intendedNs }) => intendedNs),
    callNs: timeOf(({ callNs }) => callNs),
    returnNs,
    ...attempts,
    endsNs: endOf(history, returnNs, attempts.endNs),
  };
}

/** @returns NO_REGION for one that the engine does not have */
export function regionOf(regions: readonly string[], region: string): number {
  const index = regions.indexOf(region);
  return index < 0 ? NO_REGION : index;
}

/** The answers stand in the order of the plan; ids may repeat in a plan. */
function answersByOrder({ orders, answers }: History): readonly (Answer | null)[] {
  const byId = new Map<string, Answer[]>();
  for (const answer of answers.toReversed()) {
    const same = byId.get(answer.orderId);
    if (same === undefined) byId.set(answer.orderId, [answer]);
    else same.push(answer);
  }
  return orders.map(({ id }) => byId.get(id)?.pop() ?? null);
}

type AttemptColumns = Pick<
  BurstTimes,
  'attemptsFrom' | 'startNs' | 'readNs' | 'writeNs' | 'endNs' | 'refused'
>;

function attemptColumns(answers: readonly (Answer | null)[]): AttemptColumns {
  const attemptsFrom = new Int32Array(answers.length + 1);
  answers.forEach((answer, index) => {
    attemptsFrom[index + 1] = (attemptsFrom[index] ?? 0) + (answer?.trace.length ?? 0);
  });
  const attempts = answers.flatMap((answer) => answer?.trace ?? []);
  return {
    attemptsFrom,
    startNs: Float64Array.from(attempts, ({ startNs }) => startNs),
    readNs: Float64Array.from(attempts, ({ readNs }) => readNs ?? NaN),
    writeNs: Float64Array.from(attempts, ({ writeNs }) => writeNs ?? NaN),
    endNs: Float64Array.from(attempts, ({ endNs }) => endNs),
    refused: Uint8Array.from(attempts, ({ conflict }) => (conflict === null ? 0 : 1)),
  };
}

/** At least 1, so that there is a way from the start to the end. */
function endOf({ markers, releases }: History, ...columns: readonly Float64Array[]): number {
  let end = 1;
  for (const column of columns) {
    for (const atNs of column) if (atNs > end) end = atNs;
  }
  for (const { atNs } of markers) end = Math.max(end, atNs);
  for (const { returnNs } of releases) end = Math.max(end, returnNs);
  return end;
}
