// Runs one cell of the lab: opens its engine if need be, fires one burst at it, and works out the
// figures from the burst's file. Does not throw: a cell that cannot run says why, and the run goes on.
import { LIMITS, type Scenario } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import type { LabCellView, LabView } from '@worldseat/schema/services';
import { SCENARIO_FACTS } from '../../burst/plan.ts';
import type { Log } from '../../log.ts';
import type { BreakItDesk } from '../break-it.ts';
import type { EngineRoom } from '../engine-room.ts';
import type { Trial } from '../trial.ts';
import { figuresOf } from './figures.ts';

export interface LabParts {
  readonly room: Pick<EngineRoom, 'known' | 'openEngine'>;
  readonly desk: Pick<BreakItDesk, 'fire'>;
  /** The history of a burst that has settled, read from its file; null: it has none. */
  readonly history: (burstId: string) => Promise<History | null>;
  /** Runs are kept in its folder `labs`. */
  readonly dataDir: string;
  readonly log: Log;
}

/** @returns the cell as it ended: DONE or FAILED */
export async function runCell(
  parts: LabParts,
  run: LabView,
  cell: LabCellView,
): Promise<LabCellView> {
  try {
    return await fired(parts, run, cell);
  } catch (error) {
    return failed(cell, reasonOf(error, cell, parts.log));
  }
}

async function fired(parts: LabParts, run: LabView, cell: LabCellView): Promise<LabCellView> {
  const { strategy, scenario } = cell;
  const trial = await parts.room.openEngine(cell.engineId);
  const burst = await parts.desk.fire(trial, {
    seat: SCENARIO_FACTS[scenario].seat === 'NONE' ? null : firstSeat(trial),
    buyers: buyersOf(run.buyers, scenario, trial),
    seed: run.seed,
    strategy,
    scenario,
    labId: run.id,
  });
  const ended = { ...cell, burstId: burst.id };
  if (burst.state !== 'SETTLED') return failed(ended, burst.note ?? 'Its burst did not settle.');
  const history = await parts.history(burst.id);
  if (history === null) return failed(ended, 'The file of its burst cannot be found.');
  return { ...ended, state: 'DONE', figures: figuresOf(history) };
}

function firstSeat({ floor }: Trial): string | null {
  const [first = null] = floor.scope.keys();
  return first;
}

/** Where each order has a seat of its own: as many buyers as fit the floor, in whole fans. */
function buyersOf(buyers: number, scenario: Scenario, { floor }: Trial): number {
  if (!SCENARIO_FACTS[scenario].seatEach) return buyers;
  const { wanted } = LIMITS.fanSeats;
  return Math.min(buyers, Math.floor(floor.scope.size / wanted) * wanted);
}

function failed(cell: LabCellView, reason: string): LabCellView {
  return { ...cell, state: 'FAILED', reason };
}

/** Named faults speak for themselves; any other is one of ours, and its stack is wanted. */
function reasonOf(error: unknown, { engineId: engine }: LabCellView, log: Log): string {
  if (error instanceof Error && 'code' in error) return error.message;
  log.error({ engine, err: error }, 'a cell of the lab could not be run');
  return 'It could not be run; the log of the server says why.';
}
