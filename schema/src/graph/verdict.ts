// What the Witness says, of the whole floor, of one seat, or of a burst.
import { type Cause, CAUSES } from '../domain/index.ts';
import type { VerdictView } from '../services.ts';
import { BreachConnectionRef } from './breach.ts';
import { builder } from './builder.ts';
import { translatedEvents } from './client-errors.ts';
import { engineOf } from './known-engine.ts';
import { byPosition, pageOf } from './list-page.ts';
import { pageArguments, pageInput } from './pages.ts';
import { OversoldSeatConnectionRef, SeatVerdictRef } from './seat-verdict.ts';
import { CauseRef, VerdictResultRef } from './witness-words.ts';

const SEATS_A_PAGE = 50;
const BREACHES_A_PAGE = 20;

interface CauseCount {
  readonly cause: Cause;
  readonly sales: number;
}

const CauseCountRef = builder.objectRef<CauseCount>('CauseCount').implement({
  description: 'How many sales too many one cause explains.',
  fields: (t) => ({
    cause: t.expose('cause', { type: CauseRef, description: 'What made them possible.' }),
    sales: t.exposeInt('sales', { description: 'How many it explains.' }),
  }),
});

export const VerdictRef = builder.objectRef<VerdictView>('Verdict').implement({
  description: 'What the Witness says of the committed records and of what buyers were told.',
  fields: (t) => ({
    result: t.expose('result', { type: VerdictResultRef, description: 'The verdict.' }),
    reasons: t.exposeStringList('reasons', {
      description: 'The evidence when VIOLATED, what is not known when UNPROVEN; at most 12.',
    }),
    unreadRegions: t.exposeStringList('unreadRegions', {
      description: 'Regions whose ledger could not be read: the counts below may be too few.',
    }),
    readAt: t.expose('readAtMs', {
      type: 'DateTime',
      description: 'When the records were read from the database.',
    }),
    sales: t.exposeInt('sales', { description: 'Sales in the committed ledger.' }),
    seatsSold: t.exposeInt('seatsSold', { description: 'Seats with at least one sale.' }),
    doubleSells: t.exposeInt('doubleSells', {
      description: 'Sales beyond the first of each seat, over all seats that are judged.',
    }),
    causes: t.field({
      type: [CauseCountRef],
      description: 'What made the double sells possible; the counts sum up to doubleSells.',
      resolve: ({ causes }) =>
        CAUSES.map((cause) => ({ cause, sales: causes[cause] })).filter(({ sales }) => sales > 0),
    }),
    overLimit: t.exposeInt('overLimit', {
      description: 'Tickets beyond what the rule allows each fan; 0 without a rule.',
    }),
    wrongRejections: t.exposeInt('wrongRejections', {
      description: 'Buyers who were told that a seat is taken while it was certainly free.',
    }),
    hiddenSales: t.exposeInt('hiddenSales', {
      description:
        'Sales that the seats table cannot show; known once the Regions have converged, 0 before.',
    }),
    breaches: t.field({
      type: BreachConnectionRef,
      description: 'Every broken rule with its evidence; the first of each rule comes first.',
      args: pageArguments(BREACHES_A_PAGE),
      resolve: ({ breaches }, page) =>
        pageOf(breaches, byPosition, pageInput(page, BREACHES_A_PAGE)),
    }),
    oversoldSeats: t.field({
      type: OversoldSeatConnectionRef,
      description: 'Seats with more than one sale, in the order of the floor.',
      args: pageArguments(SEATS_A_PAGE),
      resolve: ({ oversold }, page) =>
        pageOf(oversold, ({ seatId }) => seatId, pageInput(page, SEATS_A_PAGE)),
    }),
    focus: t.expose('focus', {
      type: SeatVerdictRef,
      nullable: true,
      description: 'The seat that was asked about; null when none was.',
    }),
  }),
});

builder.queryField('witness', (t) =>
  t.field({
    type: VerdictRef,
    description: 'Computed from the committed ledger each time it is asked; never a stored flag.',
    args: {
      engine: t.arg.id({ required: true, description: 'The engine to judge.' }),
      seat: t.arg.id({ description: 'Judge this seat as well, alone.' }),
    },
    resolve: (_, { engine, seat }, { services }) =>
      services.witness(engineOf(services, engine).id, seat ?? null),
  }),
);

builder.subscriptionField('witnessVerdict', (t) =>
  t.field({
    type: VerdictRef,
    description:
      'The verdict now, then each time it changes, while a burst runs and after it settles.',
    args: {
      engine: t.arg.id({ required: true, description: 'The engine to judge.' }),
      seat: t.arg.id({ description: 'Judge this seat as well, alone.' }),
    },
    subscribe: (_, { engine, seat }, { services }) =>
      translatedEvents(services.watchVerdict(engineOf(services, engine).id, seat ?? null)),
    resolve: (verdict) => verdict,
  }),
);
