import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

it('goes on with one at a time, in order, also after a failure, and turns away who is too many', async () => {
  const begun: string[] = [];
  const ends: Array<() => void> = [];
  const work = async (name: string): Promise<string> => {
    begun.push(name);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (name === 'bad') throw new Error('bad');
    return `${name} done`;
  };
  const ask = oneAtATime(work, 2, 'full');
  const answers = ['a', 'bad', 'c', 'd'].map((name) =>
    ask(name).catch((error: unknown) => (error as Error).message),
  );
  for (const name of ['a', 'bad', 'c']) {
    await expect.poll(() => begun.at(-1)).toBe(name);
    ends.shift()?.();
  }
  expect(await Promise.all(answers)).toEqual(['a done', 'bad', 'c done', 'full']);
  expect(begun).toEqual(['a', 'bad', 'c']);
  const again = ask('e');
  await expect.poll(() => begun.at(-1)).toBe('e');
  ends.shift()?.();
  expect(await again).toBe('e done');
});
