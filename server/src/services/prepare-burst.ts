// Prepares one burst on one engine: what the run depends on is measured, the buyers are planned, and
// their seats go on sale anew behind shut doors. Nobody is served yet.
import { venueSeatIds, type Order, type Scope } from '@worldseat/schema/domain';
import type { HistoryHeader } from '@worldseat/schema/history';
import { SCENARIO_FACTS } from '../burst/plan.ts';
import type { FireRequest } from './fire-request.ts';
import { newBurst, newBurstId } from './new-burst.ts';
import { RunningBurst } from './running-burst.ts';
import type { Trial } from './trial.ts';

/**
 * @param stopped true once nobody else is to be served
 * @throws EngineUnavailable, StillInside
 */
export async function prepareBurst(
  trial: Trial,
  request: FireRequest,
  software: HistoryHeader['software'],
  stopped: () => boolean,
): Promise<RunningBurst> {
  const settings = await measureSettings(trial);
  const burstId = newBurstId(trial);
  const orders = planOrders(burstId, trial, request);
  const scope = new Map(await putOnSale(trial, request, orders));
  const burst = newBurst(burstId, trial, scope, request);
  return new RunningBurst({ trial, burst, scope, orders, settings, software }, stopped);
}

/** Measured now, before the burst, and of no effect on it. */
async function measureSettings(trial: Trial): Promise<HistoryHeader['settings']> {
  const { connectionsPerRegion, engine } = trial;
  // What cannot be measured is left out: nobody may take a guess for a measurement.
  const lagMs = await engine.measureLagMs().catch(() => null);
  return { connectionsPerRegion, ...(lagMs === null ? {} : { lagMs }) };
}

function planOrders(burstId: string, trial: Trial, request: FireRequest): Order[] {
  const { seat, buyers, seed, scenario } = request;
  const seatIds = seat === null ? venueSeatIds(trial.floor.venue) : [seat];
  const { regions } = trial.engine;
  return SCENARIO_FACTS[scenario].plan({ burstId, seed, buyers, regions, seatIds });
}

function putOnSale(
  trial: Trial,
  { seat, scenario }: FireRequest,
  orders: readonly Order[],
): Promise<Scope> {
  if (seat !== null) return trial.openSeats([seat]);
  if (SCENARIO_FACTS[scenario].opens === 'FLOOR') return trial.resetFloor();
  return trial.openSeats([...new Set(orders.map(({ seatId }) => seatId))]);
}
