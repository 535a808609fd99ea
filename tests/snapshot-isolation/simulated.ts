// Histories for the tests of the checker, made without a database.
import type { Capabilities } from './checker.ts';
import type { History } from './history.ts';
import { planTransactions, type Workload } from './plan.ts';
import { simulate, type Adjudication } from './simulator.ts';

export const DSQL: Capabilities = {
  conflictsAtCommit: true,
  marker: 'OC000',
  connectionsEnd: false,
  keyShareCountsAsForUpdate: false,
};

export function simulated(seed: number, workload: Workload, adjudication: Adjudication): History {
  const plans = planTransactions(seed, 200, workload);
  const initial = [1, 2, 3].map((key) => ({ key, version: '0.0', value: 0 }));
  return simulate(initial, plans, { seed, atOnce: 8, adjudication });
}
