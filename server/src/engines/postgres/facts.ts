// PostgreSQL's three isolation levels, each an engine of its own: the same server, the same code, and
// tables that they do not share. What is true of each is known without opening it.
import { STRATEGIES, type Strategy } from '@worldseat/schema/domain';
import type { IsolationLevel } from '../sql/dialect.ts';

export type PostgresEngineId = 'postgres' | 'postgres-repeatable-read' | 'postgres-serializable';

export interface PostgresFacts {
  readonly isolation: IsolationLevel;
  readonly name: string;
  readonly consistency: string;
  readonly strategies: readonly Strategy[];
  /** Of the database that all three are in. */
  readonly schema: string;
}

export const POSTGRES_FACTS: Readonly<Record<PostgresEngineId, PostgresFacts>> = {
  // PostgreSQL's default, which is why it has the plain name.
  postgres: {
    isolation: 'READ COMMITTED',
    name: 'PostgreSQL',
    consistency: 'read committed',
    strategies: STRATEGIES,
    schema: 'worldseat_read_committed',
  },
  'postgres-repeatable-read': {
    isolation: 'REPEATABLE READ',
    name: 'PostgreSQL',
    consistency: 'snapshot isolation (REPEATABLE READ)',
    strategies: STRATEGIES,
    schema: 'worldseat_repeatable_read',
  },
  'postgres-serializable': {
    isolation: 'SERIALIZABLE',
    name: 'PostgreSQL',
    consistency: 'serializable (SSI)',
    strategies: STRATEGIES,
    schema: 'worldseat_serializable',
  },
};
