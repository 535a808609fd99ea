// What the Witness says, of the whole floor and of one seat.
import { LIMITS } from '../domain/index.ts';
import { BadRequest, type Page, type PageInput } from '../services.ts';
import type { SeatFinding, VerdictView } from '../services.ts';
import { builder } from './builder.ts';
import { translatedEvents } from './client-errors.ts';
import { engineOf } from './known-engine.ts';
import { SaleRef } from './ledger.ts';
import { connectionOf, pageArguments, pageInput } from './pages.ts';
import { VerdictResultRef } from './scalars.ts';

const SEATS_A_PAGE = 50;

const SeatVerdictRef = builder.objectRef<SeatFinding>('SeatVerdict').implement({
  description: 'What the Witness says of one seat, in its current round.',
  fields: (t) => ({
    seat: t.exposeID('seatId', { description: 'The seat.' }),
    round: t.exposeInt('round', { description: 'Its current round.' }),
    confirmed: t.exposeInt('confirmed', { description: 'Its sales in the committed ledger.' }),
    doubleSells: t.exposeInt('doubleSells', { description: 'Sales beyond the first.' }),
    result: t.expose('result', { type: VerdictResultRef, description: 'Of this seat alone.' }),
    holders: t.field({
      type: [SaleRef],
      description:
        'Who holds a ticket, in the order of sale. `confirmed` counts all, and the ledger query ' +
        'pages through them.',
      args: {
        first: t.arg.int({
          defaultValue: LIMITS.holders.max,
          description: `How many at most, 0 to ${LIMITS.holders.max}.`,
        }),
      },
      resolve: ({ holders }, { first }) => holders.slice(0, holdersInput(first)),
    }),
  }),
});

const OversoldSeatConnectionRef = connectionOf('OversoldSeat', 'oversold seats', SeatVerdictRef);

const VerdictRef = builder.objectRef<VerdictView>('Verdict').implement({
  description: 'What the Witness says of the committed records, in the current rounds.',
  fields: (t) => ({
    result: t.expose('result', { type: VerdictResultRef, description: 'The verdict.' }),
    reasons: t.exposeStringList('reasons', {
      description: 'The evidence when VIOLATED, what is not known when UNPROVEN; at most 12.',
    }),
    readAt: t.expose('readAtMs', {
      type: 'DateTime',
      description: 'When the records were read from the database.',
    }),
    sales: t.exposeInt('sales', { description: 'Sales in the committed ledger.' }),
    seatsSold: t.exposeInt('seatsSold', { description: 'Seats with at least one sale.' }),
    doubleSells: t.exposeInt('doubleSells', {
      description: 'Sales beyond the first of each seat, over the whole floor.',
    }),
    hiddenSales: t.exposeInt('hiddenSales', {
      description:
        'Sales that the seats table cannot show; known once the Regions have converged, 0 before.',
    }),
    oversoldSeats: t.field({
      type: OversoldSeatConnectionRef,
      description: 'Seats with more than one sale, in the order of the floor.',
      args: pageArguments(SEATS_A_PAGE),
      resolve: ({ oversold }, page) => pageOf(oversold, pageInput(page, SEATS_A_PAGE)),
    }),
    focus: t.expose('focus', {
      type: SeatVerdictRef,
      nullable: true,
      description: 'The seat that was asked about; null when none was.',
    }),
  }),
});

function holdersInput(first: number | null | undefined): number {
  const { max } = LIMITS.holders;
  const asked = first ?? max;
  if (asked >= 0 && asked <= max) return asked;
  throw new BadRequest(`"first" must be from 0 to ${max}, not ${asked}.`, 'first');
}

/** The cursor is the seat's id: it holds while other seats come and go. */
function pageOf(all: readonly SeatFinding[], { first, after }: PageInput): Page<SeatFinding> {
  const start = after === null ? 0 : all.findIndex(({ seatId }) => seatId === after) + 1;
  if (after !== null && start === 0) {
    throw new BadRequest('"after" is not a cursor of this list.', 'after');
  }
  const items = all.slice(start, start + first).map((node) => ({ cursor: node.seatId, node }));
  return { items, hasNextPage: start + first < all.length, totalCount: all.length };
}

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
