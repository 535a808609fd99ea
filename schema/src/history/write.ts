// A history as text: the same history is always the same bytes. Lines of what happened come in
// order of time; what was read back from the database comes after them.
import type { Answer, Order } from '../domain/index.ts';
import { HistoryFault } from './fault.ts';
import { firstSeenOf, type FirstSeen } from './first-seen.ts';
import { sha256Of, withHash } from './hash.ts';
import { writeCall, type Call } from './lines/call.ts';
import { writeHeader } from './lines/header.ts';
import { writeLedger, writeSale } from './lines/ledger.ts';
import { writeEnd, writeHole, writeMarker } from './lines/notes.ts';
import { writeRelease } from './lines/release.ts';
import { writeReturn } from './lines/return.ts';
import { writeScope } from './lines/scope.ts';
import { writeTable } from './lines/table.ts';
import type { History } from './types.ts';

export interface WrittenHistory {
  readonly text: string;
  /** 64 hexadecimal digits; also in the first line of the text. */
  readonly sha256: string;
}

/**
 * Answers may come in any order; they are read back in the order of the plan, releases and markers
 * in order of time, and the rows of a whole table in the order of the scope.
 * @param hashOf as sha256Of, for whoever has a faster SHA-256
 * @throws HistoryFault UNKNOWN_ORDER when an answer belongs to no order of the plan
 */
export function writeHistory(history: History, hashOf = sha256Of): WrittenHistory {
  const { header, scope, ledger, tables, holes } = history;
  const lines = [
    writeHeader(header),
    writeScope(scope),
    ...happenings(history),
    writeLedger(ledger),
    ...ledger.sales.map(writeSale),
    ...tables.map((table) => writeTable(table, scope)),
    ...holes.map(writeHole),
  ];
  lines.push(writeEnd(lines.length + 1));
  const text = `${lines.join('\n')}\n`;
  const sha256 = hashOf(text);
  return { text: withHash(text, sha256), sha256 };
}

/** A line with its place: what is called or seen at a moment comes before what returns then. */
interface Happening {
  readonly atNs: number;
  readonly rank: 0 | 1;
  readonly text: string;
}

/** Orders that were never answered come first, then all that has a time. */
function happenings(history: History): string[] {
  const calls = history.orders.map((order, number): Call => ({ number, order, times: null }));
  const answered = matched(calls, history.answers);
  const waiting = calls.filter(({ number }) => !answered.has(number));
  const numbers = new Map(calls.toReversed().map(({ order, number }) => [order.id, number]));
  const numberOf = (orderId: string): number | undefined => numbers.get(orderId);
  const timed = [
    ...[...answered].flatMap(([number, answer]) => callAndReturn(number, answer)),
    ...firstSeenOf([...answered.values()]).map((seen) =>
      at(seen.atNs, 0, writeSeen(seen, numberOf)),
    ),
    ...history.releases.map((it) => at(it.callNs, 0, writeRelease(it))),
    ...history.markers.map((it) => at(it.atNs, 0, writeMarker(it))),
  ].sort((one, other) => one.atNs - other.atNs || one.rank - other.rank);
  return [...waiting.map(writeCall), ...timed.map(({ text }) => text)];

  function callAndReturn(number: number, answer: Answer): Happening[] {
    const { callNs, intendedNs, returnNs } = answer;
    const order = history.orders[number] as Order;
    const call = { number, order, times: { intendedNs, callNs } };
    const round = history.scope.get(order.seatId) ?? history.header.burst.round;
    const context = { round, numberOf };
    return [at(callNs, 0, writeCall(call)), at(returnNs, 1, writeReturn(answer, call, context))];
  }
}

const at = (atNs: number, rank: 0 | 1, text: string): Happening => ({ atNs, rank, text });

function writeSeen(
  { orderId, ...seen }: FirstSeen,
  numberOf: (orderId: string) => number | undefined,
): string {
  return JSON.stringify({ line: 'seen', ...seen, order: numberOf(orderId) ?? orderId });
}

/** The answers by the number of their order, in the order of the plan. Ids may repeat in a plan. */
function matched(calls: readonly Call[], answers: readonly Answer[]): ReadonlyMap<number, Answer> {
  const numbersOf = new Map<string, number[]>();
  for (const { order, number } of calls.toReversed()) {
    const numbers = numbersOf.get(order.id);
    if (numbers === undefined) numbersOf.set(order.id, [number]);
    else numbers.push(number);
  }
  const pairs = answers.map((answer): [number, Answer] => {
    const number = numbersOf.get(answer.orderId)?.pop();
    if (number !== undefined) return [number, answer];
    throw new HistoryFault('UNKNOWN_ORDER', 0, 'one answer an order of the plan', answer.orderId);
  });
  return new Map(pairs.sort(([one], [other]) => one - other));
}
