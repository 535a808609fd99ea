// What one buyer was told, and when. What is as expected is not written: the seat, the buyer and
// the Region of the order, the round of the scope, an attempt a run, one press, no loss.
import { OUTCOMES, REJECTION_REASONS, type Answer, type Order } from '../../domain/index.ts';
import type { Fields } from '../fields.ts';
import type { Call } from './call.ts';
import { readTrace, traceConflicts, writeTrace } from './trace.ts';

const ROW_STATUSES = ['AVAILABLE', 'SOLD'] as const;

/** What a line leaves out: the round of the order's seat. */
interface Expected {
  readonly round: number;
}

/** Whoever held the seat is named by its number in the plan, if it has one. */
export interface WriteContext extends Expected {
  readonly numberOf: (orderId: string) => number | undefined;
}

/** The order with this number, if its call is known. */
export interface ReadContext extends Expected {
  readonly orderOf: (number: number) => Order | undefined;
}

export function writeReturn(answer: Answer, call: Call, context: WriteContext): string {
  const { order, number } = call;
  const conflicts = traceConflicts(answer.trace);
  return JSON.stringify({
    line: 'return',
    order: number,
    returnNs: answer.returnNs,
    outcome: answer.outcome,
    reason: answer.rejectionReason ?? undefined,
    read: answer.read ?? undefined,
    ...holderOf(answer, context),
    attempts: unless(answer.attempts === answer.trace.length, answer.attempts),
    trace: writeTrace(answer.trace),
    conflicts: unless(sameTexts(answer.conflicts, conflicts), answer.conflicts),
    presses: unless(answer.presses === 1, answer.presses),
    lost: unless(!answer.lost, true),
    seatId: unless(answer.seatId === order.seatId, answer.seatId),
    round: unless(answer.round === context.round, answer.round),
    buyer: unless(answer.buyer === order.buyer, answer.buyer),
    region: unless(answer.region === order.region, answer.region),
  });
}

const unless = <Value>(expected: boolean, value: Value): Value | undefined =>
  expected ? undefined : value;

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);

function holderOf({ readOrderId }: Answer, { numberOf }: WriteContext): object {
  if (readOrderId === null) return {};
  return { holder: numberOf(readOrderId) ?? readOrderId };
}

/** @throws HistoryFault */
export function readReturn(fields: Fields, call: Call, context: ReadContext): Answer {
  const { order, times } = call;
  if (times === null) return fields.refuse('order', 'one whose call has "callNs"', call.number);
  const trace = readTrace(fields);
  return {
    orderId: order.id,
    seatId: fields.has('seatId') ? fields.text('seatId') : order.seatId,
    round: fields.has('round') ? fields.whole('round') : context.round,
    buyer: fields.has('buyer') ? fields.text('buyer') : order.buyer,
    region: fields.has('region') ? fields.text('region') : order.region,
    outcome: fields.oneOf('outcome', OUTCOMES),
    rejectionReason: fields.has('reason') ? fields.oneOf('reason', REJECTION_REASONS) : null,
    read: fields.has('read') ? fields.oneOf('read', ROW_STATUSES) : null,
    readOrderId: readHolder(fields, context),
    attempts: fields.has('attempts') ? fields.whole('attempts') : trace.length,
    conflicts: fields.has('conflicts') ? fields.texts('conflicts') : traceConflicts(trace),
    trace,
    presses: fields.has('presses') ? fields.whole('presses') : 1,
    lost: fields.has('lost') && fields.flag('lost'),
    intendedNs: times.intendedNs,
    callNs: times.callNs,
    returnNs: fields.number('returnNs'),
  };
}

/** By its number in the plan; an order of somebody else by its id. */
function readHolder(fields: Fields, { orderOf }: ReadContext): string | null {
  if (!fields.has('holder')) return null;
  if (fields.isText('holder')) return fields.text('holder');
  return orderOf(fields.whole('holder'))?.id ?? null;
}
