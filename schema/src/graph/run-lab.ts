// Running the lab, finding its runs again, and following the one that goes on.
import { LIMITS } from '../domain/index.ts';
import type { LabRunView } from '../services.ts';
import { builder } from './builder.ts';
import { translatedEvents } from './client-errors.ts';
import { LabEngineRef, LabRef } from './lab.ts';
import { connectionOf, pageArguments, pageInput } from './pages.ts';
import * as refusals from './refusals.ts';
import { ScenarioRef, StrategyRef } from './words.ts';

const BUYERS = 60;
const RUNS_A_PAGE = 20;
const { labBuyers, labCells, seed } = LIMITS;

const LabRunRef = builder.objectRef<LabRunView>('LabRun').implement({
  description: 'A run of the lab that was begun.',
  fields: (t) => ({
    lab: t.expose('lab', { type: LabRef, description: 'The run.' }),
  }),
});

const LabResultRef = builder.unionType('LabResult', {
  description: 'A run of the lab, or why there is none.',
  types: [
    LabRunRef,
    refusals.InvalidInputErrorRef,
    refusals.EngineUnavailableErrorRef,
    refusals.OverloadedErrorRef,
  ],
  resolveType: refusals.byTypename,
});

const LabInputRef = builder.inputType('LabInput', {
  description: `Which combinations to run: ${labCells.max} at most.`,
  fields: (t) => ({
    engines: t.idList({ description: 'Engines by id; every one of labEngines when not said.' }),
    strategies: t.field({ type: [StrategyRef], description: 'Every one when not said.' }),
    scenarios: t.field({ type: [ScenarioRef], description: 'Every one when not said.' }),
    buyers: t.int({
      defaultValue: BUYERS,
      description: `Buyers of each combination: ${labBuyers.min} to ${labBuyers.max}.`,
    }),
    seed: t.int({ description: `Plans the same orders again: ${seed.min} to ${seed.max}.` }),
    wait: t.boolean({
      defaultValue: true,
      description: 'False: answer at once, and follow labProgress or the run’s id.',
    }),
  }),
});

builder.mutationField('lab', (t) =>
  t.field({
    type: LabResultRef,
    description:
      'Runs every combination of the engines, strategies and scenarios, one after the other, and ' +
      'judges each. Resolves when the last is done; with `wait: false`, at once.',
    args: { input: t.arg({ type: LabInputRef, required: true, description: 'What to run.' }) },
    resolve: (_, { input }, { services }) =>
      services.lab({
        engines: input.engines ?? null,
        strategies: input.strategies ?? null,
        scenarios: input.scenarios ?? null,
        buyers: input.buyers ?? BUYERS,
        seed: input.seed ?? null,
        wait: input.wait ?? true,
      }),
  }),
);

const LabConnectionRef = connectionOf('Lab', 'runs of the lab', LabRef);

builder.queryFields((t) => ({
  labEngines: t.field({
    type: [LabEngineRef],
    description: 'Every engine that the lab can open, on stage or not, open or not.',
    resolve: (_, _args, { services }) => services.labEngines(),
  }),
  labRun: t.field({
    type: LabRef,
    nullable: true,
    description: 'One run of the lab; null when there is none of that id.',
    args: { id: t.arg.id({ required: true, description: 'The id that lab gave.' }) },
    resolve: (_, { id }, { services }) => services.labRun(id),
  }),
  labRuns: t.field({
    type: LabConnectionRef,
    description: 'Runs of the lab, the latest first.',
    args: pageArguments(RUNS_A_PAGE),
    resolve: (_, page, { services }) => services.labRuns(pageInput(page, RUNS_A_PAGE)),
  }),
}));

builder.subscriptionField('labProgress', (t) =>
  t.field({
    type: LabRef,
    description:
      'The run of the lab that goes on now, or the latest one, then each time a cell has come ' +
      'further; each event is the whole run.',
    subscribe: (_, _args, { services }) => translatedEvents(services.watchLab()),
    resolve: (lab) => lab,
  }),
);
