// What the presenter is about to fire, shared by the console, the keys and the guess. It holds
// wishes only; what is wrong with them is said by its plan.
import { STRATEGIES, type Scenario, type Strategy } from '@worldseat/schema/domain';
import {
  planBreakIt,
  planWords,
  SCENARIO_FACTS,
  type BreakItForm,
  type BreakItPlan,
  type BreakItStage,
} from './break-it.ts';

/** What the draft has to know of the page. */
export interface DraftStage extends BreakItStage {
  readonly focusSeat: string | null;
  readonly regions: number;
  readonly engines: number;
  /** People in the room now. */
  readonly people: number;
}

export class BreakItDraft {
  target: BreakItForm['target'] = $state('seat');
  scenario: Scenario = $state('ONE_SEAT');
  strategy: Strategy = $state('NAIVE');
  buyers = $state(String(SCENARIO_FACTS.ONE_SEAT.buyers));
  /** Null: the seat in question. */
  typedSeat: string | null = $state(null);
  /** With the people in the room, if anybody is in it. */
  withRoom = $state(true);
  readonly #stage: () => DraftStage;

  constructor(stage: () => DraftStage) {
    this.#stage = stage;
  }

  get seat(): string {
    return this.typedSeat ?? this.#stage().focusSeat ?? '';
  }

  get room(): boolean {
    return this.withRoom && this.#stage().people > 0;
  }

  get plan(): BreakItPlan {
    const { target, scenario, strategy, buyers, seat, room } = this;
    return planBreakIt({ target, scenario, strategy, buyers, seat, room }, this.#stage());
  }

  /** What firing will do, or why it cannot be done. */
  get words(): string {
    return planWords(this.plan, this.#stage());
  }

  /** The purchase functions that every engine on stage has. */
  get strategies(): readonly Strategy[] {
    return STRATEGIES.filter((each) => this.#stage().refuses(each) === null);
  }

  choose(scenario: Scenario): void {
    const { targets, buyers } = SCENARIO_FACTS[scenario];
    // A number that somebody typed is kept.
    if (this.buyers.trim() === String(SCENARIO_FACTS[this.scenario].buyers)) {
      this.buyers = String(buyers);
    }
    this.scenario = scenario;
    if (!targets.includes(this.target)) this.target = targets[0] ?? 'seat';
  }

  /** One seat or the floor; where the scenario has no such target, the usual one that has. */
  aim(target: BreakItForm['target']): void {
    if (!SCENARIO_FACTS[this.scenario].targets.includes(target)) {
      this.choose(target === 'seat' ? 'ONE_SEAT' : 'ON_SALE');
    }
    this.target = target;
  }
}
