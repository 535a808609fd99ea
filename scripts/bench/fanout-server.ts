// The process of one server of `bench fanout`: nothing but the server runs in it, so that its processor
// time is the server's. Ends when the bench lets go of the channel.
import { openSellingServer } from './fanout-graphql.ts';
import type { News, Order } from './fanout-protocol.ts';
import { openRawServer } from './fanout-raw.ts';

const tell = (news: News): void => void process.send?.(news);

function tellCpu(): void {
  const { user, system } = process.cpuUsage();
  tell({ type: 'cpu', cpuMs: (user + system) / 1_000 });
}

function endWithBench(close: () => Promise<void>): void {
  process.once('disconnect', () => {
    void close().finally(() => {
      process.exit();
    });
  });
}

async function serveRaw(): Promise<void> {
  const server = await openRawServer();
  endWithBench(() => server.close());
  process.on('message', (order: Order) => {
    if (order.type === 'cpu') tellCpu();
    if (order.type === 'repeat') {
      void server.repeat(order.frames).then(() => tell({ type: 'done', tickets: 0 }));
    }
  });
  tell({ type: 'open', port: server.port });
}

async function serveGraphQL(): Promise<void> {
  const server = await openSellingServer();
  endWithBench(() => server.close());
  process.on('message', (order: Order) => {
    if (order.type === 'cpu') tellCpu();
    if (order.type === 'sell') {
      const sold = server.sell(order.salesPerSecond, order.durationMs);
      void sold.then((tickets) => tell({ type: 'done', tickets }));
    }
  });
  tell({ type: 'open', port: server.port });
}

await (process.argv[2] === 'raw' ? serveRaw() : serveGraphQL());
