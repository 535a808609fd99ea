// For Jepsen's checkers: a vector of operations, one a line, for Knossos' cas-register. The register
// of a seat is nil while it is free and 1 while it is held:
//   a purchase        :cas [nil 1]  ok: sold; info: may have been sold; fail: certainly not
//   a rejection       :read 1       ok: it says that the seat was held at some moment of the call
//   a ticket returned :cas [1 nil]
// A register that is consistent in this way is W1 and W5 of that seat, no more and no less. The
// seat and its round are in :key; histories of several seats are checked key by key.
import type { History } from '../types.ts';
import { operationsOf, type Operation } from './operations.ts';

type EventType = 'invoke' | 'ok' | 'info' | 'fail';

interface Event {
  readonly operation: Operation;
  readonly type: EventType;
  readonly atNs: number;
}

export function exportEdn(history: History): string {
  const operations = operationsOf(history);
  const rankOf = rankIn(operations);
  const events = operations
    .flatMap(eventsOf)
    .sort((one, other) => one.atNs - other.atNs || rankOf(one) - rankOf(other));
  return `[${events.map(eventLine).join('\n ')}]\n`;
}

/**
 * The order of events at one moment. Who calls when another returns is concurrent with it, so that
 * calls come first; but what is given back at the moment of its own answer was bought before that.
 */
function rankIn(operations: readonly Operation[]): (event: Event) => number {
  const buys = operations.filter(({ isRelease }) => !isRelease);
  const answeredNs = new Map(buys.map(({ order, returnNs }) => [order.id, returnNs]));
  const atOnce = new Set(
    operations
      .filter(({ isRelease, order, callNs }) => isRelease && answeredNs.get(order.id) === callNs)
      .map(({ order }) => order.id),
  );
  return ({ operation, type }) => {
    const isCall = type === 'invoke';
    if (!atOnce.has(operation.order.id)) return isCall ? 0 : 3;
    return (operation.isRelease ? 2 : 0) + (isCall ? 0 : 1);
  };
}

function eventsOf(operation: Operation): readonly Event[] {
  const { callNs, returnNs, effect, isMaybe } = operation;
  const type = effect === 'NONE' ? 'fail' : isMaybe ? 'info' : 'ok';
  return [
    { operation, type: 'invoke', atNs: callNs },
    { operation, type, atNs: returnNs },
  ];
}

function eventLine({ operation, type, atNs }: Event, index: number): string {
  const { process, seatId, round, order, outcome } = operation;
  const told = type === 'invoke' ? '' : ` :outcome :${outcome}`;
  return [
    `{:index ${index} :time ${Math.round(atNs)} :process ${process} :type :${type}`,
    `${whatOf(operation, type)} :key [${quoted(seatId)} ${round}]`,
    `:order ${quoted(order.id)} :buyer ${quoted(order.buyer)}`,
    `:region ${quoted(order.region)}${told}}`,
  ].join(' ');
}

function whatOf({ effect, isRelease }: Operation, type: EventType): string {
  if (effect === 'REFUSED') return `:f :read :value ${type === 'invoke' ? 'nil' : '1'}`;
  return isRelease ? ':f :cas :value [1 nil]' : ':f :cas :value [nil 1]';
}

/** The escapes of a JSON string are those of an EDN string too. */
const quoted = (text: string): string => JSON.stringify(text);
