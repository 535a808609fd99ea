import { seededRandom, type Answer } from '@worldseat/schema/domain';
import { witnessInputOf, type History } from '@worldseat/schema/history';
import { judge } from '@worldseat/schema/witness';
import { describe, expect, it } from 'vitest';
import { eventTimesOf } from './event-times.ts';
import { BurstMoments } from './moment.ts';
import { burstOf } from './shown-values.ts';
import { randomBurst } from './testing.ts';

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

/** Everything that is shown of a moment, as plain values. */
function pictureAt(moments: BurstMoments, timeNs: number) {
  moments.floor.moveTo(timeNs);
  const { holders, region, sales, seatsSold, oversold } = moments.floor;
  const actors = moments.actorsAt(timeNs);
  const finding = moments.findingAt(timeNs, 'A1');
  const first = (column: Float32Array | Uint8Array) => [...column.subarray(0, actors.count)];
  return {
    floor: { holders: [...holders], region: [...region], sales, seatsSold, oversold },
    actors: { x: first(actors.x), y: first(actors.y), phase: first(actors.phase) },
    finding,
    burst: burstOf(moments, timeNs, finding),
    told: moments.toldAt(timeNs, 'A1', 8),
  };
}

/** The moments of a burst, and one between each two. */
function momentsOf(moments: BurstMoments): number[] {
  const times = [...eventTimesOf([moments.columns])];
  const between = times.map((atNs, at) => (atNs + (times[at + 1] ?? atNs)) / 2);
  return [0, ...times, ...between].sort((one, other) => one - other);
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

const ledgerCounts = ({ ledger }: History): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { seatId } of ledger.sales) counts[seatId] = (counts[seatId] ?? 0) + 1;
  return counts;
};

describe('a burst at any moment', () => {
  it('is the same picture by stepping, by stepping back, and by seeking', () => {
    for (const seed of SEEDS.slice(0, 60)) {
      const random = seededRandom(seed);
      const history = randomBurst(random);
      const stepped = new BurstMoments(history);
      const times = momentsOf(stepped);
      const pictures = new Map(times.map((atNs) => [atNs, pictureAt(stepped, atNs)]));
      for (const atNs of times.toReversed()) {
        expect(pictureAt(stepped, atNs), `seed ${seed}, back to ${atNs}`).toEqual(
          pictures.get(atNs),
        );
      }
      const sought = new BurstMoments(history);
      for (const atNs of shuffled(times, random).slice(0, 20)) {
        expect(pictureAt(sought, atNs), `seed ${seed}, at ${atNs}`).toEqual(pictures.get(atNs));
      }
    }
  });

  it('ends as the ledger has it, with the verdict on the whole file', () => {
    for (const seed of SEEDS) {
      const history = randomBurst(seededRandom(seed));
      const moments = new BurstMoments(history);
      const { seatIndex, endsNs } = moments.columns;
      const { floor, finding } = pictureAt(moments, endsNs);
      const counted = Object.fromEntries(
        [...seatIndex].flatMap(([seat, at]) => {
          const holders = floor.holders[at] ?? 0;
          return holders === 0 ? [] : [[seat, holders]];
        }),
      );
      expect(counted, `seed ${seed}`).toEqual(ledgerCounts(history));
      expect(finding, `seed ${seed}`).toEqual(judge(witnessInputOf(history), 'A1'));
    }
  });

  it('is never proven before the end, and once a seat was sold twice it stays violated', () => {
    let seen = 0;
    for (const seed of SEEDS) {
      const history = randomBurst(seededRandom(seed));
      const moments = new BurstMoments(history);
      let wasSoldTwice = false;
      for (const atNs of momentsOf(moments).filter((it) => it < moments.columns.endsNs)) {
        const { result, doubleSells } = moments.findingAt(atNs, null);
        expect(result, `seed ${seed}, at ${atNs}`).not.toBe('LINEARIZABLE');
        wasSoldTwice ||= doubleSells > 0;
        if (wasSoldTwice) expect(result, `seed ${seed}, at ${atNs}`).toBe('VIOLATED');
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(1_000);
  });

  it('counts what buyers were told as whoever counts the answers that had returned', () => {
    for (const seed of SEEDS) {
      const history = randomBurst(seededRandom(seed));
      const moments = new BurstMoments(history);
      for (const atNs of momentsOf(moments)) {
        const back = history.answers.filter(({ returnNs }) => returnNs <= atNs);
        const of = (outcome: Answer['outcome']) =>
          back.filter((answer) => answer.outcome === outcome).length;
        const waits = back.map((it) => (it.returnNs - it.intendedNs) / 1e6);
        const { burst } = pictureAt(moments, atNs);
        expect(burst, `seed ${seed}, at ${atNs}`).toMatchObject({
          resolved: back.length,
          scoreboard: {
            told: of('CONFIRMED'),
            rejected: of('REJECTED'),
            indeterminate: of('INDETERMINATE'),
            failed: of('FAILED'),
            maxMs: waits.length === 0 ? null : Math.max(...waits),
            maxRetries: back.reduce((most, it) => Math.max(most, it.attempts - it.presses), 0),
          },
        });
      }
    }
  });
});
