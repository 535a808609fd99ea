import { seededRandom } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { BUYER_PHASES, type BuyerPhase } from '../floor/actors.ts';
import { eventTimesOf } from './event-times.ts';
import { BurstMoments } from './moment.ts';
import { phasesOf } from './phases.ts';
import { randomBurst } from './testing.ts';

const OUTCOME = { CONFIRMED: 0, REJECTED: 1 };

describe('the key to the buyers’ shapes', () => {
  it('names what a burst without conflicts can show, in the order of a purchase', () => {
    const outcome = Uint8Array.of(OUTCOME.REJECTED, OUTCOME.CONFIRMED, OUTCOME.REJECTED);
    const burst = { outcome, refused: Uint8Array.of(0, 0), readNs: Float64Array.of(1, 2) };
    const words = ['RUNNING', 'READING', 'WRITING', 'CONFIRMED', 'REJECTED'];
    expect(phasesOf([burst])).toEqual(words);
    const refused = { ...burst, refused: Uint8Array.of(1) };
    expect(phasesOf([burst, refused])).toEqual(words.toSpliced(3, 0, 'CONFLICT'));
  });

  it('names every phase that is ever seen on the floor', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const moments = new BurstMoments(randomBurst(seededRandom(seed)));
      const named = phasesOf([moments.columns]);
      const seen = new Set<BuyerPhase>();
      for (const atNs of eventTimesOf([moments.columns])) {
        const { count, phase } = moments.actorsAt(atNs);
        for (const number of phase.subarray(0, count)) {
          const name = BUYER_PHASES[number];
          if (name !== undefined) seen.add(name);
        }
      }
      expect(
        [...seen].filter((name) => !named.includes(name)),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });
});
