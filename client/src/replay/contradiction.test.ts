import { seededRandom } from '@worldseat/schema/domain';
import { witnessInputOf } from '@worldseat/schema/history';
import { judge, type Breach } from '@worldseat/schema/witness';
import { describe, expect, it } from 'vitest';
import { timesOf } from './burst-times.ts';
import { contradictionOf } from './contradiction.ts';
import { laneSentence, laneWords } from './lane-words.ts';
import { lanesOf } from './lanes.ts';
import { randomBurst } from './testing.ts';

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

const WHOLE = { fromNs: 0, toNs: Number.MAX_VALUE };

const breachOf = (orderIds: readonly string[]): Breach => ({
  ...{ rule: 'W1', seatId: 'A1', round: 2, orderIds, entries: [], cause: null, words: 'Both.' },
});

describe('the lanes of a timeline', () => {
  it('hold every buyer once, those of the contradiction first, as the Witness names them', () => {
    let contradictions = 0;
    for (const seed of SEEDS) {
      const history = randomBurst(seededRandom(seed));
      const times = timesOf(history);
      const [breach] = judge(witnessInputOf(history)).breaches;
      const contradiction = breach === undefined ? null : contradictionOf(times, breach);
      const first = contradiction?.orders ?? [];
      const lanes = [...lanesOf(times, first, WHOLE)];
      expect(lanes.slice(0, first.length), `seed ${seed}`).toEqual(first);
      expect(
        lanes.toSorted((a, b) => a - b),
        `seed ${seed}`,
      ).toEqual([...history.orders.keys()]);
      contradictions += contradiction === null ? 0 : 1;
    }
    expect(contradictions).toBeGreaterThan(20);
  });

  it('show when all of the contradiction’s buyers were under way, if they ever were', () => {
    const history = randomBurst(seededRandom(3));
    const times = timesOf(history);
    const [one, other] = history.answers;
    if (one === undefined || other === undefined) throw new Error('The burst has two answers.');
    const both = contradictionOf(times, breachOf([one.orderId, other.orderId, 'a stranger']));
    const fromNs = Math.max(one.callNs, other.callNs);
    const toNs = Math.min(one.returnNs, other.returnNs);
    expect(both?.overlap).toEqual(fromNs < toNs ? { fromNs, toNs } : null);
    expect(contradictionOf(times, breachOf([one.orderId]))?.overlap).toBeNull();
    expect(contradictionOf(times, breachOf(['a stranger']))).toBeNull();
  });
});

it('tells a lane in words, also of who was never answered', () => {
  const history = randomBurst(seededRandom(3));
  const [order] = history.orders;
  if (order === undefined) throw new Error('The burst has an order.');
  const unanswered = timesOf({ ...history, orders: [order], answers: [] });
  expect(laneSentence(laneWords(unanswered, 0))).toBe(
    `${order.buyer} (${order.region}), ${order.seatId}: pressed – · read – · wrote – · never answered –`,
  );
});
