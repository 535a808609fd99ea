import { seededRandom } from '@worldseat/schema/domain';
import { expect, test } from 'vitest';
import { SeatLog } from './seat-log.ts';
import type { SeatNews } from './seat-news.ts';

const news = (index: number, holders: number): SeatNews => {
  return { index, seat: `S${index}`, holders, owner: 'ann', region: null };
};

test('what is told between two places is the last state of each seat that changed there', () => {
  const log = new SeatLog();
  mark(
    log,
    Array.from({ length: 9 }, (_, at) => news(at + 10, 1)),
  );
  for (const changes of [[news(1, 1), news(2, 1)], [news(1, 2)], [news(3, 1), news(1, 0)]])
    mark(log, changes);
  expect([log.mark(), log.end]).toEqual([4, 4]);
  expect(log.between(2, 3)).toEqual([news(1, 2)]);
  expect(log.between(1, 3)).toEqual([news(1, 2), news(2, 1)]);
  expect(log.between(2, 4)).toEqual([news(1, 0), news(3, 1)]);
  expect(log.between(4, 4)).toEqual([]);
});

test('from far back, what changed again is told by who goes on from there', () => {
  const log = new SeatLog();
  for (const changes of [[news(1, 1), news(2, 1)], [news(1, 2)], [news(1, 3)]]) mark(log, changes);
  expect(log.between(0, 2)).toEqual([news(2, 1)]);
  expect(log.between(2, 3)).toEqual([news(1, 3)]);
});

test('clearing goes on to a place of its own', () => {
  const log = new SeatLog();
  log.gather([news(1, 1)]);
  const before = log.mark();
  log.gather([news(2, 1)]);
  const cleared = log.clear();
  expect({ rises: cleared > before, size: log.size }).toEqual({ rises: true, size: 0 });
  log.gather([news(3, 1)]);
  expect(log.between(cleared, log.mark())).toEqual([news(3, 1)]);
});

function mark(log: SeatLog, changes: readonly SeatNews[]): void {
  log.gather(changes);
  log.mark();
}

const SEEDS = Array.from({ length: 40 }, (_, at) => 7_000 + at);

test.each(SEEDS)(
  'seed %i: from any place to the end, however far back, within the bound',
  (seed) => {
    const random = seededRandom(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const log = new SeatLog();
    const seats = 1 + below(200);
    const most = 1 + below(30);
    const steps: SeatNews[][] = [];
    for (let at = 0; at < 150; at += 1) {
      const changes = Array.from({ length: 1 + below(most) }, () => news(below(seats), at));
      log.gather(changes);
      steps.push(changes);
      expect(log.mark()).toBe(steps.length);
      const from = below(steps.length + 1);
      expect(bySeat(log.between(from, steps.length))).toEqual(bySeat(steps.slice(from).flat()));
      const changed = bySeat(steps.flat()).size;
      expect(log.size).toBeLessThanOrEqual(3 * changed);
    }
  },
);

/** The last state of each seat. */
function bySeat(changes: readonly SeatNews[]): Map<number, SeatNews> {
  return new Map(changes.map((change) => [change.index, change]));
}
