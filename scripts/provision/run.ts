// Runs a program: for real, one step at a time and looking again after each, or in foresight only.
import { ProvisionFault } from './fault.ts';
import type { Program, Step } from './program.ts';

/** More steps than any of our programs can need: then its rules go in a circle. */
const MAX_STEPS = 200;
/** So often a call may be due again right after it was made: what AWS shows can be a moment old. */
const MAX_STALE_LOOKS = 5;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** The steps that are left, if each goes well. @throws ProvisionFault */
export function foreseenSteps<Facts>(program: Program<Facts>, facts: Facts): readonly Step[] {
  const steps: Step[] = [];
  let current = facts;
  for (let step = program.next(current); step !== null; step = program.next(current)) {
    if (steps.push(step) > MAX_STEPS) throw circle(step);
    current = program.foresee(current, step);
  }
  return steps;
}

export interface RunOptions {
  /** Of one wait, counted from the last call. */
  readonly limitMs: number;
  /** Called before each call, and once for each wait. */
  readonly onStep: (step: Step) => void;
}

/** @returns what exists in the end. @throws ProvisionFault, and the SDK's errors */
export async function applySteps<Facts>(
  program: Program<Facts>,
  { limitMs, onStep }: RunOptions,
): Promise<Facts> {
  const waiting = new Waiting(limitMs);
  let [calls, staleLooks, lastCall] = [0, 0, ''];
  for (;;) {
    const facts = await program.find();
    const step = program.next(facts);
    if (step === null) return facts;
    if (step.kind === 'WAIT') {
      if (waiting.isNew(step.until)) onStep(step);
      await waiting.pause(step.until);
      continue;
    }
    const isRepeated = JSON.stringify(step) === lastCall;
    if (isRepeated && ++staleLooks <= MAX_STALE_LOOKS) {
      await waiting.pause(`${step.operation} shows`);
      continue;
    }
    if (++calls > MAX_STEPS) throw circle(step);
    [staleLooks, lastCall] = [0, JSON.stringify(step)];
    onStep(step);
    await program.call(step);
    waiting.restart();
  }
}

/** Asks less and less often, up to a limit. */
class Waiting {
  readonly #limitMs: number;
  #until = '';
  #sinceMs = performance.now();
  #pauseMs = FIRST_PAUSE_MS;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  isNew(until: string): boolean {
    return until !== this.#until;
  }

  restart(): void {
    this.#until = '';
    this.#sinceMs = performance.now();
    this.#pauseMs = FIRST_PAUSE_MS;
  }

  async pause(until: string): Promise<void> {
    if (this.isNew(until)) this.restart();
    this.#until = until;
    if (performance.now() - this.#sinceMs > this.#limitMs) {
      const seconds = this.#limitMs / 1000;
      throw new ProvisionFault(
        'LIMIT',
        `Waited ${seconds} s until ${until}. Run again to go on waiting, or raise --limit-seconds.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, this.#pauseMs));
    this.#pauseMs = Math.min(this.#pauseMs * 1.5, LONGEST_PAUSE_MS);
  }
}

function circle(step: Step): ProvisionFault {
  const what = step.kind === 'CALL' ? step.operation : step.until;
  return new ProvisionFault(
    'UNEXPECTED_STATE',
    `After ${MAX_STEPS} steps, ${what} is still to be done; something else changes what exists.`,
  );
}
