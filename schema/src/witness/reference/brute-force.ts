// A linearizability checker in its plainest form: it tries every order in which operations can have
// taken effect. Exponential and obviously right, so that the Witness can be compared with it on small
// histories. Support of tests; the product never imports it.

/** One operation on an object whose states are small integers, from -1 up. */
export interface Operation {
  /** It takes effect at one moment between these two, both included; Infinity: at any later time. */
  readonly earliest: number;
  readonly latest: number;
  /** False: it may also never take effect. */
  readonly certain: boolean;
  /** The state afterwards; null: it cannot take effect in this state. */
  readonly apply: (state: number) => number | null;
}

/** More operations than this are refused: the search would not end. */
const MOST_OPERATIONS = 20;
const MOST_STATES = 64;

/**
 * Whether all certain operations, and any of the others, can have taken effect one after another.
 * Operations with a moment in common are concurrent; otherwise the earlier one comes first.
 * @throws RangeError for more than 20 operations
 */
export function canBeOrdered(operations: readonly Operation[], start: number): boolean {
  if (operations.length > MOST_OPERATIONS) throw new RangeError('too many operations to search');
  const required = operations.reduce((mask, { certain }, at) => mask | (certain ? 1 << at : 0), 0);
  const deadEnds = new Set<number>();
  const search = (done: number, state: number): boolean => {
    if ((required & ~done) === 0) return true;
    const position = done * MOST_STATES + state + 1;
    if (deadEnds.has(position)) return false;
    const deadline = deadlineOf(operations, required & ~done);
    for (const [at, operation] of operations.entries()) {
      if ((done & (1 << at)) !== 0 || operation.earliest > deadline) continue;
      const next = operation.apply(state);
      if (next !== null && search(done | (1 << at), next)) return true;
    }
    deadEnds.add(position);
    return false;
  };
  return search(0, start);
}

/** What still has to take effect must do so by then, so nothing that began later can come first. */
function deadlineOf(operations: readonly Operation[], remaining: number): number {
  let deadline = Infinity;
  for (const [at, { latest }] of operations.entries()) {
    if ((remaining & (1 << at)) !== 0 && latest < deadline) deadline = latest;
  }
  return deadline;
}

type Interval = Pick<Operation, 'earliest' | 'latest'>;
type Uncertain = Interval & Pick<Operation, 'certain'>;

/** A seat: free, or held by one order at a time. Its state is the number of the order. */
export const FREE = -1;

export const buy = (order: number, { earliest, latest, certain }: Uncertain): Operation => ({
  earliest,
  latest,
  certain,
  apply: (holder) => (holder === FREE ? order : null),
});

export const release = (order: number, { earliest, latest, certain }: Uncertain): Operation => ({
  earliest,
  latest,
  certain,
  apply: (holder) => (holder === order ? FREE : null),
});

/** A buyer who is rejected has seen the seat held. */
export const seeHeld = ({ earliest, latest }: Interval): Operation => ({
  earliest,
  latest,
  certain: true,
  apply: (holder) => (holder === FREE ? null : holder),
});

/** A fan who may hold a number of tickets. The state is how many it holds. */
export const NO_TICKETS = 0;

export const takeTicket = (limit: number, interval: Uncertain): Operation => ({
  earliest: interval.earliest,
  latest: interval.latest,
  certain: interval.certain,
  apply: (tickets) => (tickets < limit ? tickets + 1 : null),
});

/** A buyer who is rejected for the limit has seen the fan hold that many. */
export const seeLimit = (limit: number, { earliest, latest }: Interval): Operation => ({
  earliest,
  latest,
  certain: true,
  apply: (tickets) => (tickets === limit ? tickets : null),
});

/** Every subset, larger ones first. */
export function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  const [first, ...others] = items;
  if (first === undefined) return [[]];
  const without = subsetsOf(others);
  const subsets = [...without.map((subset) => [first, ...subset]), ...without];
  return subsets.sort((one, other) => other.length - one.length);
}
