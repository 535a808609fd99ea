// The history of a burst that has ended: its plan, what its buyers and those who came in between were
// told, and what was read back. It holds no verdict and no figure: whoever reads it works them out.
import type { Answer, Order, Scope } from '@worldseat/schema/domain';
import type { History, HistoryHeader } from '@worldseat/schema/history';
import type { BurstView } from '@worldseat/schema/services';
import { markersOf } from '../burst/markers.ts';
import { SCENARIO_FACTS } from '../burst/plan.ts';
import type { ScopeReading } from './read-scope.ts';
import { orderOf } from './purchase-view.ts';
import type { Trial } from './trial.ts';

/** A burst with all that was settled about it before its buyers came. */
export interface Fired {
  readonly trial: Trial;
  readonly burst: BurstView;
  /** The seats that were put on sale for it, and their rounds. */
  readonly scope: Scope;
  /** In the order of the plan. */
  readonly orders: readonly Order[];
  readonly settings: HistoryHeader['settings'];
  readonly software: HistoryHeader['software'];
}

/**
 * @param answers of the plan's orders, in its order; those that are missing were never given
 * @param holes why it is not whole, in words
 */
export function historyOf(
  fired: Fired,
  answers: readonly Answer[],
  reading: ScopeReading,
  holes: readonly string[],
): History {
  const { scope, orders } = fired;
  const planned = new Set(orders.map(({ id }) => id));
  // Single purchases of the same rounds: their tickets are in the ledger, so they belong here.
  const visitors = reading.answers.filter(({ orderId }) => !planned.has(orderId));
  const all = [...answers, ...visitors];
  return {
    header: headerOf(fired),
    scope,
    orders: [...orders, ...visitors.map(orderOf)],
    answers: all,
    releases: [],
    markers: markersOf(all),
    ledger: reading.ledger,
    tables: reading.tables,
    holes: reading.moved ? [...holes, MOVED] : holes,
  };
}

const MOVED = 'Other buyers came or went while the ledger was read back.';

function headerOf({ trial, burst, settings, software }: Fired): HistoryHeader {
  const { id, name, consistency, deployment, components, regions } = trial.engine;
  const { scenario, strategy, seed, buyers, seatId, round, startedAtMs } = burst;
  const startedAt = new Date(startedAtMs).toISOString();
  return {
    burst: { id: burst.id, scenario, strategy, seed, buyers, seatId, round, startedAt },
    engine: { id, name, consistency, deployment, components, regions },
    settings,
    software,
    venue: trial.floor.venue.id,
    rule: SCENARIO_FACTS[scenario].rule,
  };
}
