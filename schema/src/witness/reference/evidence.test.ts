// The entries of a breach prove it, all of them together and none of them left out.
import { expect, it } from 'vitest';
import { seededRandom } from '../../domain/index.ts';
import { judge, RULES, type Breach, type WitnessInput } from '../index.ts';
import { worldOf, worldsWithoutOne } from './evidence-worlds.ts';
import { accusationOf } from './heard.ts';
import { KINDS } from './histories.ts';
import { forEachSeed, Tally } from './seeds.ts';

const RUNS = 1_500;
/** W4 is about rows and what they leave out: its entries are judged by its own tests. */
const PROVEN = RULES.filter((rule) => rule !== 'W4');

it('W1, W2, W3, W5, W6, W7: the entries prove the breach; leave one out and they do not', () => {
  const tally = new Tally();
  forEachSeed(RUNS, (seed) => {
    for (const { name, make } of KINDS) {
      const input = make(seededRandom(seed));
      for (const breach of judge(input).breaches) {
        if (breach.rule === 'W4') continue;
        expect(proofOf(input, breach), `${name}, WITNESS_SEED=${seed}, ${breach.words}`).toEqual({
          byAll: true,
          withoutOne: breach.entries.map(() => false),
        });
        const kinds = breach.entries.map(({ kind }) => `${breach.rule} by ${kind}`);
        tally.add([breach.rule, ...kinds]);
      }
    }
  });
  const often = [...PROVEN, 'W1 by RELEASE', 'W1 by ANSWER', 'W5 by RELEASE', 'W5 by ANSWER'];
  expect(tally.rare(often, RUNS / 50)).toEqual([]);
});

function proofOf(input: WitnessInput, breach: Breach): { byAll: boolean; withoutOne: boolean[] } {
  const accusation = accusationOf(breach, input);
  const proves = (world: WitnessInput): boolean =>
    judge(world).breaches.some((it) => accusationOf(it, world) === accusation);
  return {
    byAll: proves(worldOf(input, breach.entries)),
    withoutOne: worldsWithoutOne(input, breach).map(proves),
  };
}
