// What is true of this engine wherever it runs, known without opening it.
import { STRATEGIES } from '@worldseat/schema/domain';

export const DSQL_FACTS = {
  name: 'Aurora DSQL',
  consistency: 'snapshot isolation',
  strategies: STRATEGIES,
} as const;
