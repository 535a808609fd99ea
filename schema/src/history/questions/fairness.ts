// Who won: how many winners each Region has for its orders, and where the winners stood in the queue
// of their seat. A fair sale gives each Region its share, and the seat to who came first.
import { compareText, type Answer, type Sale } from '../../domain/index.ts';
import type { History } from '../types.ts';
import { answersOf, regionsOf, salesOf } from './records-in-scope.ts';

export interface RegionWinners {
  readonly region: string;
  /** Orders whose buyers pressed first in this Region. */
  readonly orders: number;
  /** Those of them that have a sale. */
  readonly winners: number;
  /** Of all orders, from 0 to 1. */
  readonly shareOfOrders: number;
  /** Of all winners, from 0 to 1; null without a winner. */
  readonly shareOfWinners: number | null;
}

export interface Winner {
  readonly sale: Sale;
  /** Place by call time among the orders for the same seat, from 1; null: no answer recorded. */
  readonly rank: number | null;
  /** Orders for the seat that were answered. */
  readonly of: number;
}

export interface Fairness {
  readonly regions: readonly RegionWinners[];
  /** In the order of sale. */
  readonly winners: readonly Winner[];
  /** Winners who had called before everybody else who wanted the seat. */
  readonly firstInLine: number;
  /** Of the ranks that are known; null without one. */
  readonly medianRank: number | null;
}

export function fairnessOf(history: History): Fairness {
  const queues = queuesOf(answersOf(history));
  const winners = salesOf(history).map((sale): Winner => {
    const queue = queues.get(sale.seatId);
    return { sale, rank: queue?.get(sale.id) ?? null, of: queue?.size ?? 0 };
  });
  const ranks = winners.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b);
  return {
    regions: regionsOf(history).map((region) => winnersOf(history, winners, region)),
    winners,
    firstInLine: ranks.filter((rank) => rank === 1).length,
    medianRank: ranks[Math.max(0, Math.ceil(ranks.length / 2) - 1)] ?? null,
  };
}

function winnersOf({ orders }: History, winners: readonly Winner[], region: string): RegionWinners {
  const own = new Set(orders.filter((it) => it.region === region).map(({ id }) => id));
  const won = new Set(winners.map(({ sale }) => sale.id).filter((id) => own.has(id))).size;
  return {
    region,
    orders: own.size,
    winners: won,
    shareOfOrders: orders.length === 0 ? 0 : own.size / orders.length,
    shareOfWinners: winners.length === 0 ? null : won / winners.length,
  };
}

/** For each seat, the place of each order. */
function queuesOf(answers: readonly Answer[]): Map<string, Map<string, number>> {
  const queues = new Map<string, Map<string, number>>();
  const called = [...answers].sort(
    (a, b) => a.callNs - b.callNs || compareText(a.orderId, b.orderId),
  );
  for (const { seatId, orderId } of called) {
    const queue = queues.get(seatId) ?? new Map<string, number>();
    queues.set(seatId, queue.set(orderId, queue.size + 1));
  }
  return queues;
}
