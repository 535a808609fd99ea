import { describe, expect, test } from 'vitest';
import { planBreakIt, planWords, type BreakItForm } from './break-it.ts';

const isSeat = (id: string): boolean => id === 'A1';
const form = (given: Partial<BreakItForm>): BreakItForm => ({
  target: 'seat',
  seat: 'A1',
  buyers: '60',
  ...given,
});

describe('planBreakIt', () => {
  test.each([
    [form({}), { ok: true, seat: 'A1', buyers: 60 }],
    [form({ seat: ' a1 ' }), { ok: true, seat: 'A1', buyers: 60 }],
    [form({ buyers: '10000' }), { ok: true, seat: 'A1', buyers: 10_000 }],
    [
      form({ target: 'floor', seat: '', buyers: '20000' }),
      { ok: true, seat: null, buyers: 20_000 },
    ],
  ])('accepts %j', (given, plan) => {
    expect(planBreakIt(given, isSeat)).toEqual(plan);
  });

  test.each(['', ' ', '1', '10001', '2.5', 'many', '-3', '1e9'])('refuses %j buyers', (buyers) => {
    expect(planBreakIt(form({ buyers }), isSeat)).toEqual({
      ok: false,
      problem: 'Buyers: a whole number from 2 to 10,000.',
    });
  });

  test('refuses a seat that is not here, in words', () => {
    expect(planBreakIt(form({ seat: 'Z9' }), isSeat)).toEqual({
      ok: false,
      problem: 'There is no seat “Z9” here.',
    });
  });
});

describe('planWords', () => {
  test('says what will happen', () => {
    const plan = planBreakIt(form({ buyers: '1000' }), isSeat);
    expect(planWords(plan, 2, 2)).toBe(
      '1,000 buyers from 2 Regions want seat A1 at the same moment, on both engines.',
    );
  });

  test('or why it cannot', () => {
    const plan = planBreakIt(form({ target: 'floor', buyers: '1' }), isSeat);
    expect(planWords(plan, 2, 2)).toBe('Buyers: a whole number from 2 to 20,000.');
  });
});
