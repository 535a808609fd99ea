// A burst: one Break-it run on one engine, while it runs and afterwards.
import type { BurstView } from '../services.ts';
import { AnswerConnectionRef } from './answer.ts';
import { builder } from './builder.ts';
import { BurstFileRef, filesOf } from './burst-files.ts';
import { translatedEvents } from './client-errors.ts';
import { engineOfBurst } from './closed-engine.ts';
import { EngineRef } from './engine.ts';
import { SeatRef } from './floor.ts';
import { engineOf } from './known-engine.ts';
import { connectionOf, pageArguments, pageInput } from './pages.ts';
import { BurstStateRef, ScenarioRef, StrategyRef } from './words.ts';
import { ScoreboardRef } from './scoreboard.ts';

const BURSTS_A_PAGE = 20;
const ANSWERS_A_PAGE = 100;

export const BurstRef = builder.objectRef<BurstView>('Burst').implement({
  description: 'Many simultaneous orders, planned from a seed, at one seat or over the floor.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Finds the burst again, also after a restart.' }),
    engine: t.field({
      type: EngineRef,
      description:
        'The engine that it ran on. One that is not open now is as it was recorded: not ready, with ' +
        'no seat on sale.',
      resolve: (burst, _args, context) => engineOfBurst(context, burst),
    }),
    seatId: t.exposeID('seatId', {
      nullable: true,
      description: 'The contested seat; null: several seats.',
    }),
    seat: t.field({
      type: SeatRef,
      nullable: true,
      description: 'The contested seat as it is now, if it is of the floor that is on sale.',
      resolve: ({ engineId, seatId }, _args, { services }) =>
        seatId === null || services.engine(engineId) === null
          ? null
          : services.seat(engineId, seatId),
    }),
    round: t.exposeInt('round', {
      description: 'The round of the seat (or floor) that it opened.',
    }),
    state: t.expose('state', { type: BurstStateRef, description: 'How far it has come.' }),
    scenario: t.expose('scenario', { type: ScenarioRef, description: 'What it is about.' }),
    strategy: t.expose('strategy', { type: StrategyRef, description: 'The purchase it ran.' }),
    seed: t.exposeInt('seed', { description: 'Plans the same orders again.' }),
    buyers: t.exposeInt('buyers', { description: 'Orders in all.' }),
    resolved: t.exposeInt('resolved', { description: 'Orders that have an answer.' }),
    startedAt: t.expose('startedAtMs', { type: 'DateTime', description: 'When it started.' }),
    scoreboard: t.expose('scoreboard', { type: ScoreboardRef, description: 'The numbers.' }),
    reconciled: t.exposeBoolean('reconciled', {
      nullable: true,
      description:
        'True only when the scoreboard’s oversold equals the Witness’s count for the same seat and ' +
        'round (or the floor’s round), computed separately; null until settled.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Why it failed, or answers are missing; null when all is well.',
    }),
    labId: t.exposeID('labId', {
      nullable: true,
      description: 'The run of the lab that it is a cell of; null: none.',
    }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'SHA-256 of its file, as its header states it; null until it is written.',
    }),
    files: t.field({
      type: [BurstFileRef],
      description: 'It as files, to replay or to judge elsewhere; none until it is written.',
      resolve: ({ id, sha256 }) => (sha256 === null ? [] : filesOf(id)),
    }),
    answers: t.field({
      type: AnswerConnectionRef,
      description: 'What each buyer saw, in the order in which they meant to buy.',
      args: {
        seat: t.arg.id({ description: 'Only of the orders for this seat.' }),
        ...pageArguments(ANSWERS_A_PAGE),
      },
      resolve: ({ id }, { seat, ...page }, { services }) =>
        services.burstAnswers(id, seat ?? null, pageInput(page, ANSWERS_A_PAGE)),
    }),
  }),
});

const BurstConnectionRef = connectionOf('Burst', 'bursts', BurstRef);

builder.queryFields((t) => ({
  burst: t.field({
    type: BurstRef,
    nullable: true,
    description: 'One burst; null when there is none of that id.',
    args: { id: t.arg.id({ required: true, description: 'The id that breakIt gave.' }) },
    resolve: (_, { id }, { services }) => services.burst(id),
  }),
  bursts: t.field({
    type: BurstConnectionRef,
    description: 'Bursts, the latest first.',
    args: {
      engine: t.arg.id({ description: 'Only those on this engine.' }),
      ...pageArguments(BURSTS_A_PAGE),
    },
    resolve: (_, { engine, ...page }, { services }) => {
      const engineId = engine == null ? null : engineOf(services, engine).id;
      return services.bursts(engineId, pageInput(page, BURSTS_A_PAGE));
    },
  }),
}));

builder.subscriptionField('burstProgress', (t) =>
  t.field({
    type: BurstRef,
    description:
      'A running burst’s counts and latencies, several times a second; the last event is the ' +
      'settled burst.',
    args: { engine: t.arg.id({ required: true, description: 'The engine to watch.' }) },
    subscribe: (_, { engine }, { services }) =>
      translatedEvents(services.watchBurst(engineOf(services, engine).id)),
    resolve: (burst) => burst,
  }),
);
