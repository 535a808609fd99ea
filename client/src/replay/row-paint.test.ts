import { OUTCOMES, seededRandom } from '@worldseat/schema/domain';
import { expect, it } from 'vitest';
import { NO_ANSWER, timesOf } from './burst-times.ts';
import { countsOf } from './row-paint.ts';
import { randomBurst } from './testing.ts';

it('counts what the buyers of a row were told, and nobody twice', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const times = timesOf(randomBurst(seededRandom(seed)));
    const lanes = Int32Array.from({ length: times.count }, (_, order) => order);
    const half = times.count >> 1;
    const rows = [lanes.subarray(0, half), lanes.subarray(half)].map((row) => countsOf(times, row));
    const told = times.history.answers.map(({ outcome }) => outcome);
    const sums = OUTCOMES.map((outcome) =>
      rows.flat().reduce((sum, each) => sum + (each.outcome === outcome ? each.count : 0), 0),
    );
    expect(sums, `seed ${seed}`).toEqual(
      OUTCOMES.map((outcome) => told.filter((each) => each === outcome).length),
    );
    expect(rows.flat().some(({ count }) => count === 0)).toBe(false);
  }
  const nobody = { ...timesOf(randomBurst(seededRandom(1))), outcome: Uint8Array.of(NO_ANSWER) };
  expect(countsOf(nobody, Int32Array.of(0))).toEqual([]);
});
