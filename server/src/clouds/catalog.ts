// What is true of each engine without opening it: for whoever chooses which to put on trial. The
// engines are built from the same constants, so a catalogue cannot say otherwise than they do.
import type { EngineId } from '../config.ts';
import { DSQL_FACTS } from '../engines/dsql/facts.ts';
import { DYNAMODB_FACTS } from '../engines/dynamodb/facts.ts';
import type { Engine } from '../engines/engine.ts';
import { POSTGRES_FACTS } from '../engines/postgres/facts.ts';

export type CatalogEntry = Pick<Engine, 'name' | 'consistency' | 'strategies'>;

export const ENGINE_CATALOG: Readonly<Record<EngineId, CatalogEntry>> = {
  dsql: DSQL_FACTS,
  dynamodb: DYNAMODB_FACTS.EVENTUAL,
  'dynamodb-strong': DYNAMODB_FACTS.STRONG,
  ...POSTGRES_FACTS,
};
