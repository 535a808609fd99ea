// Running a program step by step: it looks again after each call, believes a stale look only for so
// long, and never goes in a circle.
import { describe, expect, it } from 'vitest';
import { ProvisionFault } from './fault.ts';
import type { Program, Step } from './program.ts';
import { applySteps, foreseenSteps } from './run.ts';

const CALL: Step & { kind: 'CALL' } = {
  kind: 'CALL',
  region: 'us-east-1',
  operation: 'AddOne',
  input: {},
};

/** Counts up to `goal`; what it shows is `lag` looks old. */
function counting(goal: number, lag: number) {
  let [value, made] = [0, 0];
  const shown: number[] = Array<number>(lag).fill(0);
  const program: Program<number> = {
    title: 'counting',
    nothing: 0,
    find: () => {
      shown.push(value);
      return Promise.resolve(shown.shift() ?? 0);
    },
    next: (facts) => (facts >= goal ? null : CALL),
    foresee: (facts) => facts + 1,
    call: () => {
      value++;
      made++;
      return Promise.resolve();
    },
    describe: (facts) => [String(facts)],
    policy: () => ({ Version: '2012-10-17', Statement: [] }),
    notes: () => [],
  };
  return { program, made: () => made };
}

const quietly = { limitMs: 60_000, onStep: () => undefined };

describe('running a program', () => {
  it('calls once even when the effect shows only some looks later', async () => {
    const { program, made } = counting(1, 3);
    expect([await applySteps(program, quietly), made()]).toEqual([1, 1]);
  });

  it('calls again when no effect ever shows, and fails by the limit of a wait', async () => {
    const { program, made } = counting(1, 1_000);
    const run = applySteps(program, { ...quietly, limitMs: 500 });
    await expect(run).rejects.toThrow(/^Waited 0.5 s until AddOne shows/);
    expect(made()).toBe(1);
  });

  it('foresees the same steps, and refuses to go in a circle', () => {
    expect(foreseenSteps(counting(3, 0).program, 0)).toEqual([CALL, CALL, CALL]);
    expect(() => foreseenSteps(counting(1_000, 0).program, 0)).toThrow(ProvisionFault);
  });

  it('tells of each wait once', async () => {
    let looks = 0;
    const told: Step[] = [];
    const program = {
      ...counting(0, 0).program,
      next: () => (looks++ < 3 ? { kind: 'WAIT' as const, until: 'it is done' } : null),
    };
    await applySteps(program, { limitMs: 60_000, onStep: (step) => told.push(step) });
    expect(told).toEqual([{ kind: 'WAIT', until: 'it is done' }]);
  });
});
