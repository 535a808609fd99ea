// A floor of seats that a test sells by hand, with the real topic that viewers follow.
import type { SeatStatusView } from '@worldseat/schema/services';
import { SeatTopic, type SeatNews, type SeatTopicOptions } from '../../server/src/bus/index.ts';

export interface OpenSeats {
  readonly topic: SeatTopic;
  /** One more sale of this seat. */
  readonly sell: (index: number) => void;
  /** Sales of each seat that has any. */
  readonly holders: () => ReadonlyMap<number, number>;
}

export function openSeats(options: Partial<SeatTopicOptions> = {}): OpenSeats {
  const holders = new Map<number, number>();
  let tickets = 0;
  let oversold = 0;
  const news = (index: number): SeatNews => ({
    index,
    seat: `A${index}`,
    holders: holders.get(index) ?? 0,
    owner: `a buyer with a rather long name, number ${index}`,
    region: 'us-east-1',
  });
  const totals = () => ({ sold: holders.size, tickets, oversold });
  const topic = new SeatTopic({
    snapshot: () => ({ revision: 1, totals: totals(), seats: [...holders.keys()].map(news) }),
    regions: ['us-east-1', 'us-east-2'],
    ...options,
  });
  const sell = (index: number) => {
    const before = holders.get(index) ?? 0;
    holders.set(index, before + 1);
    tickets += 1;
    if (before === 1) oversold += 1;
    topic.publish([news(index)], totals(), 1);
  };
  return { topic, sell, holders: () => holders };
}

/** What the events of a subscription add up to: sales by seat, up to 15. */
export function foldSeats(events: readonly Pick<SeatStatusView, 'packed'>[]): Map<number, number> {
  const seats = new Map<number, number>();
  for (const { packed } of events) {
    for (const value of packed) seats.set(Math.floor(value / 64), value % 16);
  }
  return seats;
}
