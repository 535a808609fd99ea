// The embedded Aurora DSQL under random transactions from two Regions, with connections and backends
// that die: first committer wins, snapshots are exact, statements neither wait nor fail.
import { beforeAll, describe, expect, test } from 'vitest';
import { leftovers } from '../support/leftovers.ts';
import { check, type Findings } from './checker.ts';
import { openDsqlInProcess, openEmbeddedDsql, type EmbeddedDsql } from './embedded-dsql.ts';
import { connectAsSuperuser } from './plain-postgres.ts';
import { CHURN, MIXED, type Workload } from './plan.ts';
import { runWorkload } from './run.ts';
import { inWords } from './violations.ts';

const later = leftovers();
let dsql: EmbeddedDsql;
beforeAll(async () => {
  dsql = await openEmbeddedDsql(later);
});

/** More: for a longer look than CI takes. */
const RUNS = Number(process.env['WORLDSEAT_SNAPSHOT_RUNS'] ?? 1);
const FIRST_SEED = Number(process.env['WORLDSEAT_SNAPSHOT_SEED'] ?? 1);
const TRANSACTIONS = 1_500;

async function run(seed: number, workload: Workload): Promise<Findings & { words: string[] }> {
  const history = await runWorkload(dsql, { seed, transactions: TRANSACTIONS, workload });
  const findings = check(history, dsql.capabilities);
  return { ...findings, words: findings.violations.map((each) => inWords(each, history)) };
}

const SEEDS = Array.from({ length: RUNS }, (_, at) => FIRST_SEED + at);

describe.each(SEEDS)('two Regions of one database, seed %i', (seed) => {
  test('first committer wins on a few rows that everybody wants', async () => {
    const { words, counts } = await run(2 * seed, MIXED);
    expect(words.slice(0, 5).join('\n\n'), `${words.length} violations`).toBe('');
    expect(counts.committed).toBeGreaterThan(200);
    expect(counts.refused).toBeGreaterThan(200);
    expect(counts.settled).toBeGreaterThan(0);
    expect(counts.overlaps).toBeGreaterThanOrEqual(counts.refused);
  });

  test('keys that come and go are fought for like rows that stay', async () => {
    const { words, counts } = await run(2 * seed + 1, CHURN);
    expect(words.slice(0, 5).join('\n\n'), `${words.length} violations`).toBe('');
    expect(counts.committed).toBeGreaterThan(200);
    expect(counts.refused).toBeGreaterThan(100);
  });
});

describe('a gateway that looks away, so that the test itself is proven', () => {
  const overlapsOf = async (looksAway: EmbeddedDsql, workload: Workload) => {
    const seed = 1;
    const history = await runWorkload(looksAway, { seed, transactions: 800, workload });
    return check(history, looksAway.capabilities).violations.flatMap((found) =>
      found.kind === 'OVERLAP' ? [found.claims.toSorted()] : [],
    );
  };

  test('from FOR UPDATE and FOR KEY SHARE', async () => {
    const found = await overlapsOf(
      await openDsqlInProcess(later, { adjudicateLocks: false }),
      MIXED,
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((claims) => claims.every((claim) => claim === 'VALUES'))).toEqual([]);
  });

  test('from keys that were inserted and deleted again', async () => {
    const looksAway = await openDsqlInProcess(later);
    const superuser = await connectAsSuperuser(looksAway.postgres);
    await superuser.query(`CREATE OR REPLACE FUNCTION occ.note_key() RETURNS trigger
      LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`);
    await superuser.end();
    const found = await overlapsOf(looksAway, CHURN);
    expect(found.map((claims) => claims.join(' × '))).toContain('WHOLE_ROW × WHOLE_ROW');
  });
});
