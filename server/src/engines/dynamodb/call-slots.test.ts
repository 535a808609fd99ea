import { expect, test } from 'vitest';
import { CallSlots, MAX_WAITING_CALLS, TooManyCalls } from './call-slots.ts';

test('runs as many at once as there are slots, the rest in order, also after failures', async () => {
  const slots = new CallSlots(3);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const call = (index: number) => async () => {
    started.push(index);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (index % 5 === 0) throw new Error(String(index));
  };
  const indexes = Array.from({ length: 3000 }, (_, index) => index);
  const results = await Promise.allSettled(indexes.map((index) => slots.run(call(index))));
  expect(started).toEqual(indexes);
  expect(most).toBe(3);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(600);
  expect(await slots.run(() => Promise.resolve('free again'))).toBe('free again');
});

test('one call more than may wait is refused unsent', async () => {
  const slots = new CallSlots(1);
  let release: () => void = () => undefined;
  const first = slots.run(() => new Promise<void>((resolve) => (release = resolve)));
  const waiting = Array.from({ length: MAX_WAITING_CALLS }, () =>
    slots.run(() => Promise.resolve()),
  );
  let sent = false;
  const refused = slots.run(() => {
    sent = true;
    return Promise.resolve();
  });
  await expect(refused).rejects.toBeInstanceOf(TooManyCalls);
  release();
  await Promise.all([first, ...waiting]);
  expect(sent).toBe(false);
});
