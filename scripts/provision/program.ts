// What is provisioned, as rules: from what exists follows the one next step, again and again until
// nothing is left to do. So a run that was killed anywhere is resumed by running again, and a dry run
// is the same rules on what each step is foreseen to leave behind.
import type { PolicyDocument } from './policy-document.ts';

export type Step =
  | {
      readonly kind: 'CALL';
      readonly region: string;
      /** As AWS names it, such as CreateCluster. */
      readonly operation: string;
      readonly input: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'WAIT';
      /** Completes "wait until". */
      readonly until: string;
    };

export interface Program<Facts> {
  /** Such as: dsql create, name worldseat, in us-east-1 and us-east-2. */
  readonly title: string;
  /** What exists now. @throws the SDK's errors */
  find(): Promise<Facts>;
  /** What a new account has. */
  readonly nothing: Facts;
  /** null: done. @throws ProvisionFault when a state is FAILED or leads nowhere */
  next(facts: Facts): Step | null;
  /** What exists when the step has gone well. */
  foresee(facts: Facts, step: Step): Facts;
  /** Makes the call of a step. @throws the SDK's errors */
  call(step: Step & { kind: 'CALL' }): Promise<void>;
  /** One line for each thing. */
  describe(facts: Facts): readonly string[];
  /** What the caller must be allowed to do, with the ARNs that are known. */
  policy(facts: Facts): PolicyDocument;
  /** What the policy cannot say yet. */
  notes(facts: Facts): readonly string[];
}
