// A floor that is fed by the bench: the model, the synchronisation and the floor on the page are those
// of the stage; only the news comes from a worker instead of a socket.
import type { Venue } from '@worldseat/schema/domain';
import type { Verdict } from '../api/news.ts';
import { FloorModel } from '../floor/model.ts';
import { syncStep } from '../state/floor-sync.ts';
import type { ShownEngine } from '../state/shown-engine.ts';
import FeedWorker from './feed-worker.ts?worker';
import type { FeedMessage, FeedOrder } from './orders.ts';

const REGIONS = ['us-east-1', 'eu-west-1'];

/** What the worker said that it sent. */
export type FeedEnd = Extract<FeedMessage, { kind: 'end' }>;

interface Update {
  readonly revision: number;
  readonly sequence: number;
  readonly packed: readonly number[];
  readonly regions: readonly number[];
}

export class BenchEngine implements ShownEngine {
  readonly info: ShownEngine['info'];
  readonly model: FloorModel;
  readonly floor = null;
  verdict: Verdict | null = $state.raw(null);
  readonly burst = null;
  readonly told = [];
  readonly live = true;
  readonly trouble = null;
  readonly ready = true;
  readonly lagMs = null;
  readonly recordedAt = null;
  actors: ShownEngine['actors'] = $state.raw(null);
  #sequence = 0;

  constructor(name: string, venue: Venue) {
    const facts = { consistency: 'none', deployment: 'EMBEDDED', components: 'a bench' } as const;
    this.info = { id: name, name, ...facts, regions: REGIONS };
    this.model = new FloorModel(venue, REGIONS);
  }

  /** @param spent is told how long each message kept the page's thread, in milliseconds */
  run(
    order: Omit<FeedOrder, 'seatCount' | 'regions'>,
    spent: (ms: number) => void,
  ): Promise<FeedEnd> {
    const worker = new FeedWorker();
    worker.postMessage({
      ...order,
      seatCount: this.model.shape.seatCount,
      regions: REGIONS.length,
    });
    return new Promise((resolve, reject) => {
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = ({ data }: MessageEvent<FeedMessage>) => {
        if (data.kind === 'news') {
          const startMs = performance.now();
          this.#take(data.json);
          spent(performance.now() - startMs);
        } else {
          worker.terminate();
          resolve(data);
        }
      };
    });
  }

  /** @throws Error when a message went missing: then nothing was measured */
  #take(json: string): void {
    const update = JSON.parse(json) as Update;
    const step = syncStep({ revision: 1, sequence: this.#sequence }, update);
    if (step !== 'apply')
      throw new Error(`message ${update.sequence} came after ${this.#sequence}`);
    this.#sequence = update.sequence;
    this.model.apply(update, performance.now());
  }
}
