// Putting the whole floor on sale anew, here or in another venue.
import type { ResetFloorView } from '../services.ts';
import { builder } from './builder.ts';
import { EngineRef } from './engine.ts';
import { engineOf } from './known-engine.ts';
import * as refusals from './refusals.ts';

const ResetFloorRef = builder.objectRef<ResetFloorView>('ResetFloor').implement({
  description: 'The floor was put on sale anew.',
  fields: (t) => ({
    engines: t.field({
      type: [EngineRef],
      description: 'The engines whose floor it was.',
      resolve: ({ engineIds }, _args, { services }) =>
        engineIds.map((id) => engineOf(services, id)),
    }),
  }),
});

const ResetFloorResultRef = builder.unionType('ResetFloorResult', {
  description: 'A floor put on sale anew, or why it was not.',
  types: [
    ResetFloorRef,
    refusals.InvalidInputErrorRef,
    refusals.EngineUnavailableErrorRef,
    refusals.OverloadedErrorRef,
  ],
  resolveType: refusals.byTypename,
});

const ResetFloorInputRef = builder.inputType('ResetFloorInput', {
  description: 'Which floors to put on sale anew.',
  fields: (t) => ({
    engines: t.idList({ description: 'Engines by id; those on stage when not said.' }),
    venue: t.id({ description: 'Move to this venue; the present one when not said.' }),
  }),
});

builder.mutationField('resetFloor', (t) =>
  t.field({
    type: ResetFloorResultRef,
    description:
      'Puts the floor on sale anew (a new round for every seat), optionally in another venue. ' +
      'The ledger keeps what it had.',
    args: {
      input: t.arg({ type: ResetFloorInputRef, required: true, description: 'Which floors.' }),
    },
    resolve: (_, { input }, { services }) =>
      services.resetFloor({ engines: input.engines ?? null, venue: input.venue ?? null }),
  }),
);
