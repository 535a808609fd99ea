// Judges a history: is this what a database with snapshot isolation and Aurora DSQL's conflict
// matrix may have done? Exact, not statistical: whatever it reports is a fault. Pure.
import { contested, type Claim } from './adjudication.ts';
import { checkErrors, wasRefused, type Capabilities } from './errors.ts';
import type { History, Transaction } from './history.ts';
import { replay, type Replayed } from './replay.ts';
import type { Violation } from './violations.ts';
import { checkCommittedOnly, checkMoments, visibilityOf, type Visibility } from './visibility.ts';

export type { Capabilities } from './errors.ts';

export interface Findings {
  readonly violations: readonly Violation[];
  /** How much there was to find something in. */
  readonly counts: {
    readonly committed: number;
    readonly refused: number;
    /** Told nothing at COMMIT, settled by the transaction's own row: committed or not. */
    readonly settled: number;
    /** Pairs that touched a common key and did not see each other, one of them refused. */
    readonly overlaps: number;
  };
}

export function check(history: History, capabilities: Capabilities): Findings {
  const committed = new Set(history.finals.flatMap((final) => final.committed));
  const visibility = visibilityOf(history);
  const alone = [
    ...history.transactions.flatMap((transaction) => checkErrors(transaction, capabilities)),
    ...history.transactions.flatMap((transaction) => checkEnd(transaction, committed)),
    ...checkRegions(history, committed),
    ...checkCommittedOnly(visibility, committed),
  ];
  // Without an order of snapshots nothing else can be judged.
  const nested = visibility.violations.length === 0;
  const together = nested
    ? checkTogether(history, visibility, committed, capabilities)
    : { violations: visibility.violations, overlaps: 0 };
  return {
    violations: [...alone, ...together.violations],
    counts: {
      committed: committed.size,
      refused: history.transactions.filter(wasRefused).length,
      settled: history.transactions.filter(({ end }) => end.kind === 'LOST_AT_COMMIT').length,
      overlaps: together.overlaps,
    },
  };
}

function checkTogether(
  history: History,
  visibility: Visibility,
  committed: ReadonlySet<number>,
  capabilities: Capabilities,
): { readonly violations: readonly Violation[]; readonly overlaps: number } {
  const { replayed, final, violations } = replay(history, visibility, committed, capabilities);
  const winners = replayed.filter(({ transaction }) => committed.has(transaction.id));
  const losers = replayed.filter(({ transaction }) => wasRefused(transaction));
  const rivals = replayed.filter(
    ({ transaction: { id, end } }) => committed.has(id) || end.kind === 'REFUSED',
  );
  const explained = losers.map((loser) => rivalsOf(loser, rivals, visibility).length);
  return {
    violations: [
      ...violations,
      ...checkMoments(visibility, history, committed),
      ...checkOverlaps(winners, visibility),
      ...losers.flatMap(({ transaction: { id } }, at): Violation[] =>
        explained[at] === 0 ? [{ kind: 'UNEXPLAINED_CONFLICT', transactions: [id] }] : [],
      ),
      ...history.finals.flatMap(({ region, rows }): Violation[] =>
        JSON.stringify(rows) === JSON.stringify(final)
          ? []
          : [{ kind: 'WRONG_FINAL', transactions: [], region, expected: final, found: rows }],
      ),
    ],
    overlaps: explained.reduce((sum, found) => sum + found, 0),
  };
}

/** Of two that committed without seeing each other, no key may be claimed by both. */
function checkOverlaps(winners: readonly Replayed[], { sees }: Visibility): Violation[] {
  return winners.flatMap((one, at) =>
    winners.slice(at + 1).flatMap((other): Violation[] => {
      // The later snapshot cannot be seen from the earlier one.
      if (sees(other.transaction, one.transaction.id)) return [];
      const transactions = [one.transaction.id, other.transaction.id] as const;
      return contested(one.claims, other.claims).map((key) => {
        const claims: [Claim, Claim] = [claimOn(one, key), claimOn(other, key)];
        return { kind: 'OVERLAP', key, transactions, claims };
      });
    }),
  );
}

const claimOn = ({ claims }: Replayed, key: number): Claim => claims.get(key) ?? 'KEY_SHARE';

/**
 * Who was in its way: touched what it touched, unseen, and committed before it was refused, or was
 * refused at the same moment. Of several in a circle Aurora DSQL may refuse all.
 */
function rivalsOf(
  loser: Replayed,
  others: readonly Replayed[],
  { sees }: Visibility,
): readonly Replayed[] {
  const { committing: from, ended } = loser.transaction.moments;
  return others.filter(({ transaction: { id, moments, end }, touched }) => {
    if (id === loser.transaction.id || sees(loser.transaction, id)) return false;
    if (moments.committing === null || moments.committing >= ended) return false;
    const isOver = from === null || moments.ended < from;
    if (end.kind === 'REFUSED' && isOver) return false;
    return contested(loser.touched, touched).length > 0;
  });
}

function checkEnd({ id, end, snapshot }: Transaction, committed: ReadonlySet<number>): Violation[] {
  const transactions = [id] as const;
  if (end.kind === 'COMMITTED' && !committed.has(id)) {
    return [{ kind: 'LOST_COMMIT', transactions }];
  }
  if (!committed.has(id)) return [];
  if (end.kind !== 'COMMITTED' && end.kind !== 'LOST_AT_COMMIT') {
    return [{ kind: 'GHOST', transactions }];
  }
  return snapshot === null ? [{ kind: 'NO_SNAPSHOT', transactions }] : [];
}

function checkRegions({ finals }: History, committed: ReadonlySet<number>): Violation[] {
  const missing = finals.flatMap((final) => {
    const here = new Set(final.committed);
    return [...committed].filter((id) => !here.has(id));
  });
  return missing.length === 0 ? [] : [{ kind: 'REGIONS_DIFFER', transactions: missing }];
}
