// When anti-entropy runs, and that nothing counts as repaired that is not.
import { expect, test } from 'vitest';
import { RepairSchedule } from './repair-schedule.ts';
import { until } from './testing.ts';

const PAIR = { table: 'things', a: 'us-east-1', b: 'us-east-2' };

/** A schedule whose repairs end as told, in turn; the last answer is repeated. */
function scheduleOf(answers: boolean[], paused = false) {
  const faults: string[] = [];
  let runs = 0;
  const schedule = new RepairSchedule({
    paused,
    retryPauseMs: 0,
    onFault: (message) => faults.push(message),
    repair: () => {
      runs += 1;
      return Promise.resolve(answers[Math.min(runs, answers.length) - 1] ?? false);
    },
  });
  return { schedule, faults, runs: () => runs };
}

const untilRepaired = (schedule: RepairSchedule) =>
  until('all is repaired', () => Promise.resolve(schedule.open === 0));

test('a repair that failed is tried again, and is open until one has not failed', async () => {
  const { schedule, faults, runs } = scheduleOf([false, false, true]);
  const repaired: string[] = [];
  schedule.request(PAIR, () => repaired.push('first'));
  schedule.request({ ...PAIR, table: 'others' }, () => repaired.push('second'));
  expect(schedule.open).toBe(2);
  await untilRepaired(schedule);
  expect({ repaired: repaired.toSorted(), faults }).toEqual({
    repaired: ['first', 'second'],
    faults: [],
  });
  expect(runs()).toBe(4);
});

test('repairs that keep failing are given up, said, and open until the next request', async () => {
  const { schedule, faults, runs } = scheduleOf([false, false, false, false, false, true]);
  schedule.request(PAIR);
  await until('it is given up', () => Promise.resolve(faults.length === 1));
  expect({ runs: runs(), open: schedule.open }).toEqual({ runs: 5, open: 1 });
  expect(faults).toEqual(['things in us-east-1 and us-east-2 differs after 5 repairs']);
  schedule.request(PAIR);
  await untilRepaired(schedule);
  expect(runs()).toBe(6);
});

test('asked for while it runs, a pair is compared once more', async () => {
  const { schedule, runs } = scheduleOf([true]);
  schedule.request(PAIR);
  schedule.request(PAIR);
  await untilRepaired(schedule);
  expect(runs()).toBe(2);
});

test('during a pause nothing runs; when it ends, what was asked for runs', async () => {
  const { schedule, runs } = scheduleOf([true], true);
  schedule.request(PAIR);
  schedule.configure({ paused: true });
  await Promise.resolve();
  expect({ runs: runs(), open: schedule.open }).toEqual({ runs: 0, open: 1 });
  schedule.configure({ paused: false });
  await untilRepaired(schedule);
  expect(runs()).toBe(1);
});
