// How burst files are read: one at a time, each once an operation, and again after a failure.
import { expect, test } from 'vitest';
import type { History } from '../history/index.ts';
import { historyOf as fileOf } from '../history/questions/testing.ts';
import type { GraphContext } from './builder.ts';
import { historyOf } from './burst-file.ts';
import { serving } from './testing.ts';

/** A context whose files are read by `read`; `most` is how many were being read at once. */
function reading(read: (id: string) => Promise<History | null>) {
  const seen = { ids: [] as string[], now: 0, most: 0 };
  const burstHistory = async (id: string): Promise<History | null> => {
    seen.ids.push(id);
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    try {
      return await read(id);
    } finally {
      seen.now -= 1;
    }
  };
  const context: GraphContext = { services: serving({ burstHistory }) };
  return { seen, context };
}

const soon = (history: History | null) =>
  new Promise<History | null>((resolve) => {
    setImmediate(() => {
      resolve(history);
    });
  });

test('many bursts are read one after the other, and few are kept', async () => {
  const { seen, context } = reading(() => soon(fileOf([])));
  const ids = Array.from({ length: 20 }, (_, index) => `burst-${index}`);
  await Promise.all(ids.flatMap((id) => [historyOf(context, id), historyOf(context, id)]));
  expect({ ids: seen.ids, most: seen.most }).toEqual({ ids, most: 1 });
  await Promise.all([historyOf(context, 'burst-19'), historyOf(context, 'burst-0')]);
  expect(seen.ids.slice(20)).toEqual(['burst-0']);
});

test('each operation reads for itself', async () => {
  const { seen, context } = reading(() => soon(fileOf([])));
  await historyOf(context, 'burst-1');
  await historyOf({ ...context }, 'burst-1');
  expect(seen.ids).toEqual(['burst-1', 'burst-1']);
});

test('a file that is not there yet, or could not be read, is asked for again', async () => {
  const answers = [
    () => Promise.resolve(null),
    () => Promise.reject(new Error('torn')),
    () => soon(fileOf([])),
  ];
  const { context } = reading(() => answers.shift()?.() ?? Promise.resolve(null));
  expect(await historyOf(context, 'burst-1')).toBeNull();
  await expect(historyOf(context, 'burst-1')).rejects.toThrow('torn');
  expect(await historyOf(context, 'burst-1')).toEqual(fileOf([]));
});
