// The product's half of `bench fanout`: its web layer, schema and bus, over a floor that sells without
// a database. Nothing else of the server runs in this process.
import { join } from 'node:path';
import type { EngineView, Services } from '@worldseat/schema/services';
import { SeatTopic } from '../../server/src/bus/index.ts';
import { openLog } from '../../server/src/log.ts';
import { openWeb } from '../../server/src/web/index.ts';
import { FLOOR_REGIONS, newsOf, snapshotOf, totalsOf } from './fanout-floor.ts';

/** The ledger's follower tells as often, while a burst runs. */
const PUBLISH_MS = 8;
const HOST = '127.0.0.1';

export interface SellingServer {
  readonly port: number;
  /** @returns the tickets that are sold after it */
  sell(salesPerSecond: number, durationMs: number): Promise<number>;
  close(): Promise<void>;
}

export async function openSellingServer(): Promise<SellingServer> {
  let sales = 0;
  const topic = new SeatTopic({ snapshot: () => snapshotOf(sales), regions: FLOOR_REGIONS });
  const web = await openWeb({
    ...{ host: HOST, port: 0, log: openLog('warn') },
    services: servicesOf(topic),
    clientDir: join(import.meta.dirname, '..', '..', 'client', 'dist'),
  });
  return {
    port: Number(new URL(web.url).port),
    async sell(salesPerSecond, durationMs) {
      const [before, startMs] = [sales, performance.now()];
      for (let elapsedMs = 0; elapsedMs < durationMs;) {
        await new Promise((resolve) => setTimeout(resolve, PUBLISH_MS));
        elapsedMs = Math.min(performance.now() - startMs, durationMs);
        const due = before + Math.floor((elapsedMs * salesPerSecond) / 1_000);
        const news = newsOf(sales, due);
        sales = due;
        if (news.length > 0) topic.publish(news, totalsOf(sales), 1);
      }
      return sales;
    },
    async close() {
      topic.close();
      await web.close();
    },
  };
}

function servicesOf(topic: SeatTopic): Services {
  const served: Partial<Services> = {
    engines: () => [],
    engine: (id) => ({ ...FLOOR, id }),
    watchSeats: () => topic.subscribe(),
  };
  // Whoever asks anything else is told, and the bench fails.
  return new Proxy(served as Services, {
    get: (services, name) => Reflect.get(services, name) as unknown,
  });
}

const FLOOR: EngineView = {
  ...{ id: 'floor', name: 'Floor', consistency: 'none: a bench', deployment: 'EMBEDDED' },
  ...{ components: 'memory', regions: FLOOR_REGIONS, strategies: ['NAIVE'], lagMs: null },
  onStage: true,
};
