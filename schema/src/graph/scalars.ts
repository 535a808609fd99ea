// The scalars of the graph besides GraphQL's own.
import { GraphQLError } from 'graphql';
import { builder } from './builder.ts';

builder.scalarType('DateTime', {
  description: 'A moment as an ISO 8601 string in UTC, such as "2026-11-25T18:03:00.000Z".',
  serialize: (epochMs) => new Date(epochMs).toISOString(),
  parseValue: () => {
    throw new GraphQLError('DateTime is an output only.');
  },
});
