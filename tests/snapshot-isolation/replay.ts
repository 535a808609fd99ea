// Runs every transaction again, on the model, in the order of the snapshots: each one on the rows
// that its snapshot must show, statement by statement. What it answered is compared; what it wrote
// is there for those who see it. Pure.
import type { Claim, Claims } from './adjudication.ts';
import type { Capabilities } from './errors.ts';
import type { History, Observed, Row } from './history.ts';
import { perform, sorted, united, type Expected, type View } from './model.ts';
import type { Violation } from './violations.ts';
import type { Viewer, Visibility } from './visibility.ts';

export interface Replayed {
  readonly transaction: Viewer;
  /** Everything that it touched. */
  readonly touched: Claims;
  /** Without the keys that it inserted and deleted again: those are adjudicated by nobody. */
  readonly claims: Claims;
}

export interface Replay {
  /** Committed or not, in the order of their snapshots. */
  readonly replayed: readonly Replayed[];
  /** The rows after the last commit. */
  readonly final: readonly Row[];
  readonly violations: readonly Violation[];
}

export function replay(
  history: History,
  visibility: Visibility,
  committed: ReadonlySet<number>,
  capabilities: Capabilities,
): Replay {
  const versions = new Versions(history.initial);
  const violations: Violation[] = [];
  const replayed = visibility.viewers.map((transaction): Replayed => {
    const before = versions.viewAt(transaction.snapshot.length);
    const run = runSteps(transaction, before, capabilities);
    violations.push(...run.violations);
    const isUndone = (key: number) => !before.has(key) && !run.view.has(key);
    const claims = new Map([...united(run.claims)].filter(([key]) => !isUndone(key)));
    const asked = [...united(run.touched)];
    const strict = capabilities.keyShareCountsAsForUpdate;
    const asForUpdate = (claim: Claim) => (claim === 'KEY_SHARE' && strict ? 'WHOLE_ROW' : claim);
    const touched = new Map(asked.map(([key, claim]) => [key, asForUpdate(claim)]));
    if (committed.has(transaction.id)) {
      versions.add(before, run.view, visibility.firstSeen(transaction.id));
    }
    return { transaction, touched, claims };
  });
  return { replayed, final: sorted(versions.viewAt(Infinity).values()), violations };
}

/** Every key's versions, in the order of their writers' snapshots. */
class Versions {
  readonly #byKey = new Map<number, { readonly from: number; readonly row: Row | null }[]>();

  constructor(initial: readonly Row[]) {
    for (const row of initial) this.#byKey.set(row.key, [{ from: 0, row }]);
  }

  /** What a snapshot of this size shows. */
  viewAt(size: number): View {
    const view = new Map<number, Row>();
    for (const [key, versions] of this.#byKey) {
      const row = versions.findLast(({ from }) => from <= size)?.row;
      if (row !== undefined && row !== null) view.set(key, row);
    }
    return view;
  }

  /** @param from the smallest snapshot that shows what was written */
  add(before: View, after: View, from: number): void {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const row = after.get(key) ?? null;
      if (row === (before.get(key) ?? null)) continue;
      const versions = this.#byKey.get(key) ?? [];
      this.#byKey.set(key, versions);
      versions.push({ from, row });
    }
  }
}

interface Run {
  readonly view: View;
  readonly claims: readonly Claims[];
  readonly touched: readonly Claims[];
  readonly violations: readonly Violation[];
}

function runSteps(
  { id, steps, autocommit }: Viewer,
  before: View,
  capabilities: Capabilities,
): Run {
  let view = before;
  const claims: Claims[] = [];
  const touched: Claims[] = [];
  const violations: Violation[] = [];
  for (const [step, { operation, observed }] of steps.entries()) {
    const expected = perform(view, operation, `${id}.${step}`);
    claims.push(expected.claims);
    touched.push(expected.touched);
    if (observed.kind === 'LOST' && autocommit) view = expected.view;
    if (observed.kind === 'LOST' || isConflict(observed, expected, capabilities)) break;
    if (!isAsExpected(observed, expected)) {
      const { error, count, rows } = expected;
      const wanted = { error, count, rows };
      violations.push({
        kind: 'WRONG_ANSWER',
        transactions: [id],
        step,
        expected: wanted,
        observed,
      });
    }
    if (observed.kind === 'ERROR') break;
    view = expected.view;
  }
  return { view, claims, touched, violations };
}

/** An error that says nothing about the snapshot; whether it is allowed is judged elsewhere. */
function isConflict(observed: Observed, expected: Expected, capabilities: Capabilities): boolean {
  if (observed.kind !== 'ERROR') return false;
  if (observed.error.code !== '23505') return true;
  // Of a row that the snapshot does not show, where locks are waited for.
  return expected.error === null && !capabilities.conflictsAtCommit;
}

function isAsExpected(observed: Observed, { error, count, rows }: Expected): boolean {
  if (observed.kind === 'ERROR') return observed.error.code === error;
  if (observed.kind === 'LOST' || error !== null || observed.count !== count) return false;
  const found = observed.rows === null ? null : sorted(observed.rows);
  return JSON.stringify(found) === JSON.stringify(rows);
}
