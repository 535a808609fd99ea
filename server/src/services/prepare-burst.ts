// Prepares one burst on one engine: what the run depends on is measured, the buyers are planned, and
// their seats go on sale anew behind shut doors. Nobody is served yet.
import { venueSeatIds, type Order, type Scope } from '@worldseat/schema/domain';
import type { HistoryHeader } from '@worldseat/schema/history';
import { SCENARIO_FACTS } from '../burst/plan.ts';
import type { Person } from '../room/index.ts';
import type { FireRequest } from './fire-request.ts';
import { newBurst, newBurstId } from './new-burst.ts';
import { RunningBurst, type BurstHooks } from './running-burst.ts';
import type { Trial } from './trial.ts';

interface BurstCircumstances extends BurstHooks {
  readonly software: HistoryHeader['software'];
  /** The people in the room: the first buyers of the plan. Empty: all buyers are simulated. */
  readonly people: readonly Person[];
}

/** @throws EngineUnavailable, StillInside */
export async function prepareBurst(
  trial: Trial,
  request: FireRequest,
  { software, people, ...hooks }: BurstCircumstances,
): Promise<RunningBurst> {
  const settings = { ...(await measureSettings(trial)), ...roomSettings(people) };
  const burstId = newBurstId(trial);
  const orders = planOrders(burstId, trial, request, people);
  const scope = new Map(await putOnSale(trial, request, orders));
  trial.expectOrders();
  await trial.engine.setCounted(scope);
  const burst = newBurst(burstId, trial, scope, request);
  const fired = { trial, burst, scope, orders, settings, software };
  return new RunningBurst(fired, hooks);
}

/** Measured now, before the burst, and of no effect on it. */
async function measureSettings(trial: Trial): Promise<HistoryHeader['settings']> {
  const { connectionsPerRegion } = trial;
  // What cannot be measured is left out: nobody may take a guess for a measurement.
  const lagMs = await trial.measureLag();
  return { connectionsPerRegion, ...(lagMs === null ? {} : { lagMs }) };
}

/** The seed alone does not plan the same orders again when people took part. */
function roomSettings({ length }: readonly Person[]): HistoryHeader['settings'] {
  return length === 0 ? {} : { peopleOfTheRoom: length };
}

function planOrders(
  burstId: string,
  trial: Trial,
  request: FireRequest,
  people: readonly Person[],
): Order[] {
  const { seat, buyers, seed, scenario } = request;
  const seatIds = seat === null ? venueSeatIds(trial.floor.venue) : [seat];
  const { regions } = trial.engine;
  return SCENARIO_FACTS[scenario].plan({
    ...{ burstId, seed, buyers, regions, seatIds },
    people: people.map(({ name }) => name),
  });
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
