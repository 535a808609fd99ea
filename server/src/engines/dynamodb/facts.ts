// What is true of the engine in each consistency mode, without opening it.
import type { Strategy } from '@worldseat/schema/domain';
import type { Consistency } from './options.ts';

export interface DynamoDbFacts {
  readonly name: string;
  readonly consistency: string;
  readonly strategies: readonly Strategy[];
}

/** No FOR_UPDATE: DynamoDB has no locks to read under. */
const STRATEGIES: readonly Strategy[] = ['NAIVE', 'CONDITIONAL', 'COUNTER_ROW'];

/** Neither checks on writing what was read: a write without a condition overwrites in both. */
export const DYNAMODB_FACTS: Readonly<Record<Consistency, DynamoDbFacts>> = {
  EVENTUAL: {
    name: 'DynamoDB Global Tables',
    consistency: 'eventual, last writer wins',
    strategies: STRATEGIES,
  },
  STRONG: {
    name: 'DynamoDB Global Tables (MRSC)',
    consistency: 'strong reads, last writer wins',
    strategies: STRATEGIES,
  },
};
