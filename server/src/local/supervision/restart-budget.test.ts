import { expect, test } from 'vitest';
import { MAX_RESTARTS, RESTART_WINDOW_MS, RestartBudget } from './restart-budget.ts';

test('five in a window and no more; each is free again when the window has passed it', () => {
  const budget = new RestartBudget();
  const taken = Array.from({ length: MAX_RESTARTS + 1 }, (_, index) => budget.take(index));
  expect(taken).toEqual([true, true, true, true, true, false]);
  expect(budget.taken(MAX_RESTARTS)).toBe(MAX_RESTARTS);
  expect(budget.take(RESTART_WINDOW_MS - 1)).toBe(false);
  expect(budget.take(RESTART_WINDOW_MS)).toBe(true);
  expect(budget.take(RESTART_WINDOW_MS)).toBe(false);
  expect(budget.taken(3 * RESTART_WINDOW_MS)).toBe(0);
});
