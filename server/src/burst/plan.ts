// The plan of a burst: which buyer wants which seat from which Region. Pure and seeded, so that every
// engine gets the very same buyers, and a run can be repeated. It never looks at an engine.
import { LIMITS, type Order, type SaleRule, type Scenario } from '@worldseat/schema/domain';
import { planFanLimit } from './scenarios/fan-limit.ts';
import { planOnSale } from './scenarios/on-sale.ts';
import type { PlanInput } from './scenarios/plan-input.ts';
import { planRetryStorm } from './scenarios/retry-storm.ts';

export { isAnswerLost, nextRegion } from './scenarios/retry-storm.ts';

export interface ScenarioFacts {
  /** Whether a seat is named: it must be, may be, or must not be. */
  readonly seat: 'NEEDED' | 'OPTIONAL' | 'NONE';
  /** What goes on sale anew when no seat is named: the whole floor, or the planned seats alone. */
  readonly opens: 'FLOOR' | 'PLANNED';
  /** At most one order for each seat there is. */
  readonly seatEach: boolean;
  /** Answers are lost between server and buyer, who presses again. */
  readonly losesAnswers: boolean;
  readonly rule: SaleRule | null;
  readonly plan: (input: PlanInput) => Order[];
}

const PLAIN = { opens: 'FLOOR', seatEach: false, losesAnswers: false, rule: null } as const;

/** A new scenario is one file and one line here. */
export const SCENARIO_FACTS: Readonly<Record<Scenario, ScenarioFacts>> = {
  ONE_SEAT: { ...PLAIN, seat: 'NEEDED', plan: planOnSale },
  ON_SALE: { ...PLAIN, seat: 'NONE', plan: planOnSale },
  FAN_LIMIT: {
    ...PLAIN,
    seat: 'NONE',
    opens: 'PLANNED',
    seatEach: true,
    rule: { seatsPerFan: LIMITS.fanSeats.limit },
    plan: planFanLimit,
  },
  RETRY_STORM: { ...PLAIN, seat: 'OPTIONAL', losesAnswers: true, plan: planRetryStorm },
};

/** The scenario of a burst for which none was chosen. */
export function usualScenario(seatId: string | null): Scenario {
  return seatId === null ? 'ON_SALE' : 'ONE_SEAT';
}
