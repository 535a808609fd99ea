// What one burst on one engine is fired with: everything chosen, nothing left to be guessed.
import type { Scenario, Strategy } from '@worldseat/schema/domain';

export interface FireRequest {
  /** The contested seat; null: the floor, or the seats that the scenario plans. */
  readonly seat: string | null;
  readonly buyers: number;
  readonly seed: number;
  readonly strategy: Strategy;
  readonly scenario: Scenario;
  /** The run of the lab that it is a cell of, or null. */
  readonly labId: string | null;
}
