// Holds the floors of some engines while something is done to them that must not be done twice at
// once. A floor that is held already is not waited for; faults come out as typed refusals.
import type { Refusal } from '@worldseat/schema/services';
import { EngineUnavailable } from '../engines/engine.ts';
import { StillInside } from '../onsale/doors.ts';
import { overloaded, unavailable } from './input.ts';
import type { Trial } from './trial.ts';

/** Something else is done to the floor; nothing was started. */
export class FloorBusy extends Error {
  override readonly name = 'FloorBusy';
  readonly code = 'FLOOR_BUSY';
}

/**
 * @param work gets what releases one floor; floors that it leaves held on a fault are released
 * @throws FloorBusy, and what the work throws
 */
export async function holdFloors<Result>(
  trials: readonly Trial[],
  what: string,
  work: (release: (trial: Trial) => void) => Promise<Result>,
): Promise<Result> {
  const busy = trials.find(({ busyWith }) => busyWith !== null);
  if (busy !== undefined) {
    const by = busy.busyWith ?? 'something else';
    throw new FloorBusy(`${busy.engine.name} is busy with ${by}; nothing was started.`);
  }
  const release = (trial: Trial) => {
    trial.letIn();
    trial.busyWith = null;
  };
  for (const trial of trials) trial.busyWith = what;
  try {
    return await work(release);
  } catch (error) {
    trials.forEach(release);
    if (!(error instanceof StillInside)) throw error;
    throw new FloorBusy(`${error.message}; nothing was started.`, { cause: error });
  }
}

/** The faults that a caller can wait out, as values. @throws every other */
export async function orRefusal<Result>(work: Promise<Result>): Promise<Result | Refusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FloorBusy) return overloaded(error.message, 1_000);
    if (error instanceof EngineUnavailable) return unavailable(error);
    throw error;
  }
}

/** Waits for all of them, so that none goes on unseen. @throws the first fault, in their order */
export async function allOrFirstFault<Result>(
  works: readonly Promise<Result>[],
): Promise<Result[]> {
  const ends = await Promise.allSettled(works);
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
}
