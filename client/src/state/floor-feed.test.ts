import { packSeat, VENUES } from '@worldseat/schema/domain';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Api } from '../api/client.ts';
import { FLOOR } from '../api/questions.ts';
import { FloorModel } from '../floor/model.ts';
import { FloorFeed } from './floor-feed.ts';

const { hall } = VENUES;
if (hall === undefined) throw new Error('The venue is missing.');

/** A server with the numbering of the real one: each subscription begins with everything, as 1. */
class Floor {
  readonly holders = new Map<number, number>();
  revision = 1;
  /** How often the geometry was asked for. */
  reads = 0;
  /** The next message is lost on its way. */
  loses = false;
  #sequence = 0;
  #onData: ((data: unknown) => void) | null = null;

  readonly api = {
    query: (document: unknown) => {
      expect(document).toBe(FLOOR);
      this.reads += 1;
      return Promise.resolve({ engine: { floor: { ...hall, revision: this.revision } } });
    },
    subscribe: (_document: unknown, _variables: unknown, onData: (data: unknown) => void) => {
      this.#onData = onData;
      this.#sequence = 0;
      this.#send([...this.holders.keys()]);
      return () => {
        if (this.#onData === onData) this.#onData = null;
      };
    },
  } as unknown as Api;

  sell(...seats: number[]): void {
    for (const seat of seats) this.holders.set(seat, (this.holders.get(seat) ?? 0) + 1);
    this.#send(seats);
  }

  /** The whole floor on sale anew: everybody is told of all of it. */
  reset(): void {
    this.revision += 1;
    this.holders.clear();
    this.#send([]);
  }

  #send(seats: readonly number[]): void {
    this.#sequence += 1;
    const lost = this.loses;
    this.loses = false;
    if (lost) return;
    const packed = seats.map((seat) => packSeat(seat, this.holders.get(seat) ?? 0));
    const regions = seats.map(() => 0);
    const { revision } = this;
    this.#onData?.({ seatStatus: { revision, sequence: this.#sequence, packed, regions } });
  }
}

function openStage() {
  const server = new Floor();
  const model = new FloorModel(hall as never, ['us-east-1']);
  const steps: string[] = [];
  const feed = new FloorFeed(server.api, 'dsql', {
    onFloor: () => steps.push('floor'),
    onReplace: (update) => {
      steps.push('replace');
      model.replace(update);
    },
    onApply: (update) => {
      steps.push('apply');
      model.apply(update, 0);
    },
    onTrouble: (trouble) => {
      if (trouble !== null) steps.push(trouble);
    },
  });
  const shown = () => new Map([...model.holders.entries()].filter(([, holders]) => holders > 0));
  return { server, feed, steps, shown };
}

/** Everything that is due within a second, promises included. */
const settle = () => vi.advanceTimersByTimeAsync(1_000);

describe('FloorFeed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('shows the floor as it is, then what changes', async () => {
    const { server, feed, steps, shown } = openStage();
    server.sell(4);
    feed.start();
    await settle();
    server.sell(4, 7);
    expect(shown()).toEqual(server.holders);
    expect(steps).toEqual(['floor', 'replace', 'apply']);
    feed.close();
  });

  test('news that was missed is found by the next, and everything is read afresh', async () => {
    const { server, feed, steps, shown } = openStage();
    feed.start();
    await settle();
    server.loses = true;
    server.sell(1);
    expect(shown()).toEqual(new Map());
    server.sell(2);
    await settle();
    expect(shown()).toEqual(
      new Map([
        [1, 1],
        [2, 1],
      ]),
    );
    expect(steps).toEqual(['floor', 'replace', 'floor', 'replace']);
    server.sell(2);
    expect(shown()).toEqual(server.holders);
    feed.close();
  });

  test('nothing is painted of news that cannot be placed', async () => {
    const { server, feed, steps } = openStage();
    feed.start();
    await settle();
    server.loses = true;
    server.sell(1);
    server.sell(2);
    // Not even while the floor is being read.
    server.sell(3);
    expect(steps).toEqual(['floor', 'replace']);
    feed.close();
  });

  test('when the first news of all is missed, the next is not taken for the whole floor', async () => {
    const { server, feed, shown } = openStage();
    server.sell(1);
    server.loses = true;
    feed.start();
    await settle();
    server.sell(2);
    await settle();
    expect(shown()).toEqual(server.holders);
    feed.close();
  });

  test('a floor that was put on sale anew is read with its geometry', async () => {
    const { server, feed, steps, shown } = openStage();
    server.sell(1);
    feed.start();
    await settle();
    server.reset();
    await settle();
    expect(shown()).toEqual(new Map());
    expect(steps).toEqual(['floor', 'replace', 'floor', 'replace']);
    feed.close();
  });

  test('once closed, what comes late is not taken', async () => {
    const { server, feed, steps } = openStage();
    feed.start();
    feed.close();
    await settle();
    expect({ steps, reads: server.reads }).toEqual({ steps: [], reads: 1 });
  });
});
