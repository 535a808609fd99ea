// The engines `postgres`, `postgres-repeatable-read` and `postgres-serializable`: one PostgreSQL, put
// on trial at one of its isolation levels. It has one Region. Nothing is added to what the level
// promises: READ COMMITTED loses updates, as it is documented to.
import type { Engine } from '../engine.ts';
import { openSqlEngine } from '../sql/index.ts';
import type { CommonOptions, RegionAddress } from '../sql/options.ts';
import { makeIndexAtOnce } from '../sql/schema/make-index.ts';
import { POSTGRES_FACTS, type PostgresEngineId } from './facts.ts';

export { reach, type PostgresAddress } from './access.ts';
export type { PostgresEngineId } from './facts.ts';

export interface PostgresOptions extends CommonOptions {
  readonly id: PostgresEngineId;
  readonly at: RegionAddress;
}

/** PostgreSQL lets a connection live as long as it likes. */
const FOR_EVER = 0;

/** Connects, makes what is missing, reads the version. @throws EngineUnavailable */
export function openPostgresEngine({ id, at, ...common }: PostgresOptions): Promise<Engine> {
  const { isolation, schema, name, consistency, strategies } = POSTGRES_FACTS[id];
  return openSqlEngine({
    ...common,
    facts: { id, name, consistency, strategies },
    dialect: { isolation, schema, kindOf: () => null, markerOf: () => null },
    regions: [at],
    makeIndex: makeIndexAtOnce,
    role: null,
    howToLetIn: (role) => `an administrator must let ${role} log in`,
    adoptsPublicTables: false,
    connectionLifetimeMs: FOR_EVER,
  });
}
