// A history as operations on seats that are held or free, which is what W1 and W5 are about: the
// common ground of the exports. What the committed ledger proves is taken from the ledger: a lost
// answer whose ticket was sold is an operation that certainly happened.
import type { Answer, Order, Release, Sale } from '../../domain/index.ts';
import type { History } from '../types.ts';

/**
 * What one operation does, at one moment from its call to its return. HELD: the seat goes from free
 * to held; FREED: from held to free; REFUSED: the seat is held, and stays so; NONE: nothing.
 */
export type Effect = 'HELD' | 'FREED' | 'REFUSED' | 'NONE';

export interface Operation {
  /** One an operation: the number of the order in the plan; all others get numbers after it. */
  readonly process: number;
  readonly order: Pick<Order, 'id' | 'buyer' | 'region'>;
  readonly seatId: string;
  readonly round: number;
  readonly isRelease: boolean;
  readonly effect: Effect;
  /** It may also never happen, or at any time after its call. */
  readonly isMaybe: boolean;
  readonly outcome: Answer['outcome'] | Release['outcome'];
  readonly callNs: number;
  /** The end of the history where nobody knows. */
  readonly returnNs: number;
}

interface Records {
  readonly history: History;
  readonly startNs: number;
  readonly endNs: number;
  /** All by order id. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly releases: ReadonlyMap<string, Release>;
  readonly sales: ReadonlyMap<string, Sale>;
}

/** Buys in the order of the plan, sales of no planned order, then releases. */
export function operationsOf(history: History): readonly Operation[] {
  const records = recordsOf(history);
  const buys = history.orders.map((order, process) => {
    const answer = records.answers.get(order.id);
    return answer === undefined
      ? buyWithoutAnswer(order, process, records)
      : buyOf(order, process, answer, records);
  });
  const planned = new Map(buys.map((buy) => [buy.order.id, buy]));
  const ghosts = history.ledger.sales
    .filter(({ id, seatId, round }) => !planned.has(id) && history.scope.get(seatId) === round)
    .map((sale, index) => ghostOf(sale, buys.length + index, records));
  // A buyer may give back at the very moment of the answer, so that one process would do two things.
  const releases = history.releases.flatMap((release, index) => {
    const order = planned.get(release.orderId)?.order;
    const process = buys.length + ghosts.length + index;
    return order === undefined ? [] : [releaseOf(release, order, process, records)];
  });
  return [...buys, ...ghosts, ...releases];
}

function recordsOf(history: History): Records {
  const { answers, releases, ledger } = history;
  let [startNs, endNs] = [Infinity, -Infinity];
  for (const { callNs, returnNs } of [...answers, ...releases]) {
    startNs = Math.min(startNs, callNs);
    endNs = Math.max(endNs, returnNs);
  }
  return {
    history,
    ...(startNs > endNs ? { startNs: 0, endNs: 0 } : { startNs, endNs }),
    answers: new Map(answers.map((answer) => [answer.orderId, answer])),
    releases: new Map(releases.map((release) => [release.orderId, release])),
    sales: new Map(ledger.sales.map((sale) => [sale.id, sale])),
  };
}

/** When it was called nobody noted: it may have happened at any time. */
function buyWithoutAnswer(order: Order, process: number, records: Records): Operation {
  const { history, sales, startNs, endNs } = records;
  const sale = sales.get(order.id);
  return {
    ...{ process, order, seatId: order.seatId, isRelease: false },
    round: sale?.round ?? history.scope.get(order.seatId) ?? history.header.burst.round,
    ...{ effect: 'HELD', outcome: 'INDETERMINATE', isMaybe: sale === undefined },
    ...{ callNs: startNs, returnNs: endNs },
  };
}

function buyOf(order: Order, process: number, answer: Answer, records: Records): Operation {
  const { seatId, round, outcome, callNs, returnNs, lost } = answer;
  const isOpen = outcome === 'INDETERMINATE' || (outcome === 'CONFIRMED' && lost);
  // A ticket is given back after it was bought, whenever that was.
  const latestNs = records.releases.get(order.id)?.callNs ?? records.endNs;
  return {
    ...{ process, order, seatId, round, isRelease: false, outcome, callNs },
    effect: effectOf(answer),
    isMaybe: outcome === 'INDETERMINATE' && !records.sales.has(order.id),
    returnNs: isOpen ? Math.max(callNs, latestNs) : returnNs,
  };
}

/** A fan who was refused because of the rule says nothing about the seat. */
function effectOf({ outcome, rejectionReason }: Answer): Effect {
  const effects = { CONFIRMED: 'HELD', INDETERMINATE: 'HELD', FAILED: 'NONE' } as const;
  if (outcome !== 'REJECTED') return effects[outcome];
  return rejectionReason === 'FAN_LIMIT' ? 'NONE' : 'REFUSED';
}

function ghostOf(sale: Sale, process: number, { startNs, endNs }: Records): Operation {
  const { seatId, round } = sale;
  return {
    ...{ process, order: sale, seatId, round, isRelease: false },
    ...{ effect: 'HELD', outcome: 'INDETERMINATE', isMaybe: false },
    ...{ callNs: startNs, returnNs: endNs },
  };
}

function releaseOf(
  release: Release,
  order: Operation['order'],
  process: number,
  { endNs }: Records,
): Operation {
  const { seatId, round, outcome, callNs, returnNs } = release;
  const isMaybe = outcome === 'INDETERMINATE';
  return {
    ...{ process, order, seatId, round, isRelease: true },
    ...{ effect: outcome === 'FAILED' ? 'NONE' : 'FREED', outcome, isMaybe },
    ...{ callNs, returnNs: isMaybe ? endNs : returnNs },
  };
}
