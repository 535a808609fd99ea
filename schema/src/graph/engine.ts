// An engine: a database configuration on trial.
import type { EngineView } from '../services.ts';
import { builder } from './builder.ts';
import { FloorRef } from './floor.ts';
import { DeploymentRef } from './scalars.ts';

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
    ready: t.boolean({
      description: 'True when every Region of it answers; asked now.',
      resolve: ({ id }, _args, { services }) => services.engineReady(id),
    }),
    floor: t.field({
      type: FloorRef,
      description: 'The seats that it has on sale.',
      resolve: ({ id }, _args, { services }) => services.floor(id),
    }),
  }),
});

builder.queryFields((t) => ({
  engines: t.field({
    type: [EngineRef],
    description: 'Every engine on trial.',
    resolve: (_, _args, { services }) => services.engines(),
  }),
  engine: t.field({
    type: EngineRef,
    nullable: true,
    description: 'One engine; null when there is none of that id.',
    args: { id: t.arg.id({ required: true, description: 'Such as "dsql".' }) },
    resolve: (_, { id }, { services }) => services.engine(id),
  }),
}));
