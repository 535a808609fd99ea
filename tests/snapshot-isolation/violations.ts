// What the checker can find, and how it says it: the transactions concerned with all their steps,
// because whoever reads it has to find a fault in a database.
import type { Claim } from './adjudication.ts';
import type { History, Observed, Row, SqlError, Transaction } from './history.ts';
import type { Expected } from './model.ts';

export type Violation =
  /** Both committed, neither saw the other, and the matrix forbids it. */
  | {
      readonly kind: 'OVERLAP';
      readonly key: number;
      readonly transactions: readonly [number, number];
      readonly claims: readonly [Claim, Claim];
    }
  /** Its snapshot is no moment of the database: it neither holds nor is held by another one. */
  | { readonly kind: 'NOT_NESTED'; readonly transactions: readonly [number] }
  /** It began after the other's COMMIT was answered, and does not see it. */
  | { readonly kind: 'STALE'; readonly transactions: readonly [number, number] }
  /** It sees another one that had not sent its COMMIT, or never committed. */
  | { readonly kind: 'EARLY'; readonly transactions: readonly [number, number] }
  /** A statement did not answer what its snapshot and its own writes demand. */
  | {
      readonly kind: 'WRONG_ANSWER';
      readonly transactions: readonly [number];
      readonly step: number;
      readonly expected: Pick<Expected, 'error' | 'count' | 'rows'>;
      readonly observed: Observed;
    }
  /** An error that no statement and no COMMIT may end with here; step null: at COMMIT. */
  | {
      readonly kind: 'FORBIDDEN_ERROR';
      readonly transactions: readonly [number];
      readonly step: number | null;
      readonly error: SqlError;
    }
  /** Refused for a conflict, and nobody who committed meanwhile is in its way. */
  | { readonly kind: 'UNEXPLAINED_CONFLICT'; readonly transactions: readonly [number] }
  /** Told COMMITTED, and not there. */
  | { readonly kind: 'LOST_COMMIT'; readonly transactions: readonly [number] }
  /** Told that it failed, and there. */
  | { readonly kind: 'GHOST'; readonly transactions: readonly [number] }
  /** A Region's rows at the end are not those of the committed transactions. */
  | {
      readonly kind: 'WRONG_FINAL';
      readonly transactions: readonly [];
      readonly region: string;
      readonly expected: readonly Row[];
      readonly found: readonly Row[];
    }
  /** The Regions do not agree which transactions committed. */
  | { readonly kind: 'REGIONS_DIFFER'; readonly transactions: readonly number[] }
  /** Committed, and its snapshot is not known: the history has a hole. */
  | { readonly kind: 'NO_SNAPSHOT'; readonly transactions: readonly [number] }
  | { readonly kind: 'ODDITY'; readonly transactions: readonly [number]; readonly words: string };

/** The violation and the transactions that it names, one statement a line. */
export function inWords(violation: Violation, history: History): string {
  const { transactions, ...what } = violation;
  const named = transactions.flatMap(
    (id) => history.transactions.find((transaction) => transaction.id === id) ?? [],
  );
  return [JSON.stringify({ ...what, transactions }), ...named.map(trace)].join('\n');
}

function trace({ id, region, autocommit, snapshot, steps, end, moments }: Transaction): string {
  const seen = snapshot === null ? 'unknown' : `${snapshot.length} transactions`;
  const lines = steps.map(
    ({ operation, observed }, at) =>
      `    ${id}.${at} ${JSON.stringify(operation)} -> ${JSON.stringify(observed)}`,
  );
  const head = `  ${id} in ${region}${autocommit ? ', autocommit' : ''}, snapshot ${seen}`;
  return [
    `${head}, moments ${JSON.stringify(moments)}`,
    ...lines,
    `    ${JSON.stringify(end)}`,
  ].join('\n');
}
