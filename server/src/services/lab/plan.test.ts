import { describe, expect, it } from 'vitest';
import { LIMITS, SCENARIOS, STRATEGIES } from '@worldseat/schema/domain';
import type { LabEngineView, LabRequest } from '@worldseat/schema/services';
import { planLab } from './plan.ts';

const SQL: LabEngineView = {
  id: 'sql',
  name: 'Some SQL',
  consistency: 'SERIALIZABLE',
  strategies: STRATEGIES,
};
const ITEMS: LabEngineView = {
  id: 'items',
  name: 'Some Items',
  consistency: 'eventual',
  strategies: ['NAIVE', 'CONDITIONAL', 'COUNTER_ROW'],
};
const ALL: LabRequest = {
  engines: null,
  strategies: null,
  scenarios: null,
  buyers: 60,
  seed: 1,
  wait: false,
};

function plan(request: Partial<LabRequest>, known: readonly LabEngineView[] = [SQL, ITEMS]) {
  return planLab({ ...ALL, ...request }, known);
}

describe('the plan of a run', () => {
  it('has the engines of one scenario and strategy side by side, in a fixed order', () => {
    const chosen = {
      engines: ['items', 'sql', 'items'],
      strategies: ['COUNTER_ROW', 'NAIVE'] as const,
      scenarios: ['FAN_LIMIT', 'ONE_SEAT'] as const,
    };
    const waiting = { state: 'WAITING', reason: null, burstId: null, figures: null };
    expect(plan(chosen)).toEqual([
      { ...waiting, scenario: 'ONE_SEAT', strategy: 'NAIVE', engineId: 'sql' },
      { ...waiting, scenario: 'ONE_SEAT', strategy: 'NAIVE', engineId: 'items' },
      { ...waiting, scenario: 'ONE_SEAT', strategy: 'COUNTER_ROW', engineId: 'sql' },
      { ...waiting, scenario: 'ONE_SEAT', strategy: 'COUNTER_ROW', engineId: 'items' },
      { ...waiting, scenario: 'FAN_LIMIT', strategy: 'NAIVE', engineId: 'sql' },
      { ...waiting, scenario: 'FAN_LIMIT', strategy: 'NAIVE', engineId: 'items' },
      { ...waiting, scenario: 'FAN_LIMIT', strategy: 'COUNTER_ROW', engineId: 'sql' },
      { ...waiting, scenario: 'FAN_LIMIT', strategy: 'COUNTER_ROW', engineId: 'items' },
    ]);
  });

  it('has every combination when nothing is chosen, and skips what an engine has no means for', () => {
    const cells = plan({});
    if ('__typename' in cells) throw new Error(cells.message);
    expect(cells.length).toBe(2 * STRATEGIES.length * SCENARIOS.length);
    const skipped = cells.filter(({ state }) => state !== 'WAITING');
    expect(skipped).toEqual(
      SCENARIOS.map((scenario) => ({
        engineId: 'items',
        strategy: 'FOR_UPDATE',
        scenario,
        state: 'SKIPPED',
        reason: 'Some Items has no row locks: FOR_UPDATE is not offered.',
        burstId: null,
        figures: null,
      })),
    );
  });

  it.each([
    [
      { engines: ['sql', 'oracle'] },
      'engines',
      'There is no engine "oracle"; there are sql, items.',
    ],
    [
      { engines: [] },
      'engines',
      'Name at least one engine, or none for all; there are sql, items.',
    ],
    [
      { strategies: [] },
      'strategies',
      'Name at least one strategy, or none for all; ' +
        'there are NAIVE, CONDITIONAL, FOR_UPDATE, COUNTER_ROW.',
    ],
    [
      { scenarios: [] },
      'scenarios',
      'Name at least one scenario, or none for all; ' +
        'there are ONE_SEAT, ON_SALE, FAN_LIMIT, RETRY_STORM.',
    ],
    [{ buyers: 1 }, 'buyers', 'The buyers of a cell must be a whole number from 2 to 2000, not 1.'],
    [{ seed: -1 }, 'seed', 'The seed must be a whole number from 0 to 2147483647, not -1.'],
  ] as const)('refuses %j', (request, field, message) => {
    expect(plan(request)).toEqual({ __typename: 'InvalidInputError', field, message });
  });

  it('refuses more cells than a run may have', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ ...SQL, id: `sql-${index}` }));
    expect(many.length * STRATEGIES.length * SCENARIOS.length).toBeGreaterThan(LIMITS.labCells.max);
    expect(plan({}, many)).toMatchObject({
      __typename: 'InvalidInputError',
      message: 'A run has at most 120 cells, not 128; choose fewer.',
    });
  });
});
