// The GraphQL schema: loads every noun, then builds it once. Whoever serves it gives each operation
// a GraphContext; the schema itself knows no database, no transport and no limits of them.
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import { withClientErrors } from './client-errors.ts';
import './burst-questions.ts';
import './compare-bursts.ts';
import './effort.ts';
import './histogram.ts';
import './purchase.ts';
import './reset-floor.ts';
import './room.ts';
import './room-tickets.ts';
import './run-lab.ts';
import './scalars.ts';

export type { GraphContext } from './builder.ts';

builder.queryType({ description: 'Questions: nothing here changes anything.' });
builder.mutationType({ description: 'Orders: to one seat, to many buyers, to the whole floor.' });
builder.subscriptionType({
  description: 'News, over a WebSocket. Each begins with the present state.',
});

/** Every type and field of the contract, and what people need besides. */
export const schema: GraphQLSchema = withClientErrors(builder.toSchema());
