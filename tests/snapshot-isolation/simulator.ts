// A database in memory that keeps every promise, one step at a time in an order by chance: for
// proving the checker, which must accept what it does, and must see what it does wrong on purpose.
import { seededRandom } from '../../schema/src/domain/index.ts';
import { contested, type Claim, type Claims } from './adjudication.ts';
import type { End, History, Row, Step, Transaction } from './history.ts';
import { perform, sorted, united, type View } from './model.ts';
import type { Plan } from './plan.ts';

/** What the database looks at when a transaction commits. */
export type Adjudication =
  | 'ALL'
  /** Nothing: snapshots only. */
  | 'NONE'
  | 'NO_LOCKS'
  /** As PostgreSQL alone: not at keys that were inserted and deleted again meanwhile. */
  | 'NO_UNDONE_KEYS';

interface Committed {
  readonly id: number;
  readonly claims: Claims;
}

interface Session {
  readonly plan: Plan;
  readonly begun: number;
  readonly snapshot: readonly number[];
  readonly before: View;
  readonly steps: Step[];
  readonly claims: Claims[];
  view: View;
  hasFailed: boolean;
}

const CONFLICT = {
  code: '40001',
  message: 'change conflicts with another transaction (OC000)',
};

/** @param atOnce how many transactions are open at the same time */
export function simulate(
  initial: readonly Row[],
  plans: readonly Plan[],
  { seed, atOnce, adjudication }: { seed: number; atOnce: number; adjudication: Adjudication },
): History {
  const random = seededRandom(seed);
  const waiting = [...plans];
  const open: Session[] = [];
  const transactions: Transaction[] = [];
  const committed: Committed[] = [];
  let rows: View = new Map(initial.map((row) => [row.key, row]));
  let moment = 0;

  const begin = (plan: Plan): Session => {
    const snapshot = committed.map(({ id }) => id);
    const state = { snapshot, before: rows, view: rows, hasFailed: false };
    return { plan, begun: ++moment, steps: [], claims: [], ...state };
  };
  const finish = (session: Session): void => {
    const { plan, snapshot, steps, begun } = session;
    const committing = ++moment;
    const end = endOf(session, committed, rows, adjudication);
    if (end.kind === 'COMMITTED') {
      rows = merged(rows, session);
      committed.push({ id: plan.id, claims: claimsOf(session, adjudication) });
    }
    const moments = { begun, viewed: begun, committing, ended: ++moment };
    const { id, autocommit } = plan;
    const region = 'simulated';
    transactions.push({ id, region, autocommit, snapshot, steps, end, moments, oddities: [] });
  };

  while (waiting.length > 0 || open.length > 0) {
    const plan = open.length < atOnce ? waiting.shift() : undefined;
    if (plan !== undefined) open.push(begin(plan));
    const at = Math.floor(random() * open.length);
    const session = open[at];
    if (session !== undefined && !step(session)) open.splice(at, 1).forEach(finish);
  }
  const final = {
    region: 'simulated',
    rows: sorted(rows.values()),
    committed: committed.map(({ id }) => id),
  };
  return { initial, transactions, finals: [final] };
}

/** @returns false when there is nothing left to do but to end */
function step(session: Session): boolean {
  const { plan, steps } = session;
  const operation = plan.operations[steps.length];
  if (operation === undefined || session.hasFailed) return false;
  const expected = perform(session.view, operation, `${plan.id}.${steps.length}`);
  const { error, count, rows } = expected;
  session.hasFailed = error !== null;
  session.view = expected.view;
  session.claims.push(expected.claims);
  steps.push({
    operation,
    observed:
      error === null
        ? { kind: 'DONE', count, rows }
        : { kind: 'ERROR', error: { code: error, message: 'duplicate key' } },
  });
  return true;
}

function endOf(
  session: Session,
  committed: readonly Committed[],
  rows: View,
  adjudication: Adjudication,
): End {
  if (session.hasFailed) return { kind: 'FAILED_BEFORE' };
  if (session.plan.ending === 'ROLLBACK') return { kind: 'ROLLED_BACK' };
  const mine = claimsOf(session, adjudication);
  const unseen = committed.slice(session.snapshot.length);
  const isForgotten = (key: number) =>
    adjudication === 'NO_UNDONE_KEYS' && !session.before.has(key) && !rows.has(key);
  const isRefused = unseen.some(({ claims }) =>
    contested(mine, claims).some((key) => !isForgotten(key)),
  );
  return isRefused ? { kind: 'REFUSED', error: CONFLICT } : { kind: 'COMMITTED' };
}

function claimsOf(session: Session, adjudication: Adjudication): Claims {
  const isUndone = (key: number) => !session.before.has(key) && !session.view.has(key);
  const isLooked = (key: number, claim: Claim) => {
    if (adjudication === 'NONE' || isUndone(key)) return false;
    const isWritten = session.before.get(key) !== session.view.get(key);
    return adjudication !== 'NO_LOCKS' || (isWritten && claim !== 'KEY_SHARE');
  };
  return new Map([...united(session.claims)].filter(([key, claim]) => isLooked(key, claim)));
}

function merged(rows: View, { before, view }: Session): View {
  const result = new Map(rows);
  for (const key of new Set([...before.keys(), ...view.keys()])) {
    const row = view.get(key);
    if (row === before.get(key)) continue;
    if (row === undefined) result.delete(key);
    else result.set(key, row);
  }
  return result;
}
