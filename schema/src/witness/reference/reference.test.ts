// The Witness beside the reference: the same verdict, the same accusations and the same numbers on
// random small histories of every kind.
import { describe, expect, it } from 'vitest';
import { CAUSES, seededRandom } from '../../domain/index.ts';
import { judge } from '../index.ts';
import { RULES } from '../types.ts';
import { causesOf } from './causes.ts';
import { expectedOf } from './expected.ts';
import { heardOf } from './heard.ts';
import { KINDS, legalOne } from './histories.ts';
import { PLANTS } from './plants.ts';
import { inputOf } from './records.ts';
import { forEachSeed, Tally } from './seeds.ts';
import { allTickets, holdInTurn, recordsOf } from './tickets.ts';

const RUNS = 9_000;
/** What is rarer than this was not tested. */
const LEAST = RUNS / 200;

describe.each(KINDS)('random histories: $name', ({ make, often }) => {
  it('W1 to W7, the verdict and its numbers are those of the brute-force reference', () => {
    const tally = new Tally();
    forEachSeed(RUNS, (seed) => {
      const input = make(seededRandom(seed));
      const expected = expectedOf(input);
      expect(heardOf(judge(input), input), `WITNESS_SEED=${seed}`).toEqual(expected);
      tally.add([expected.result, ...expected.accusations.map((it) => it.slice(0, 2))]);
    });
    expect(tally.rare(often, LEAST)).toEqual([]);
  });
});

describe('W1 and W5 together', () => {
  it('are linearizability: no breach exactly when one order of all operations exists', () => {
    const tally = new Tally();
    const kinds = KINDS.filter(({ name }) => name.startsWith('one seat'));
    forEachSeed(RUNS / 2, (seed) => {
      for (const { make } of kinds) {
        const input = make(seededRandom(seed));
        const { accusations } = heardOf(judge(input), input);
        const [seat] = recordsOf(input);
        // A lost confirmation or a ghost is not an operation that the search knows.
        if (seat === undefined || accusations.some((it) => /^W[23]/.test(it))) continue;
        const rejections = seat.answers.filter(({ outcome }) => outcome === 'REJECTED');
        const isLinearizable = holdInTurn(allTickets(seat), rejections);
        const isAccused = accusations.some((it) => /^W[15]/.test(it));
        expect(isAccused, `WITNESS_SEED=${seed}`).toBe(!isLinearizable);
        tally.add([isLinearizable ? 'linearizable' : 'not linearizable']);
      }
    });
    expect(tally.rare(['linearizable', 'not linearizable'], RUNS / 10)).toEqual([]);
  });
});

describe('the causes of double sells', () => {
  it('W1: each is explained by what its definition says, and they sum up', () => {
    const tally = new Tally();
    const kinds = KINDS.filter(({ name }) => name.startsWith('one seat') || name === 'anything');
    forEachSeed(RUNS / 3, (seed) => {
      for (const { name, make } of kinds) {
        const input = make(seededRandom(seed));
        const { causes, doubleSells } = judge(input);
        const where = `${name}, WITNESS_SEED=${seed}`;
        const sum = Object.values(causes).reduce((one, other) => one + other, 0);
        expect(sum, where).toBe(doubleSells);
        // Of tickets given back, which one is the sale too many is not defined.
        if (input.releases === undefined) expect(causes, where).toEqual(causesOf(input));
        tally.add(CAUSES.filter((cause) => causes[cause] > 0));
      }
    });
    expect(tally.rare(CAUSES, RUNS / 1_800)).toEqual([]);
  });
});

describe('a breach planted in a legal history', () => {
  it.each(RULES)('%s is found, where it is, and nothing else is accused', (rule) => {
    forEachSeed(400, (seed) => {
      for (const plant of PLANTS[rule]) {
        const random = seededRandom(seed);
        const draft = legalOne(random, rule === 'W6' || plant.name.endsWith('Limit'));
        const accusation = plant(random, draft);
        const { result, accusations } = heardOf(judge(inputOf(draft)), inputOf(draft));
        expect({ result, accusations }, `${plant.name}, WITNESS_SEED=${seed}`).toEqual({
          result: 'VIOLATED',
          accusations: [accusation],
        });
      }
    });
  });
});
