// The room: people who join with their phones and become buyers of the next burst, by name.
import { LIMITS } from '../domain/index.ts';
import type { RoomSeatView, RoomView } from '../services.ts';
import { builder } from './builder.ts';
import { translatedEvents } from './client-errors.ts';
import * as refusals from './refusals.ts';

const { people, names, silentMs } = LIMITS.room;
const { min, max } = LIMITS.buyerNameLength;
const SILENT_MINUTES = silentMs / 60_000;

const RoomRef = builder.objectRef<RoomView>('Room').implement({
  description: 'The people who have joined by phone: buyers of a burst that takes them in.',
  fields: (t) => ({
    people: t.exposeInt('people', { description: `How many are in it; at most ${people}.` }),
    names: t.exposeStringList('names', {
      description: `Their names, in the order in which they joined: the first ${names}.`,
    }),
    joinUrl: t.exposeString('joinUrl', {
      description: 'The address of the page that a phone joins with, to be shown as a QR code.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Why phones cannot reach joinUrl, and what to do; null when they can.',
    }),
  }),
});

const RoomSeatRef = builder.objectRef<RoomSeatView>('RoomSeat').implement({
  description: 'A place in the room.',
  fields: (t) => ({
    person: t.exposeID('person', { description: 'Whose place it is: the id that was given.' }),
    name: t.exposeString('name', {
      description:
        'The name that will buy. When somebody else in the room had it first, a number follows it.',
    }),
    room: t.field({
      type: RoomRef,
      description: 'The room, with this person in it.',
      resolve: (_, _args, { services }) => services.room(),
    }),
  }),
});

const JoinRoomResultRef = builder.unionType('JoinRoomResult', {
  description: 'A place in the room, or why there is none.',
  types: [RoomSeatRef, refusals.InvalidInputErrorRef, refusals.OverloadedErrorRef],
  resolveType: refusals.byTypename,
});

const JoinRoomInputRef = builder.inputType('JoinRoomInput', {
  description: 'Who joins.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: `The name to buy under, ${min} to ${max} characters; the room can read it.`,
    }),
    person: t.id({
      required: true,
      description:
        'Chosen by the phone, unique and kept to itself: whoever knows it can rename this person. ' +
        `${LIMITS.personIdLength.min} to ${LIMITS.personIdLength.max} letters, digits or . _ : -`,
    }),
  }),
});

builder.queryField('room', (t) =>
  t.field({
    type: RoomRef,
    description: 'The people who have joined by phone, and where more can.',
    resolve: (_, _args, { services }) => services.room(),
  }),
);

builder.mutationFields((t) => ({
  joinRoom: t.field({
    type: JoinRoomResultRef,
    description:
      'Joins the room; joining again renames. Whoever is not heard of for ' +
      `${SILENT_MINUTES} minutes (no joinRoom, and no roomTickets open) has left.`,
    args: { input: t.arg({ type: JoinRoomInputRef, required: true, description: 'Who joins.' }) },
    resolve: (_, { input }, { services }) => services.joinRoom(input),
  }),
  leaveRoom: t.boolean({
    description: 'Leaves the room. False: nobody of that id was in it.',
    args: { person: t.arg.id({ required: true, description: 'Who leaves.' }) },
    resolve: (_, { person }, { services }) => services.leaveRoom(person),
  }),
}));

builder.subscriptionField('room', (t) =>
  t.field({
    type: RoomRef,
    description: 'The room now, then whenever somebody joins, is renamed or leaves.',
    subscribe: (_, _args, { services }) => translatedEvents(services.watchRoom()),
    resolve: (room) => room,
  }),
);
