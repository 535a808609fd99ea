import { expect, test } from 'vitest';
import { KeyLock } from './key-lock.ts';

test('runs the tasks of one key in order, one at a time, also after a failure', async () => {
  const lock = new KeyLock();
  const log: string[] = [];
  const task =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} starts`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    lock.run('k', task('a')),
    lock.run('k', task('b', true)),
    lock.run('k', task('c')),
  ]);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('does not hold up another key', async () => {
  const lock = new KeyLock();
  let release: () => void = () => undefined;
  const first = lock.run('a', () => new Promise<void>((resolve) => (release = resolve)));
  expect(await lock.run('b', () => Promise.resolve('b'))).toBe('b');
  release();
  await first;
});
