// What the Break-it form asks for, checked by the same limits as the server's, so that a mistake is
// explained before it is sent. Pure.
import { LIMITS, type Scenario, type Strategy } from '@worldseat/schema/domain';
import { count, counted } from './words.ts';

export interface BreakItForm {
  readonly target: 'seat' | 'floor';
  readonly scenario: Scenario;
  readonly strategy: Strategy;
  readonly seat: string;
  readonly buyers: string;
  /** The people in the room are buyers too. */
  readonly room: boolean;
}

/** What the form is checked against. */
export interface BreakItStage {
  readonly isSeat: (id: string) => boolean;
  /** Of the smallest floor; null: not known yet. */
  readonly seatCount: number | null;
  /** Why it cannot run on every engine on stage, or null. */
  readonly refuses: (strategy: Strategy) => string | null;
}

export interface FirePlan {
  readonly ok: true;
  readonly scenario: Scenario;
  readonly strategy: Strategy;
  /** Null: the whole floor. */
  readonly seat: string | null;
  readonly buyers: number;
  readonly room: boolean;
}

export type BreakItPlan = FirePlan | { readonly ok: false; readonly problem: string };

interface ScenarioFacts {
  /** What its buyers may want; the first is usual. */
  readonly targets: readonly BreakItForm['target'][];
  /** Buyers when nobody chose. */
  readonly buyers: number;
}

export const SCENARIO_FACTS: Readonly<Record<Scenario, ScenarioFacts>> = {
  ONE_SEAT: { targets: ['seat'], buyers: 60 },
  ON_SALE: { targets: ['floor'], buyers: 2_000 },
  FAN_LIMIT: { targets: ['floor'], buyers: 60 },
  RETRY_STORM: { targets: ['seat', 'floor'], buyers: 60 },
};

export function planBreakIt(form: BreakItForm, stage: BreakItStage): BreakItPlan {
  const { scenario, strategy, room } = form;
  const problem = buyersProblem(form, stage) ?? stage.refuses(strategy);
  if (problem !== null) return { ok: false, problem };
  const plan = { ok: true, scenario, strategy, room, buyers: Number(form.buyers.trim()) } as const;
  if (form.target === 'floor') return { ...plan, seat: null };
  const seat = form.seat.trim().toUpperCase();
  if (!stage.isSeat(seat))
    return { ok: false, problem: `There is no seat “${form.seat.trim()}” here.` };
  return { ...plan, seat };
}

function buyersProblem(
  { target, scenario, buyers }: BreakItForm,
  stage: BreakItStage,
): string | null {
  const { min, max } = target === 'seat' ? LIMITS.seatBuyers : LIMITS.floorBuyers;
  const wanted = Number(buyers.trim());
  if (buyers.trim() === '' || !Number.isInteger(wanted) || wanted < min || wanted > max) {
    return `Buyers: a whole number from ${count(min)} to ${count(max)}.`;
  }
  const { seatCount } = stage;
  if (scenario !== 'FAN_LIMIT' || seatCount === null || wanted <= seatCount) return null;
  return `Each order of this scenario has a seat of its own: at most ${count(seatCount)} here.`;
}

export interface PlanScene {
  readonly regions: number;
  readonly engines: number;
  /** In the room now. */
  readonly people: number;
}

/** What pressing the button will do, in one sentence. */
export function planWords(plan: BreakItPlan, { regions, engines, people }: PlanScene): string {
  if (!plan.ok) return plan.problem;
  const from = regions > 1 ? ` from ${regions} Regions` : '';
  const on = engines === 1 ? 'this engine' : engines === 2 ? 'both engines' : `${engines} engines`;
  const who = `${count(plan.buyers)} buyers${companyOf(plan, people)}${from}`;
  return `${who} ${DEEDS[plan.scenario](plan)}, on ${on}.`;
}

function companyOf({ room, buyers }: FirePlan, people: number): string {
  if (!room || people === 0) return '';
  const among = Math.min(people, buyers);
  return ` (${counted(among, 'of you', 'of you')} among them)`;
}

const seatsOf = ({ seat }: FirePlan): string =>
  seat === null ? 'seats all over the floor' : `seat ${seat}`;

const DEEDS: Readonly<Record<Scenario, (plan: FirePlan) => string>> = {
  ONE_SEAT: (plan) => `want ${seatsOf(plan)} at the same moment`,
  ON_SALE: (plan) => `want ${seatsOf(plan)} at the same moment`,
  FAN_LIMIT: () => {
    const { limit, wanted } = LIMITS.fanSeats;
    return `ask at once: fans who may hold ${limit} seats and want ${wanted} each`;
  },
  RETRY_STORM: (plan) => `want ${seatsOf(plan)}; answers get lost, and they press again`,
};
