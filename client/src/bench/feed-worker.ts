// The feed at a steady rate, in a thread beside the page's, so that only what a page really does is
// measured there.
import { Feed } from './feed.ts';
import type { FeedMessage, FeedOrder } from './orders.ts';

const tell = (message: FeedMessage): void => postMessage(message);

function run(order: FeedOrder): void {
  const feed = new Feed(order);
  const startMs = performance.now();
  let messages = 0;
  const timer = setInterval(() => {
    const elapsedMs = Math.min(order.durationMs, performance.now() - startMs);
    const due = Math.floor((elapsedMs / 1_000) * order.changesPerSecond) - feed.changes;
    if (due > 0) {
      tell({ kind: 'news', json: feed.next(due) });
      messages += 1;
    }
    if (elapsedMs < order.durationMs) return;
    clearInterval(timer);
    const { changes, holders, regions } = feed;
    tell({ kind: 'end', changes, messages, holders, regions });
  }, order.batchMs);
}

addEventListener('message', ({ data }: MessageEvent<FeedOrder>) => run(data));
