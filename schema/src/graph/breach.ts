// A broken rule, and the records that prove it.
import { LIMITS } from '../domain/index.ts';
import type { Breach, EvidenceEntry } from '../witness/index.ts';
import { builder } from './builder.ts';
import { msOf } from './durations.ts';
import { connectionOf } from './pages.ts';
import { CauseRef, EvidenceKindRef, RuleRef } from './witness-words.ts';
import { OutcomeRef, SeatStatusRef } from './words.ts';

const ENTRIES = LIMITS.holders.max;

const EvidenceRef = builder.objectRef<EvidenceEntry>('Evidence').implement({
  description: 'One record that a breach is proven by. What its kind does not have is null.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKindRef, description: 'Where the record is from.' }),
    orderId: t.exposeID('orderId', { nullable: true, description: 'The order it is about.' }),
    seat: t.exposeID('seatId', { description: 'The seat it is about.' }),
    round: t.exposeInt('round', { description: 'The round of the seat.' }),
    buyer: t.exposeString('buyer', { nullable: true, description: 'Whose order it is.' }),
    region: t.exposeString('region', { nullable: true, description: 'The Region it is from.' }),
    outcome: t.expose('outcome', {
      type: OutcomeRef,
      nullable: true,
      description: 'Of an ANSWER: what the buyer was told.',
    }),
    read: t.expose('read', {
      type: SeatStatusRef,
      nullable: true,
      description: 'Of an ANSWER: what its purchase read last, from the seats table.',
    }),
    callMs: t.float({
      nullable: true,
      description: 'Of an ANSWER or a RELEASE: when it was called, in ms of its history’s clock.',
      resolve: ({ callNs }) => msOf(callNs),
    }),
    returnMs: t.float({
      nullable: true,
      description: 'Of an ANSWER or a RELEASE: when it returned, in ms of its history’s clock.',
      resolve: ({ returnNs }) => msOf(returnNs),
    }),
  }),
});

const BreachRef = builder.objectRef<Breach>('Breach').implement({
  description: 'A broken rule, with the smallest set of records that proves it.',
  fields: (t) => ({
    rule: t.expose('rule', { type: RuleRef, description: 'The rule that is broken.' }),
    seat: t.exposeID('seatId', { description: 'The seat; of W6 the first seat of the fan.' }),
    round: t.exposeInt('round', { description: 'The round of the seat.' }),
    cause: t.expose('cause', {
      type: CauseRef,
      nullable: true,
      description: 'Why the sale too many was possible; null for a breach that is none.',
    }),
    words: t.exposeString('words', { description: 'One sentence that can be read aloud.' }),
    orderIds: t.idList({
      description: `The orders of the records, each once; at most ${ENTRIES}.`,
      resolve: ({ orderIds }) => orderIds.slice(0, ENTRIES),
    }),
    entries: t.field({
      type: [EvidenceRef],
      description: `The records: leave one out and it proves nothing. At most ${ENTRIES}.`,
      resolve: ({ entries }) => entries.slice(0, ENTRIES),
    }),
  }),
});

export const BreachConnectionRef = connectionOf('Breach', 'breaches', BreachRef);
