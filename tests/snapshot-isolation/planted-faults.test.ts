// The checker itself: it finds every kind of fault that is planted in a faultless history.
import { describe, expect, test } from 'vitest';
import { check } from './checker.ts';
import type { History, Step, Transaction } from './history.ts';
import { MIXED } from './plan.ts';
import { DSQL, simulated } from './simulated.ts';
import { inWords, type Violation } from './violations.ts';

function kindsIn(history: History, capabilities = DSQL): Violation['kind'][] {
  return [...new Set(check(history, capabilities).violations.map(({ kind }) => kind))].sort();
}

describe('a history that was tampered with', () => {
  const history = simulated(5, MIXED, 'ALL');
  const find = (wanted: (transaction: Transaction) => boolean): Transaction => {
    const found = history.transactions.find(wanted);
    if (found === undefined) throw new Error('the history has no such transaction');
    return found;
  };
  const tampered = (id: number, change: Partial<Transaction>): History => ({
    ...history,
    transactions: history.transactions.map((transaction) =>
      transaction.id === id ? { ...transaction, ...change } : transaction,
    ),
  });
  const withFinal = (change: Partial<History['finals'][number]>): History => ({
    ...history,
    finals: history.finals.map((final) => ({ ...final, ...change })),
  });
  const isCommitted = ({ end }: Transaction) => end.kind === 'COMMITTED';
  const committed = find(isCommitted);
  const last = history.transactions.findLast(isCommitted) ?? committed;
  const refused = find(({ end, autocommit }) => end.kind === 'REFUSED' && !autocommit);
  const [final] = history.finals;

  const withError = (code: string, message: string, { steps } = refused): readonly Step[] =>
    steps.map(({ operation }) => ({
      operation,
      observed: { kind: 'ERROR', error: { code, message } },
    }));

  test('not at all: nothing is found', () => {
    expect(kindsIn(history)).toEqual([]);
  });

  test('LOST_COMMIT: told COMMITTED, and not there', () => {
    const without = final?.committed.filter((id) => id !== last.id) ?? [];
    expect(kindsIn(withFinal({ committed: without }))).toContain('LOST_COMMIT');
  });

  test('GHOST: told refused, and there', () => {
    const ids = [...(final?.committed ?? []), refused.id];
    expect(kindsIn(withFinal({ committed: ids }))).toContain('GHOST');
  });

  test('LOST_AT_COMMIT may be either, and is settled by the row of the transaction', () => {
    const faulty = { ...DSQL, connectionsEnd: true };
    for (const { id } of [committed, refused]) {
      const lost = tampered(id, { end: { kind: 'LOST_AT_COMMIT' } });
      expect(kindsIn(lost, faulty)).toEqual([]);
      expect(check(lost, faulty).counts.settled).toBe(1);
    }
  });

  test('ODDITY: a connection that ends where nobody ends connections', () => {
    expect(kindsIn(tampered(refused.id, { end: { kind: 'LOST_AT_COMMIT' } }))).toEqual(['ODDITY']);
  });

  test('STALE: it began after the other was told COMMITTED, and does not see it', () => {
    const late = { begun: 1e9, viewed: 1e9, committing: 1e9, ended: 1e9 };
    const early = find(({ snapshot }) => snapshot?.length === 0);
    expect(kindsIn(tampered(early.id, { moments: late }))).toEqual(['STALE']);
  });

  test('EARLY: it sees one that had not sent its COMMIT', () => {
    const moments = { ...committed.moments, committing: 1e9, ended: 1e9 };
    expect(kindsIn(tampered(committed.id, { moments }))).toContain('EARLY');
  });

  test('EARLY: it sees one that never committed', () => {
    const snapshot = [...(last.snapshot ?? []), refused.id];
    expect(kindsIn(tampered(last.id, { snapshot }))).toContain('EARLY');
  });

  test('NOT_NESTED: two snapshots, each without something of the other', () => {
    const snapshot = (last.snapshot ?? []).slice(1);
    expect(kindsIn(tampered(last.id, { snapshot }))).toEqual(['NOT_NESTED']);
  });

  test('NO_SNAPSHOT: committed, and nobody knows what it saw', () => {
    expect(kindsIn(tampered(committed.id, { snapshot: null }))).toContain('NO_SNAPSHOT');
  });

  test('WRONG_FINAL: a row too few at the end', () => {
    expect(kindsIn(withFinal({ rows: final?.rows.slice(1) ?? [] }))).toEqual(['WRONG_FINAL']);
  });

  test('REGIONS_DIFFER: one Region lacks a committed transaction', () => {
    const other = { region: 'other', rows: final?.rows ?? [], committed: [] };
    const finals = [...history.finals, other];
    expect(kindsIn({ ...history, finals })).toEqual(['REGIONS_DIFFER']);
  });

  test('WRONG_ANSWER: a row of another version, a row too many, a count, a missing error', () => {
    const change = (step: Step, observed: Step['observed']) => {
      const owner = find(({ steps }) => steps.includes(step));
      const steps = owner.steps.map((each) => (each === step ? { ...each, observed } : each));
      return kindsIn(tampered(owner.id, { steps }));
    };
    const allSteps = history.transactions.flatMap(({ steps }) => steps);
    const reading = allSteps.find(
      ({ observed }) => observed.kind === 'DONE' && (observed.rows?.length ?? 0) > 0,
    );
    const failing = allSteps.find(({ observed }) => observed.kind === 'ERROR');
    if (reading?.observed.kind !== 'DONE' || failing === undefined) throw new Error('no such step');
    const { count, rows } = reading.observed;
    const [first, ...others] = rows ?? [];
    if (first === undefined) throw new Error('no such row');
    const other = { ...first, version: '0.9' };
    const wrong = [
      change(reading, { kind: 'DONE', count, rows: [other, ...others] }),
      change(reading, { kind: 'DONE', count: count + 1, rows: [first, first, ...others] }),
      change(reading, { kind: 'DONE', count: count + 1, rows: rows }),
      change(failing, { kind: 'DONE', count: 1, rows: null }),
    ];
    for (const kinds of wrong) expect(kinds).toContain('WRONG_ANSWER');
  });

  test('the order in which RETURNING answers rows is nobody’s promise', () => {
    const owner = find(({ steps }) =>
      steps.some(({ observed }) => observed.kind === 'DONE' && (observed.rows?.length ?? 0) > 1),
    );
    const steps = owner.steps.map(({ operation, observed }): Step => {
      if (observed.kind !== 'DONE' || observed.rows === null) return { operation, observed };
      return { operation, observed: { ...observed, rows: observed.rows.toReversed() } };
    });
    expect(kindsIn(tampered(owner.id, { steps }))).toEqual([]);
  });

  test.each([
    ['a deadlock', '40P01', 'deadlock detected'],
    ['a conflict before COMMIT', '40001', 'change conflicts with another transaction (OC000)'],
    ['a lock that was not to be had', '55P03', 'canceling statement due to lock timeout'],
    ['an aborted transaction that nobody aborted', '25P02', 'current transaction is aborted'],
  ])('FORBIDDEN_ERROR at a statement: %s', (_, code, message) => {
    const steps = withError(code, message).slice(0, 1);
    const end = { kind: 'FAILED_BEFORE' } as const;
    expect(kindsIn(tampered(refused.id, { steps, end }))).toContain('FORBIDDEN_ERROR');
  });

  test('where rows are locked, statements may fail for conflicts and deadlocks', () => {
    const locking = { ...DSQL, conflictsAtCommit: false, marker: null };
    const end = { kind: 'FAILED_BEFORE' } as const;
    for (const code of ['40001', '40P01']) {
      const steps = withError(code, 'could not serialize access').slice(0, 1);
      const found = kindsIn(tampered(refused.id, { steps, end }), locking);
      expect(found).not.toContain('FORBIDDEN_ERROR');
    }
  });

  test.each([
    ['without its marker', '40001', 'could not serialize access due to concurrent update'],
    ['of the catalog', '40001', 'schema has been updated by another transaction (OC001)'],
    ['that is not a conflict', 'XX000', 'server unavailable'],
  ])('FORBIDDEN_ERROR at COMMIT: one %s', (_, code, message) => {
    const end = { kind: 'REFUSED', error: { code, message } } as const;
    expect(kindsIn(tampered(refused.id, { end }))).toEqual(['FORBIDDEN_ERROR']);
  });

  test('UNEXPLAINED_CONFLICT: refused, and nobody was in its way', () => {
    const error = { code: '40001', message: 'change conflicts with another transaction (OC000)' };
    const moments = { ...refused.moments, ended: refused.moments.begun };
    const early = { end: { kind: 'REFUSED', error }, moments } as const;
    expect(kindsIn(tampered(refused.id, early))).toEqual(['UNEXPLAINED_CONFLICT']);
  });

  test('ODDITY: committed after an error, rolled back without one, and what clients report', () => {
    const failed = find(({ end }) => end.kind === 'FAILED_BEFORE');
    const odd = [
      tampered(failed.id, { end: { kind: 'ROLLED_BACK' }, oddities: ['a notice'] }),
      tampered(refused.id, { end: { kind: 'FAILED_BEFORE' } }),
    ];
    for (const each of odd) expect(kindsIn(each)).toEqual(['ODDITY']);
    const ids = [...(final?.committed ?? []), failed.id];
    const revived = tampered(failed.id, { end: { kind: 'COMMITTED' } });
    const finals = history.finals.map((each) => ({ ...each, committed: ids }));
    expect(kindsIn({ ...revived, finals })).toContain('ODDITY');
  });

  test('a finding shows the transactions that it names, statement by statement', () => {
    const [found] = check(
      tampered(refused.id, { end: { kind: 'FAILED_BEFORE' } }),
      DSQL,
    ).violations;
    const words = found === undefined ? '' : inWords(found, history);
    expect(words).toContain('rolled back without an error');
    for (const at of refused.steps.keys()) expect(words).toContain(`${refused.id}.${at} {`);
  });
});
