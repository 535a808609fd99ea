// For elle-cli, model rw-register: every order a transaction on the register of its seat and round.
// It reads what was read (null: available; else the number of the order that held the seat) and
// writes the number of its own order, so that every value is written once. Which of several free
// moments was read nobody knows: once a ticket is given back, reads of a free seat are left out.
import type { Answer } from '../../domain/index.ts';
import type { History } from '../types.ts';

type EventType = 'invoke' | 'ok' | 'info' | 'fail';
type Step = readonly ['r' | 'w', key: string, value: number | null];

interface Event {
  readonly type: EventType;
  readonly process: number;
  readonly value: readonly Step[];
  readonly atNs: number;
}

/** What a buyer was told is what its transaction came to. */
const TYPES: Readonly<Record<Answer['outcome'], EventType>> = {
  CONFIRMED: 'ok',
  REJECTED: 'ok',
  INDETERMINATE: 'info',
  FAILED: 'fail',
};

export function exportElle(history: History): string {
  const numbers = new Map(history.orders.map(({ id }, index) => [id, index + 1]));
  const numberOf = numberIn(numbers);
  const freedNs = freedAgain(history);
  const events = history.answers.flatMap((answer) => {
    const isFirstSale = answer.returnNs < (freedNs.get(keyOf(answer)) ?? Infinity);
    const isNamed = answer.read === 'SOLD' || isFirstSale;
    return eventsOf(answer, isNamed ? readsOf(answer, numberOf) : [], numberOf(answer.orderId));
  });
  const rank = ({ type }: Event): number => (type === 'invoke' ? 0 : 1);
  events.sort((one, other) => one.atNs - other.atNs || rank(one) - rank(other));
  const lines = events.map(({ type, process, value, atNs }, index) =>
    JSON.stringify({ index, time: Math.round(atNs), type, process, f: 'txn', value }),
  );
  return `[${lines.join(',\n')}]\n`;
}

/** Orders of others that were read get numbers after those of the plan. */
const numberIn =
  (numbers: Map<string, number>) =>
  (orderId: string): number => {
    const number = numbers.get(orderId) ?? numbers.size + 1;
    numbers.set(orderId, number);
    return number;
  };

/** When each seat was first to be given back. */
function freedAgain({ releases }: History): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const release of releases) {
    const key = keyOf(release);
    first.set(key, Math.min(release.callNs, first.get(key) ?? Infinity));
  }
  return first;
}

const keyOf = ({ seatId, round }: { readonly seatId: string; readonly round: number }): string =>
  `${seatId}/${round}`;

/** None for a buyer of whom it is not known that anything was read or written. */
function eventsOf(answer: Answer, reads: readonly Step[], own: number): readonly Event[] {
  const { outcome, callNs, returnNs } = answer;
  const writes: readonly Step[] = outcome === 'REJECTED' ? [] : [['w', keyOf(answer), own]];
  if (reads.length + writes.length === 0) return [];
  const asked = [...reads.map(([step, key]): Step => [step, key, null]), ...writes];
  const process = own - 1;
  const type = TYPES[outcome];
  return [
    { type: 'invoke', process, value: asked, atNs: callNs },
    { type, process, value: type === 'ok' ? [...reads, ...writes] : asked, atNs: returnNs },
  ];
}

function readsOf(answer: Answer, numberOf: (orderId: string) => number): readonly Step[] {
  const { read, readOrderId } = answer;
  if (read === 'AVAILABLE') return [['r', keyOf(answer), null]];
  return read === 'SOLD' && readOrderId !== null
    ? [['r', keyOf(answer), numberOf(readOrderId)]]
    : [];
}
