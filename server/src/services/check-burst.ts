// What a burst may ask for, said before anything is opened or touched. Pure but for the floors it is
// asked about.
import { LIMITS, SCENARIOS, type Scenario, type Strategy } from '@worldseat/schema/domain';
import type { InvalidInput, LabEngineView, Refusal } from '@worldseat/schema/services';
import { SCENARIO_FACTS, type ScenarioFacts } from '../burst/plan.ts';
import type { FireRequest } from './fire-request.ts';
import { checkRange, checkStrategy, invalid, overloaded, unknownSeat } from './input.ts';
import type { Trial } from './trial.ts';

/** What was asked for, before a seed was drawn. */
export type BurstRequest = Omit<FireRequest, 'seed' | 'labId'> & { readonly seed: number | null };

/** @returns what is wrong whatever the engines are, or null */
export function checkRequest({ seat, buyers, seed, scenario }: BurstRequest): InvalidInput | null {
  const range = seat === null ? LIMITS.floorBuyers : LIMITS.seatBuyers;
  const where = seat === null ? 'Buyers over the whole floor' : 'Buyers at one seat';
  return (
    checkSeatNamed(scenario, seat) ??
    checkRange('buyers', buyers, range, where) ??
    (seed === null ? null : checkRange('seed', seed, LIMITS.seed, 'The seed'))
  );
}

function checkSeatNamed(scenario: Scenario, seat: string | null): InvalidInput | null {
  const isRight: Readonly<Record<ScenarioFacts['seat'], boolean>> = {
    NEEDED: seat !== null,
    OPTIONAL: true,
    NONE: seat === null,
  };
  if (isRight[SCENARIO_FACTS[scenario].seat]) return null;
  const others = SCENARIOS.filter((other) => allows(other, seat)).join(', ');
  return seat === null
    ? invalid('seat', `${scenario} needs a seat; without one there are ${others}.`)
    : invalid('seat', `${scenario} names no seat; at one seat there are ${others}.`);
}

function allows(scenario: Scenario, seat: string | null): boolean {
  return SCENARIO_FACTS[scenario].seat !== (seat === null ? 'NEEDED' : 'NONE');
}

/** @returns which engine cannot run the strategy, or null */
export function checkOffers(
  strategy: Strategy,
  engines: readonly LabEngineView[],
): InvalidInput | null {
  for (const engine of engines) {
    const wrong = checkStrategy(strategy, engine);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** @returns why this burst cannot be fired at these floors, or null */
export function checkFloors(request: BurstRequest, trials: readonly Trial[]): Refusal | null {
  for (const trial of trials) {
    const wrong = checkFloor(request, trial);
    if (wrong !== null) return wrong;
  }
  return null;
}

function checkFloor({ seat, buyers, scenario }: BurstRequest, trial: Trial): Refusal | null {
  const { floor, answers } = trial;
  const { opens, seatEach } = SCENARIO_FACTS[scenario];
  if (seat !== null && !floor.scope.has(seat)) return invalid('seat', unknownSeat(seat, floor));
  if (seatEach && buyers > floor.scope.size) {
    const { name } = floor.venue;
    const most = `at most ${floor.scope.size} in ${name}, not ${buyers}`;
    return invalid('buyers', `Each order of ${scenario} has a seat of its own: ${most}.`);
  }
  // The whole floor anew is an empty book.
  if ((seat === null && opens === 'FLOOR') || answers.room >= buyers) return null;
  return overloaded('The floor has taken all the orders it can; put it on sale anew.', 60_000);
}
