// Typed GraphQL documents: the types come from schema/schema.graphql by way of graphql-env.d.ts,
// which `gql.tada generate-output` writes. A wrong field or variable fails to compile.
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string };
}>();

export type { ResultOf } from 'gql.tada';
