// What one buyer of a burst saw: one entry of the burst's history.
import type { Answer, Attempt } from '../domain/index.ts';
import { builder } from './builder.ts';
import { msOf } from './durations.ts';
import { connectionOf } from './pages.ts';
import { OutcomeRef, RejectionReasonRef, SeatStatusRef } from './words.ts';

/** Runs of one order that are listed; its `attempts` counts all. */
const TRACED = 100;

const AttemptRef = builder.objectRef<Attempt>('Attempt').implement({
  description: 'One run of the purchase. Times are milliseconds on the clock of its burst.',
  fields: (t) => ({
    startMs: t.float({ description: 'It began.', resolve: ({ startNs }) => msOf(startNs) }),
    readMs: t.float({
      nullable: true,
      description: 'The seat’s row came back first; null: no read came back.',
      resolve: ({ readNs }) => msOf(readNs),
    }),
    writeMs: t.float({
      nullable: true,
      description: 'Its first write was sent; null: it wrote nothing.',
      resolve: ({ writeNs }) => msOf(writeNs),
    }),
    endMs: t.float({ description: 'It had ended.', resolve: ({ endNs }) => msOf(endNs) }),
    conflict: t.exposeString('conflict', {
      nullable: true,
      description: 'Why it was refused, such as "40001 OC000"; null: it was not.',
    }),
  }),
});

export const AnswerRef = builder.objectRef<Answer>('Answer').implement({
  description: 'What one buyer saw. The Witness compares it with the ledger.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'The buyer’s order.' }),
    buyer: t.exposeString('buyer', { description: 'Who ordered.' }),
    region: t.exposeString('region', { description: 'The Region that they ordered in.' }),
    seat: t.exposeID('seatId', { description: 'The seat that they wanted.' }),
    outcome: t.expose('outcome', { type: OutcomeRef, description: 'What they were told.' }),
    rejectionReason: t.expose('rejectionReason', {
      type: RejectionReasonRef,
      nullable: true,
      description: 'Why REJECTED; null otherwise, and in bursts older than reasons.',
    }),
    read: t.expose('read', {
      type: SeatStatusRef,
      nullable: true,
      description: 'What their purchase read last, from the seats table; null: no read came back.',
    }),
    readOrderId: t.exposeID('readOrderId', {
      nullable: true,
      description: 'The order that held the seat as it was read last; null: none, or no read.',
    }),
    attempts: t.exposeInt('attempts', { description: 'Runs of the purchase.' }),
    conflicts: t.exposeStringList('conflicts', {
      description: 'One code for each attempt that was refused, such as "40001 OC000".',
    }),
    trace: t.field({
      type: [AttemptRef],
      description: `Each run of the purchase, of all presses, in order; the first ${TRACED}.`,
      resolve: ({ trace }) => trace.slice(0, TRACED),
    }),
    presses: t.exposeInt('presses', {
      description: 'How often they pressed: more than 1 when answers were lost on the way back.',
    }),
    lost: t.exposeBoolean('lost', {
      description: 'The database’s answer was lost: the outcome is what the ledger decided.',
    }),
    callMs: t.float({
      description: 'When they pressed first, in milliseconds on the clock of their burst.',
      resolve: ({ callNs }) => msOf(callNs),
    }),
    returnMs: t.float({
      description: 'When they had their answer, in milliseconds on the clock of their burst.',
      resolve: ({ returnNs }) => msOf(returnNs),
    }),
    latencyMs: t.float({
      description: 'Milliseconds from when they meant to order until the answer; queueing counts.',
      resolve: ({ intendedNs, returnNs }) => msOf(returnNs - intendedNs),
    }),
    queuedMs: t.float({
      description: 'The part of latencyMs before their order was called, in milliseconds.',
      resolve: ({ intendedNs, callNs }) => msOf(callNs - intendedNs),
    }),
  }),
});

export const AnswerConnectionRef = connectionOf('Answer', 'answers', AnswerRef);
