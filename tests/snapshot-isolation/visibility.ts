// Who saw whom. Every transaction writes a row of its own, and reads everybody's: so its snapshot is
// known exactly, as a set of transactions. Snapshots of one database are nested, hence each is known
// by its size, and a transaction by the size of the smallest snapshot that shows it. Pure.
import type { History, Transaction } from './history.ts';
import type { Violation } from './violations.ts';

export type Viewer = Transaction & { readonly snapshot: readonly number[] };

export interface Visibility {
  /** Those whose snapshot is known, from the earliest snapshot on. */
  readonly viewers: readonly Viewer[];
  /** Size of the smallest snapshot that shows the transaction; Infinity: none does. */
  readonly firstSeen: (id: number) => number;
  readonly sees: (viewer: Viewer, id: number) => boolean;
  readonly violations: readonly Violation[];
}

export function visibilityOf({ transactions }: Pick<History, 'transactions'>): Visibility {
  const viewers = transactions
    .filter(isViewer)
    .sort((one, other) => one.snapshot.length - other.snapshot.length);
  const seen = new Map<number, number>();
  const violations: Violation[] = [];
  for (const { id, snapshot } of viewers) {
    for (const other of snapshot) if (!seen.has(other)) seen.set(other, snapshot.length);
    // Nested exactly when it holds all that was seen before, and nothing twice.
    if (seen.size === snapshot.length) continue;
    violations.push({ kind: 'NOT_NESTED', transactions: [id] });
    break;
  }
  const firstSeen = (id: number): number => seen.get(id) ?? Infinity;
  const sees = ({ snapshot }: Viewer, id: number): boolean => firstSeen(id) <= snapshot.length;
  return { viewers, firstSeen, sees, violations };
}

const isViewer = (transaction: Transaction): transaction is Viewer => transaction.snapshot !== null;

/** A snapshot shows what is committed, and nothing else. */
export function checkCommittedOnly(
  { viewers }: Visibility,
  committed: ReadonlySet<number>,
): Violation[] {
  return viewers.flatMap(({ id, snapshot }) =>
    snapshot
      .filter((other) => !committed.has(other))
      .map((other): Violation => ({ kind: 'EARLY', transactions: [id, other] })),
  );
}

/** What the snapshots show against the order of things that the clients saw. */
export function checkMoments(
  { viewers, sees }: Visibility,
  history: History,
  committed: ReadonlySet<number>,
): Violation[] {
  const others = history.transactions.filter(({ id }) => committed.has(id));
  return viewers.flatMap((viewer) =>
    others.flatMap((other): Violation[] => {
      if (other.id === viewer.id) return [];
      const transactions = [viewer.id, other.id] as const;
      const isSeen = sees(viewer, other.id);
      if (isSeen && isBefore(viewer.moments.viewed, other.moments.committing)) {
        return [{ kind: 'EARLY', transactions }];
      }
      const wasTold = other.end.kind === 'COMMITTED';
      if (!isSeen && wasTold && other.moments.ended < viewer.moments.begun) {
        return [{ kind: 'STALE', transactions }];
      }
      return [];
    }),
  );
}

const isBefore = (one: number | null, other: number | null): boolean =>
  one !== null && other !== null && one < other;
