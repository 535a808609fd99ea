// Many viewers of one topic: who gets the same object as whom, and that whatever they do, what each
// adds up is the floor as it is.
import { packSeat, seededRandom } from '@worldseat/schema/domain';
import type { SeatStatusView } from '@worldseat/schema/services';
import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../../tests/support/manual-clock.ts';
import { byNumber, openFloor } from '../../../tests/support/seat-topic-floor.ts';
import { settled } from '../../../tests/support/settled.ts';
import type { SeatNews } from './seat-news.ts';
import { SeatTopic } from './seat-topic.ts';

type Reader = ReturnType<SeatTopic['subscribe']>;

async function nextEvent(reader: Reader): Promise<SeatStatusView> {
  const result = await reader.next();
  if (result.done === true) throw new Error('the subscription ended');
  return result.value;
}

describe('a crowd', () => {
  test('that is equally far gets the same batch, each under its own number', async () => {
    const floor = openFloor();
    const readers = Array.from({ length: 20 }, () => floor.topic.subscribe());
    const first = await Promise.all(readers.map(nextEvent));
    expect(new Set(first.map(({ batch }) => batch)).size).toBe(1);
    floor.sell(1);
    const told = readers.map(nextEvent);
    floor.clock.advance(33);
    await Promise.all(told);
    const late = floor.topic.subscribe();
    await nextEvent(late);
    floor.sell(2);
    const waiting = [...readers, late].map(nextEvent);
    floor.clock.advance(33);
    const events = await Promise.all(waiting);
    expect(new Set(events.map(({ batch }) => batch)).size).toBe(1);
    expect(events[0]?.packed).toEqual([packSeat(2, 1)]);
    expect(events.map(({ sequence }) => sequence)).toEqual([...readers.map(() => 3), 2]);
  });

  test('has its laggards, who get what they missed, in one batch for all of them', async () => {
    const floor = openFloor();
    const healthy = Array.from({ length: 16 }, () => floor.topic.subscribe());
    const laggards = Array.from({ length: 3 }, () => floor.topic.subscribe());
    await Promise.all([...healthy, ...laggards].map(nextEvent));
    for (const seat of [1, 2, 1]) {
      floor.sell(seat);
      const told = healthy.map(nextEvent);
      floor.clock.advance(33);
      await Promise.all(told);
    }
    const caughtUp = await Promise.all(laggards.map(nextEvent));
    expect(new Set(caughtUp.map(({ batch }) => batch)).size).toBe(1);
    expect(caughtUp[0]).toMatchObject({ sequence: 2, tickets: 3 });
    expect([...(caughtUp[0]?.packed ?? [])].sort(byNumber)).toEqual([
      packSeat(1, 2),
      packSeat(2, 1),
    ]);
    floor.sell(5);
    const waiting = [...healthy, ...laggards].map(nextEvent);
    floor.clock.advance(33);
    const events = await Promise.all(waiting);
    expect(new Set(events.map(({ batch }) => batch)).size).toBe(1);
    expect(events.map(({ sequence }) => sequence)).toEqual([
      ...healthy.map(() => 5),
      ...laggards.map(() => 3),
    ]);
  });

  test('that joins while seats are sold never hears of a seat as it was before', async () => {
    const floor = openFloor();
    const early = floor.topic.subscribe();
    await nextEvent(early);
    floor.sell(1);
    const late = floor.topic.subscribe();
    expect((await nextEvent(late)).packed).toEqual([packSeat(1, 1)]);
    floor.sell(2);
    const waiting = [early, late].map(nextEvent);
    floor.clock.advance(8);
    expect((await Promise.all(waiting)).map(({ packed }) => packed)).toEqual([
      [packSeat(1, 1), packSeat(2, 1)],
      [packSeat(2, 1)],
    ]);
  });
});

const SEEDS = Array.from({ length: 60 }, (_, at) => 9_000 + at);

