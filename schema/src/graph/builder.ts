// The one Pothos builder that every noun of the graph is written with. Fields are non-null unless
// they say otherwise, as in the contract.
import SchemaBuilder from '@pothos/core';
import type { Services } from '../services.ts';

/** What every resolver gets: the port, and nothing else. */
export interface GraphContext {
  readonly services: Services;
}

export const builder = new SchemaBuilder<{
  Context: GraphContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    /** Milliseconds since the epoch inside, an ISO string outside; never an input. */
    DateTime: { Input: never; Output: number };
  };
}>({ defaultFieldNullability: false });
