// The floor: a venue's geometry, and what the ledger says of its seats right now.
import { LIMITS, type Section, type Venue } from '../domain/index.ts';
import type { FloorView, SeatChangeView, SeatStatusView, SeatView } from '../services.ts';
import { builder } from './builder.ts';
import { translatedEvents } from './client-errors.ts';
import { engineOf } from './known-engine.ts';
import { SaleRef } from './ledger.ts';
import { SeatStatusRef } from './words.ts';

const PACKED = 'seatIndex * 64 + status * 16 + min(holders, 15)';

const VenueRef = builder.objectRef<Venue>('Venue').implement({
  description: 'A hall that can be put on sale.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Name it in resetFloor to move there.' }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    seatCount: t.exposeInt('seatCount', { description: 'How many seats it has.' }),
  }),
});

const SectionRef = builder.objectRef<Section>('Section').implement({
  description: 'Part of a venue: rows of seats, as compact geometry.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Unique in its venue.' }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    first: t.exposeInt('first', { description: 'Index on the floor of its first seat.' }),
    count: t.exposeInt('count', { description: 'How many seats it has; they follow row by row.' }),
    seatIds: t.exposeString('seatIds', {
      description: 'Pattern of its seat ids: {row} is A, B, … Z, AA; {seat} counts from 1.',
    }),
    rows: t.exposeIntList('rows', {
      description:
        'Seven integers a row: seat count, then x and y of its first seat, of a point between, and ' +
        'of its last seat, in 1/32 of a seat. Seats stand evenly on the arc through the three.',
    }),
  }),
});

export const FloorRef = builder.objectRef<FloorView>('Floor').implement({
  description: 'The seats that are on sale, and their state from the committed ledger.',
  fields: (t) => ({
    venue: t.expose('venue', { type: VenueRef, description: 'Where the seats are.' }),
    seatCount: t.int({ description: 'How many seats.', resolve: ({ venue }) => venue.seatCount }),
    sections: t.field({
      type: [SectionRef],
      description: 'The geometry, section by section.',
      resolve: ({ venue }) => venue.sections,
    }),
    bounds: t.intList({
      description: 'Left, top, right, bottom of everything drawn, in 1/32 of a seat.',
      resolve: ({ venue }) => venue.bounds,
    }),
    pitch: t.intList({
      description: 'Left, top, right, bottom of the empty middle, which has round ends.',
      resolve: ({ venue }) => venue.pitch,
    }),
    round: t.exposeInt('round', { description: 'Goes up when the whole floor is put on sale.' }),
    revision: t.exposeInt('revision', { description: 'A new one means: read the floor again.' }),
    sold: t.exposeInt('sold', { description: 'Seats with at least one sale.' }),
    tickets: t.exposeInt('tickets', { description: 'Sales; more than `sold` when oversold.' }),
    oversold: t.exposeInt('oversold', { description: 'Seats with more than one sale.' }),
    packed: t.exposeIntList('packed', {
      description: `Every seat that is not available, as ${PACKED}.`,
    }),
  }),
});

export const SeatRef = builder.objectRef<SeatView>('Seat').implement({
  description: 'One seat: what the seats table shows, and what the ledger says.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Such as "A1", or "112-E-8" in a large venue.' }),
    status: t.expose('status', { type: SeatStatusRef, description: 'From the ledger.' }),
    owner: t.exposeString('owner', {
      nullable: true,
      description: 'The one owner whom the seats table shows; null when it shows none.',
    }),
    round: t.exposeInt('round', { description: 'How often it was put on sale.' }),
    tickets: t.field({
      type: [SaleRef],
      description:
        `Who holds a ticket for it, from the ledger, in this round: the first ` +
        `${LIMITS.holders.max}. The ledger query pages through all.`,
      resolve: ({ tickets }) => tickets.slice(0, LIMITS.holders.max),
    }),
    otherHolders: t.field({
      type: [SaleRef],
      description: `Who else holds a ticket for it: the first ${LIMITS.holders.max}.`,
      args: {
        than: t.arg.string({ required: true, description: 'A buyer’s name, or an order id.' }),
      },
      resolve: ({ tickets }, { than }) =>
        tickets
          .filter(({ id, buyer }) => id !== than && buyer !== than)
          .slice(0, LIMITS.holders.max),
    }),
  }),
});

const SeatChangeRef = builder.objectRef<SeatChangeView>('SeatChange').implement({
  description: 'The latest state of one seat that changed.',
  fields: (t) => ({
    seat: t.exposeID('seat', { description: 'The seat.' }),
    status: t.expose('status', { type: SeatStatusRef, description: 'From the ledger.' }),
    holders: t.exposeInt('holders', { description: 'How many tickets were sold for it.' }),
    owner: t.exposeString('owner', { nullable: true, description: 'The latest holder known.' }),
    region: t.exposeString('region', { nullable: true, description: 'Where they bought it.' }),
  }),
});

const SeatStatusUpdateRef = builder.objectRef<SeatStatusView>('SeatStatusUpdate').implement({
  description: 'Seats that changed since the last update, each with its latest state.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Of the floor; new: read the floor again.' }),
    sequence: t.exposeInt('sequence', { description: 'No gaps; a gap: read the floor again.' }),
    at: t.expose('atMs', { type: 'DateTime', description: 'When this update was put together.' }),
    packed: t.exposeIntList('packed', { description: `Each changed seat as ${PACKED}.` }),
    regions: t.exposeIntList('regions', {
      description:
        'For each integer of `packed`, in the same order: where that seat was bought last, as an ' +
        'index into Engine.regions; -1 when that is not known, or nobody holds it.',
    }),
    changes: t.expose('changes', { type: [SeatChangeRef], description: 'The same, readable.' }),
    sold: t.exposeInt('sold', { description: 'Seats of the floor with at least one sale.' }),
    tickets: t.exposeInt('tickets', { description: 'Sales on the floor.' }),
    oversold: t.exposeInt('oversold', { description: 'Seats with more than one sale.' }),
  }),
});

builder.queryFields((t) => ({
  seat: t.field({
    type: SeatRef,
    nullable: true,
    description: 'One seat; null when there is no such engine or seat.',
    args: {
      engine: t.arg.id({ required: true, description: 'The engine that sells it.' }),
      id: t.arg.id({ required: true, description: 'The seat, such as "A1".' }),
    },
    resolve: (_, { engine, id }, { services }) => services.seat(engine, id),
  }),
  venues: t.field({
    type: [VenueRef],
    description: 'Every venue that resetFloor can move to.',
    resolve: (_, _args, { services }) => services.venues(),
  }),
}));

builder.subscriptionField('seatStatus', (t) =>
  t.field({
    type: SeatStatusUpdateRef,
    description: 'The floor now, then its changes in batches as buyers are answered.',
    args: { engine: t.arg.id({ required: true, description: 'The engine to watch.' }) },
    subscribe: (_, { engine }, { services }) =>
      translatedEvents(services.watchSeats(engineOf(services, engine).id)),
    resolve: (update) => update,
  }),
);