test.each(SEEDS)('seed %i: every viewer adds up to the floor, without a gap', async (seed) => {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const floor = new ChangingFloor(1 + below(60));
  const viewers: Viewer[] = [];
  const steps: readonly (() => unknown)[] = [
    () => viewers.push(new Viewer(floor.topic.subscribe())),
    () => viewers.at(below(viewers.length))?.leave(),
    () => viewers.at(below(viewers.length))?.read(1 + below(3)),
    () => viewers.forEach((viewer) => viewer.read(1)),
    ...[1, 2, 3].map(() => () => floor.change(1 + below(40), below)),
    () => floor.clock.advance(below(50)),
    () => below(12) === 0 && floor.reset(),
    settled,
  ];
  for (let at = 0; at < 400; at += 1) await steps[below(steps.length)]?.();
  const staying = viewers.filter(({ isThere }) => isThere);
  // One round for who is behind, one for what is gathered, one to see that nothing is left.
  for (let round = 0; round < 3; round += 1) {
    for (const viewer of staying) viewer.read(2);
    await settled();
    floor.clock.advance(33);
    await settled();
  }
  expect(staying.map(({ seats }) => seats)).toEqual(staying.map(() => floor.seats()));
  expect(staying.map(({ totals }) => totals)).toEqual(staying.map(() => floor.totals()));
  expect(viewers.flatMap(({ faults }) => faults)).toEqual([]);
  floor.topic.close();
  expect({ size: floor.topic.size, alarms: floor.clock.alarms }).toEqual({ size: 0, alarms: 0 });
});

/** Seats are sold and set free again; each change has a number, which its owner's name tells. */
class ChangingFloor {
  readonly clock = new ManualClock();
  readonly topic: SeatTopic;
  readonly #size: number;
  readonly #state = new Map<number, SeatNews>();
  #revision = 1;
  #changes = 0;

  constructor(size: number) {
    this.#size = size;
    this.topic = new SeatTopic({
      snapshot: () => ({
        ...{ revision: this.#revision, totals: this.totals() },
        seats: [...this.#state.values()].filter(({ holders }) => holders > 0),
      }),
      regions: ['us-east-1'],
      clock: this.clock,
    });
  }

  change(count: number, below: (limit: number) => number): void {
    const changed = Array.from({ length: count }, () => {
      const index = below(this.#size);
      this.#changes += 1;
      const owner = String(this.#changes);
      const news = { index, seat: `S${index}`, holders: below(3), owner, region: null };
      this.#state.set(index, news);
      return news;
    });
    this.topic.publish(changed, this.totals(), this.#revision);
  }

  reset(): void {
    this.#state.clear();
    this.#revision += 1;
    this.topic.publish([], this.totals(), this.#revision);
  }

  totals() {
    const sold = [...this.#state.values()].filter(({ holders }) => holders > 0);
    const tickets = sold.reduce((sum, { holders }) => sum + holders, 0);
    const oversold = sold.filter(({ holders }) => holders > 1).length;
    return { sold: sold.length, tickets, oversold };
  }

  /** Holders of each seat that has any. */
  seats(): Map<string, number> {
    return heldOf([...this.#state.values()]);
  }
}

/** Keeps what it was told, as a page does, and what was wrong with it. */
class Viewer {
  readonly faults: string[] = [];
  readonly #reader: Reader;
  readonly #seats = new Map<string, { readonly holders: number; readonly change: number }>();
  #last: SeatStatusView | null = null;
  #waiting = 0;
  #left = false;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  get isThere(): boolean {
    return !this.#left;
  }

  get seats(): Map<string, number> {
    return heldOf([...this.#seats].map(([seat, { holders }]) => ({ seat, holders })));
  }

  get totals() {
    const { sold, tickets, oversold } = this.#last ?? { sold: -1, tickets: -1, oversold: -1 };
    return { sold, tickets, oversold };
  }

  leave(): void {
    this.#left = true;
    void this.#reader.return?.();
  }

  /** Asks for so many events, but for no more than two at once. */
  read(count: number): void {
    for (let at = 0; at < count && this.#waiting < 2 && this.isThere; at += 1) {
      this.#waiting += 1;
      void this.#reader.next().then(({ value }) => {
        this.#waiting -= 1;
        if (value !== undefined) this.#take(value);
      });
    }
  }

  #take(event: SeatStatusView): void {
    const { sequence, revision } = this.#last ?? { sequence: 0, revision: 0 };
    if (event.sequence !== sequence + 1) this.faults.push(`${event.sequence} after ${sequence}`);
    if (event.revision < revision) this.faults.push(`revision ${event.revision} after ${revision}`);
    if (event.revision > revision) this.#seats.clear();
    this.#last = event;
    for (const { seat, holders, owner } of event.changes) {
      const [change, before] = [Number(owner), this.#seats.get(seat)?.change ?? 0];
      if (change <= before) this.faults.push(`${seat}: change ${change} after ${before}`);
      this.#seats.set(seat, { holders, change });
    }
  }
}

function heldOf(seats: readonly { readonly seat: string; readonly holders: number }[]) {
  const held = seats.filter(({ holders }) => holders > 0);
  return new Map(held.map(({ seat, holders }) => [seat, holders]));
}
