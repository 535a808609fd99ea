// The driver and the checker on PostgreSQL itself, whose answers are known: plain updates are
// flawless, and what PostgreSQL does not promise (locks that were committed away, keys that came
// and went) is found. A checker that finds nothing there would find nothing anywhere.
import { beforeAll, describe, expect, test } from 'vitest';
import type { PostgresServer } from '../../server/src/local/postgres/index.ts';
import { leftovers } from '../support/leftovers.ts';
import { check, type Findings } from './checker.ts';
import { openPostgres, plainPostgres } from './plain-postgres.ts';
import { CHURN, MIXED, type Workload } from './plan.ts';
import { runWorkload } from './run.ts';
import { inWords } from './violations.ts';

const later = leftovers();
let server: PostgresServer;
beforeAll(async () => {
  server = await openPostgres(later);
});

const UPDATES: Workload = {
  ...MIXED,
  weights: { READ: 30, UPDATE: 70, DELETE: 0, INSERT: 0, RENAME: 0, LOCK: 0 },
};
const LOCKS: Workload = {
  ...MIXED,
  weights: { READ: 20, UPDATE: 40, DELETE: 0, INSERT: 0, RENAME: 0, LOCK: 40 },
};

async function run(seed: number, workload: Workload): Promise<Findings & { words: string[] }> {
  const database = plainPostgres(server);
  const history = await runWorkload(database, { seed, transactions: 600, workload });
  const findings = check(history, database.capabilities);
  return { ...findings, words: findings.violations.map((each) => inWords(each, history)) };
}

describe('PostgreSQL at REPEATABLE READ', () => {
  test('keeps every promise as long as rows are only updated, also when backends die', async () => {
    const { words, counts } = await run(1, UPDATES);
    expect(words, 'seed 1').toEqual([]);
    expect(counts.committed).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(30);
  });

  test('forgets locks of a transaction that committed: found, and nothing else', async () => {
    const { violations, words } = await run(2, LOCKS);
    const kinds = new Set(violations.map(({ kind }) => kind));
    expect([...kinds], words.slice(0, 3).join('\n')).toEqual(['OVERLAP']);
    const claims = violations.map((each) => ('claims' in each ? each.claims.toSorted() : []));
    expect(claims.filter((pair) => !pair.includes('WHOLE_ROW'))).toEqual([]);
  });

  test('forgets keys that were inserted and deleted again since the snapshot: found', async () => {
    const { violations } = await run(3, CHURN);
    const claims = violations.map((each) => ('claims' in each ? each.claims.join(' × ') : ''));
    expect(claims).toContain('WHOLE_ROW × WHOLE_ROW');
  });
});
