// What the last burst told one person of the room on each engine, and what the ledger says to it.
import { LIMITS } from '../domain/index.ts';
import type { RoomAnswerView, RoomTicketView } from '../services.ts';
import { builder } from './builder.ts';
import { BurstRef } from './burst.ts';
import { translatedEvents } from './client-errors.ts';
import { EngineRef } from './engine.ts';
import { OutcomeRef } from './words.ts';

const RoomAnswerRef = builder.objectRef<RoomAnswerView>('RoomAnswer').implement({
  description: 'One order of a person in the room, and what became of it.',
  fields: (t) => ({
    engine: t.field({
      type: EngineRef,
      nullable: true,
      description: 'Where it was ordered; null when that engine is not open any more.',
      resolve: ({ engineId }, _args, { services }) => services.engine(engineId),
    }),
    burst: t.field({
      type: BurstRef,
      nullable: true,
      description: 'The burst that it was part of; null when that is not kept any more.',
      resolve: ({ burstId }, _args, { services }) => services.burst(burstId),
    }),
    orderId: t.exposeID('orderId', { description: 'The order, as the ledger knows it.' }),
    seat: t.exposeID('seatId', { description: 'The seat that it wanted.' }),
    region: t.exposeString('region', { description: 'The Region that it was ordered in.' }),
    outcome: t.expose('outcome', {
      type: OutcomeRef,
      nullable: true,
      description: 'What the person was told; null: no answer yet.',
    }),
    latencyMs: t.exposeFloat('latencyMs', {
      nullable: true,
      description: 'Milliseconds until the answer, queueing included; null: no answer yet.',
    }),
    holders: t.exposeInt('holders', {
      nullable: true,
      description:
        'How many hold a ticket for this seat, by the committed ledger when the burst had settled; ' +
        'null before, and when the ledger could not be read.',
    }),
    ownTicket: t.exposeBoolean('ownTicket', {
      nullable: true,
      description: 'True: a sale of this very order is among them. Null where `holders` is.',
    }),
    others: t.exposeStringList('others', {
      description: `Who else holds one: the names of the first ${LIMITS.room.others}.`,
    }),
  }),
});

const RoomTicketRef = builder.objectRef<RoomTicketView>('RoomTicket').implement({
  description: 'What the last burst on each engine told one person of the room.',
  fields: (t) => ({
    person: t.exposeID('person', { description: 'Whose it is.' }),
    name: t.exposeString('name', { description: 'The name that bought.' }),
    answers: t.expose('answers', {
      type: [RoomAnswerRef],
      description: 'One for each order: one an engine, or in FAN_LIMIT several.',
    }),
  }),
});

builder.subscriptionField('roomTickets', (t) =>
  t.field({
    type: RoomTicketRef,
    nullable: true,
    description:
      'What this person has now (null: not yet part of a burst), then every change: the orders of ' +
      'a burst that begins, each answer, and at the end how many hold the seat. It keeps the person ' +
      'in the room for as long as it is open.',
    args: { person: t.arg.id({ required: true, description: 'The id that joined the room.' }) },
    subscribe: (_, { person }, { services }) => translatedEvents(services.watchTickets(person)),
    resolve: (ticket) => ticket,
  }),
);
