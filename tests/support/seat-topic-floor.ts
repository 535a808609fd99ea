// For tests of the topic: a floor whose seats are sold one ticket at a time, with its news.
import { packSeat } from '@worldseat/schema/domain';
import { ManualClock } from './manual-clock.ts';
import type { SeatNews } from '../../server/src/bus/seat-news.ts';
import { SeatTopic } from '../../server/src/bus/seat-topic.ts';

/** A floor whose seats are sold one ticket at a time, and its topic. */
export function openFloor(maxSubscribers = 2_000) {
  const clock = new ManualClock();
  const holders = new Map<number, number>();
  let revision = 1;
  const news = (index: number): SeatNews => ({
    index,
    seat: `S${index}`,
    holders: holders.get(index) ?? 0,
    owner: 'ann',
    region: 'us-east-1',
  });
  const totals = () => {
    const counts = [...holders.values()];
    return {
      sold: counts.length,
      tickets: counts.reduce((sum, count) => sum + count, 0),
      oversold: counts.filter((count) => count > 1).length,
    };
  };
  const topic = new SeatTopic({
    snapshot: () => ({ revision, totals: totals(), seats: [...holders.keys()].map(news) }),
    regions: ['us-east-1', 'us-east-2'],
    maxSubscribers,
    clock,
  });
  return {
    clock,
    topic,
    totals,
    sell(index: number) {
      holders.set(index, (holders.get(index) ?? 0) + 1);
      topic.publish([news(index)], totals(), revision);
    },
    /** Puts the floor on sale anew; the first news of it may be about a seat, or about none. */
    reset(changes: readonly SeatNews[] = []) {
      holders.clear();
      revision += 1;
      topic.publish(changes, totals(), revision);
    },
    packed: () => [...holders].map(([index, count]) => packSeat(index, count)).sort(byNumber),
  };
}

export const byNumber = (a: number, b: number) => a - b;
