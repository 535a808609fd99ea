// The lab: which engine, which strategy, in which scenario, all of them run and judged.
import { LIMITS } from '../domain/index.ts';
import type { LabCellState, LabCellView, LabEngineView, LabView } from '../services.ts';
import { builder } from './builder.ts';
import { BurstRef } from './burst.ts';
import { LabFiguresRef } from './lab-figures.ts';
import { firstInput } from './pages.ts';
import { BurstStateRef, ScenarioRef, StrategyRef } from './words.ts';
import { wordsOf } from './words-of.ts';

const CELLS = LIMITS.labCells.max;

const LabCellStateRef = wordsOf<LabCellState>('LabCellState', 'How far one cell has come.', {
  WAITING: 'Its turn has not come yet.',
  RUNNING: 'Its burst is running now.',
  DONE: 'Its burst has settled and was judged.',
  SKIPPED: 'The engine has no means for the strategy; see its reason.',
  FAILED: 'Its burst did not settle; see its reason.',
});

export const LabEngineRef = builder.objectRef<LabEngineView>('LabEngine').implement({
  description: 'An engine that the lab can open, on stage or not, open or not.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the engine everywhere.' }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    consistency: t.exposeString('consistency', {
      description: 'What it promises, in the database’s own words: "READ COMMITTED".',
    }),
    strategies: t.expose('strategies', {
      type: [StrategyRef],
      description: 'The purchase functions that it has the means for.',
    }),
  }),
});

const LabCellRef = builder.objectRef<LabCellView>('LabCell').implement({
  description: 'One engine, one strategy, one scenario: one burst.',
  fields: (t) => ({
    engineId: t.exposeID('engineId', { description: 'The engine.' }),
    strategy: t.expose('strategy', { type: StrategyRef, description: 'The purchase it runs.' }),
    scenario: t.expose('scenario', { type: ScenarioRef, description: 'What it is about.' }),
    state: t.expose('state', { type: LabCellStateRef, description: 'How far it has come.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why SKIPPED or FAILED; null otherwise.',
    }),
    burstId: t.exposeID('burstId', { nullable: true, description: 'Its burst, once begun.' }),
    burst: t.field({
      type: BurstRef,
      nullable: true,
      description: 'Its burst, once begun, to ask anything.',
      resolve: ({ burstId }, _args, { services }) =>
        burstId === null ? null : services.burst(burstId),
    }),
    figures: t.expose('figures', {
      type: LabFiguresRef,
      nullable: true,
      description: 'What came out, once DONE; null otherwise.',
    }),
  }),
});

export const LabRef = builder.objectRef<LabView>('Lab').implement({
  description: 'A run of the lab: each combination, one after the other.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Finds the run again, also after a restart.' }),
    startedAt: t.expose('startedAtMs', { type: 'DateTime', description: 'When it started.' }),
    state: t.expose('state', { type: BurstStateRef, description: 'How far it has come.' }),
    seed: t.exposeInt('seed', { description: 'Plans the same orders again.' }),
    buyers: t.exposeInt('buyers', { description: 'Buyers of each cell.' }),
    note: t.exposeString('note', { nullable: true, description: 'Why FAILED; null otherwise.' }),
    cells: t.field({
      type: [LabCellRef],
      description: 'Every combination, in the order in which they run.',
      args: {
        first: t.arg.int({
          defaultValue: CELLS,
          description: `How many at most, 0 to ${CELLS}: all that a run can have.`,
        }),
      },
      resolve: ({ cells }, { first }) => cells.slice(0, firstInput(first ?? CELLS, CELLS)),
    }),
  }),
});
