import { SCENARIOS } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import {
  planBreakIt,
  planWords,
  SCENARIO_FACTS,
  type BreakItForm,
  type BreakItStage,
} from './break-it.ts';

const stage: BreakItStage = {
  isSeat: (id) => id === 'A1',
  seatCount: 96,
  refuses: (strategy) => (strategy === 'FOR_UPDATE' ? 'DynamoDB cannot run it.' : null),
};
const form = (given: Partial<BreakItForm>): BreakItForm => ({
  ...{ target: 'seat', scenario: 'ONE_SEAT', strategy: 'NAIVE', seat: 'A1', buyers: '60' },
  room: false,
  ...given,
});
const floor = { target: 'floor', scenario: 'ON_SALE' } as const;
const usual = { ok: true, scenario: 'ONE_SEAT', strategy: 'NAIVE', seat: 'A1', room: false };

describe('planBreakIt', () => {
  test.each([
    [form({}), { ...usual, buyers: 60 }],
    [form({ seat: ' a1 ' }), { ...usual, buyers: 60 }],
    [form({ buyers: '10000' }), { ...usual, buyers: 10_000 }],
    [
      form({ ...floor, seat: '', buyers: '20000' }),
      { ...usual, scenario: 'ON_SALE', seat: null, buyers: 20_000 },
    ],
    [
      form({ scenario: 'RETRY_STORM', strategy: 'CONDITIONAL', room: true }),
      { ...usual, scenario: 'RETRY_STORM', strategy: 'CONDITIONAL', room: true, buyers: 60 },
    ],
  ])('accepts %j', (given, plan) => {
    expect(planBreakIt(given, stage)).toEqual(plan);
  });

  test.each(['', ' ', '1', '10001', '2.5', 'many', '-3', '1e9'])('refuses %j buyers', (buyers) => {
    expect(planBreakIt(form({ buyers }), stage)).toEqual({
      ok: false,
      problem: 'Buyers: a whole number from 2 to 10,000.',
    });
  });

  test('refuses a seat that is not here, in words', () => {
    expect(planBreakIt(form({ seat: 'Z9' }), stage)).toEqual({
      ok: false,
      problem: 'There is no seat “Z9” here.',
    });
  });

  test('refuses code that not every engine on stage can run', () => {
    expect(planBreakIt(form({ strategy: 'FOR_UPDATE' }), stage)).toEqual({
      ok: false,
      problem: 'DynamoDB cannot run it.',
    });
  });

  test('gives each order of a fan limit a seat of its own', () => {
    const asked = (buyers: string) =>
      planBreakIt(form({ target: 'floor', scenario: 'FAN_LIMIT', buyers }), stage);
    expect(asked('96')).toMatchObject({ ok: true, buyers: 96 });
    expect(asked('97')).toEqual({
      ok: false,
      problem: 'Each order of this scenario has a seat of its own: at most 96 here.',
    });
  });

  test('takes what each scenario offers when nobody chose', () => {
    for (const scenario of SCENARIOS) {
      const { targets, buyers } = SCENARIO_FACTS[scenario];
      const [target = 'seat'] = targets;
      const plan = planBreakIt(form({ scenario, target, buyers: String(buyers) }), stage);
      expect(plan).toMatchObject({ ok: true, scenario });
    }
  });
});

describe('planWords', () => {
  const scene = { regions: 2, engines: 2, people: 12 };
  const words = (given: Partial<BreakItForm>) => planWords(planBreakIt(form(given), stage), scene);

  test.each([
    [
      { buyers: '1000' },
      '1,000 buyers from 2 Regions want seat A1 at the same moment, on both engines.',
    ],
    [
      { room: true },
      '60 buyers (12 of you among them) from 2 Regions want seat A1 at the same moment, ' +
        'on both engines.',
    ],
    [
      { room: true, buyers: '5' },
      '5 buyers (5 of you among them) from 2 Regions want seat A1 at the same moment, ' +
        'on both engines.',
    ],
    [
      { ...floor, buyers: '2000' },
      '2,000 buyers from 2 Regions want seats all over the floor at the same moment, ' +
        'on both engines.',
    ],
    [
      { target: 'floor', scenario: 'FAN_LIMIT' },
      '60 buyers from 2 Regions ask at once: fans who may hold 4 seats and want 10 each, ' +
        'on both engines.',
    ],
    [
      { scenario: 'RETRY_STORM' },
      '60 buyers from 2 Regions want seat A1; answers get lost, and they press again, ' +
        'on both engines.',
    ],
    [{ ...floor, buyers: '1' }, 'Buyers: a whole number from 2 to 20,000.'],
  ] as const)('of %j', (given, said) => {
    expect(words(given)).toBe(said);
  });

  test('of one engine and one Region', () => {
    const plan = planBreakIt(form({}), stage);
    expect(planWords(plan, { regions: 1, engines: 1, people: 0 })).toBe(
      '60 buyers want seat A1 at the same moment, on this engine.',
    );
  });
});
