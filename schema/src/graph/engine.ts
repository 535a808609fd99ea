// An engine: a database configuration on trial.
import type { EngineView } from '../services.ts';
import { builder } from './builder.ts';
import { CLOSED_FLOOR } from './closed-engine.ts';
import { FloorRef } from './floor.ts';
import { DeploymentRef, StrategyRef } from './words.ts';

export const EngineRef = builder.objectRef<EngineView>('Engine').implement({
  description: 'A database configuration on trial: every engine runs the very same purchase.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Such as "dsql"; names the engine everywhere.' }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    consistency: t.exposeString('consistency', {
      description: 'What it promises: "snapshot isolation", "eventual, last writer wins".',
    }),
    deployment: t.expose('deployment', { type: DeploymentRef, description: 'Where it runs.' }),
    components: t.exposeString('components', { description: 'What really runs, in words.' }),
    regions: t.exposeStringList('regions', { description: 'Where buyers can buy.' }),
    strategies: t.expose('strategies', {
      type: [StrategyRef],
      description: 'The purchase functions that it has the means for.',
    }),
    onStage: t.exposeBoolean('onStage', {
      description: 'True: shown, and fired at when no engine is named. The rest is for the lab.',
    }),
    lagMs: t.exposeFloat('lagMs', {
      nullable: true,
      description:
        'Milliseconds from a write in its first Region until every other Region shows it, as it was ' +
        'measured last: at the start, and before each burst. Null: it could not be measured.',
    }),
    ready: t.boolean({
      description: 'True when every Region of it answers; asked now.',
      resolve: ({ id }, _args, { services }) =>
        services.engine(id) === null ? false : services.engineReady(id),
    }),
    floor: t.field({
      type: FloorRef,
      description: 'The seats that it has on sale; none while it is not open.',
      resolve: ({ id }, _args, { services }) =>
        services.engine(id) === null ? CLOSED_FLOOR : services.floor(id),
    }),
  }),
});

builder.queryFields((t) => ({
  engines: t.field({
    type: [EngineRef],
    description: 'Every engine on stage; labEngines lists all that there are.',
    resolve: (_, _args, { services }) => services.engines().filter(({ onStage }) => onStage),
  }),
  engine: t.field({
    type: EngineRef,
    nullable: true,
    description: 'One engine, on stage or not; null when none of that id is open.',
    args: { id: t.arg.id({ required: true, description: 'Such as "dsql".' }) },
    resolve: (_, { id }, { services }) => services.engine(id),
  }),
}));
