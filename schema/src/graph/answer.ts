// What one buyer of a burst saw: one entry of the burst's history.
import type { Answer } from '../domain/index.ts';
import { builder } from './builder.ts';
import { connectionOf } from './pages.ts';
import { OutcomeRef, SeatStatusRef } from './scalars.ts';

const NS_A_MS = 1e6;

const AnswerRef = builder.objectRef<Answer>('Answer').implement({
  description: 'What one buyer saw. The Witness compares it with the ledger.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'The buyer’s order.' }),
    buyer: t.exposeString('buyer', { description: 'Who ordered.' }),
    region: t.exposeString('region', { description: 'The Region that they ordered in.' }),
    seat: t.exposeID('seatId', { description: 'The seat that they wanted.' }),
    outcome: t.expose('outcome', { type: OutcomeRef, description: 'What they were told.' }),
    read: t.expose('read', {
      type: SeatStatusRef,
      nullable: true,
      description: 'What their purchase read last, from the seats table; null: no read came back.',
    }),
    attempts: t.exposeInt('attempts', { description: 'Runs of the purchase.' }),
    conflicts: t.exposeStringList('conflicts', {
      description: 'One code for each attempt that was refused, such as "40001 OC000".',
    }),
    latencyMs: t.float({
      description: 'Milliseconds from when they meant to order until the answer; queueing counts.',
      resolve: ({ intendedNs, returnNs }) => (returnNs - intendedNs) / NS_A_MS,
    }),
    queuedMs: t.float({
      description: 'The part of latencyMs before their order was called, in milliseconds.',
      resolve: ({ intendedNs, callNs }) => (callNs - intendedNs) / NS_A_MS,
    }),
  }),
});

export const AnswerConnectionRef = connectionOf('Answer', 'answers', AnswerRef);
