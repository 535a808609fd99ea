// Whether every Region answers now. A process that stands still, or a network that swallows packets,
// takes requests and never answers: the SDK's tries at a call (see region-client.ts) are made for an
// answer that is late, so whoever only wants to know asks with a limit of its own. It reads and
// writes no item, so that an answer that is lost here decides nothing.
import type { RegionClient } from './region-client.ts';

/** The Region took the question and has not answered it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'NO_ANSWER';
}

/** Asks all of them at once. @throws NoAnswer, and the SDK's errors */
export async function everyRegionAnswers(
  clients: readonly Pick<RegionClient, 'region' | 'direct' | 'tables'>[],
  limitMs: number,
): Promise<void> {
  await Promise.all(
    clients.map(async ({ region, direct, tables }) => {
      const abortSignal = AbortSignal.timeout(limitMs);
      try {
        await direct.describeTable({ TableName: tables.seats }, { abortSignal });
      } catch (error) {
        if (!abortSignal.aborted) throw error;
        const limit = `within ${limitMs / 1_000} s`;
        throw new NoAnswer(`${region} gave no answer ${limit}`, { cause: error });
      }
    }),
  );
}
