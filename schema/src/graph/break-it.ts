// Break it: fires simultaneous orders at one seat, or puts the whole floor on sale.
import { LIMITS } from '../domain/index.ts';
import type { BreakItView } from '../services.ts';
import { builder } from './builder.ts';
import { BurstRef } from './burst.ts';
import * as refusals from './refusals.ts';
import { ScenarioRef, StrategyRef } from './words.ts';

const BUYERS = 60;

export const BreakItRef = builder.objectRef<BreakItView>('BreakIt').implement({
  description: 'The bursts that were fired.',
  fields: (t) => ({
    bursts: t.expose('bursts', { type: [BurstRef], description: 'One burst an engine.' }),
  }),
});

const BreakItResultRef = builder.unionType('BreakItResult', {
  description: 'Bursts that were fired, or why none was.',
  types: [
    BreakItRef,
    refusals.InvalidInputErrorRef,
    refusals.EngineUnavailableErrorRef,
    refusals.OverloadedErrorRef,
  ],
  resolveType: refusals.byTypename,
});

const BreakItInputRef = builder.inputType('BreakItInput', {
  description: 'What to fire at what.',
  fields: (t) => ({
    engines: t.idList({ description: 'Engines by id; those on stage when not said.' }),
    seat: t.id({ description: 'The contested seat; the whole floor when not said.' }),
    buyers: t.int({
      defaultValue: BUYERS,
      description:
        `How many buyers: ${LIMITS.seatBuyers.min} to ${LIMITS.seatBuyers.max} at one seat, ` +
        `${LIMITS.floorBuyers.min} to ${LIMITS.floorBuyers.max} over the floor.`,
    }),
    seed: t.int({
      description: `Plans the same orders again: ${LIMITS.seed.min} to ${LIMITS.seed.max}.`,
    }),
    wait: t.boolean({
      defaultValue: true,
      description: 'False: answer at once, and follow burstProgress or the burst’s id.',
    }),
    strategy: t.field({
      type: StrategyRef,
      defaultValue: 'NAIVE',
      description: 'Which purchase function to run.',
    }),
    room: t.boolean({
      defaultValue: false,
      description:
        'True: the people in the room are buyers of the burst. They come first in its plan, under ' +
        'their own names, and the Regions take turns; the rest is simulated. When there are more ' +
        'people than buyers, those who joined first take part.',
    }),
    scenario: t.field({
      type: ScenarioRef,
      description: 'ONE_SEAT when not said and a seat is named, else ON_SALE.',
    }),
  }),
});

builder.mutationField('breakIt', (t) =>
  t.field({
    type: BreakItResultRef,
    description:
      'Fires `buyers` simultaneous orders at one seat, alternating Regions, on each engine at the ' +
      'same time. The seat is put on sale anew (its round goes up) first. Without a seat: an ' +
      'on-sale over the whole floor (a new round for every seat), buyers choosing seats by a ' +
      'seeded popularity. Resolves when every buyer has an answer and the ledger has been read ' +
      'back; with `wait: false`, at once.',
    args: { input: t.arg({ type: BreakItInputRef, required: true, description: 'The burst.' }) },
    resolve: (_, { input }, { services }) =>
      services.breakIt({
        engines: input.engines ?? null,
        seat: input.seat ?? null,
        buyers: input.buyers ?? BUYERS,
        seed: input.seed ?? null,
        wait: input.wait ?? true,
        strategy: input.strategy ?? 'NAIVE',
        scenario: input.scenario ?? null,
        room: input.room ?? false,
      }),
  }),
);
