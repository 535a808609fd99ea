// One page of a browser under watch: what it asked for, what it complained of, and the news that
// came by its WebSocket, which a test can cut and mend.
import type { Page, WebSocketRoute } from 'playwright-core';

export interface PageWatch {
  /** Errors of the console and of scripts. */
  readonly complaints: readonly string[];
  /** Requests to any other origin. */
  readonly foreign: readonly string[];
  /** Names of the subscriptions that news came for. */
  readonly news: ReadonlySet<string>;
  /** Ends every WebSocket and refuses new ones. */
  cut(): Promise<void>;
  mend(): void;
}

/** @param origin of the server, such as "http://127.0.0.1:4000" */
export async function watchPage(page: Page, origin: string): Promise<PageWatch> {
  const complaints: string[] = [];
  const foreign: string[] = [];
  const news = new Set<string>();
  const open = new Set<WebSocketRoute>();
  let down = false;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) foreign.push(url);
  });
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    if (down) {
      void socket.close({ code: 1012 });
      return;
    }
    const server = socket.connectToServer();
    server.onMessage((message) => {
      for (const name of newsIn(message)) news.add(name);
      socket.send(message);
    });
    open.add(socket);
  });
  return {
    complaints,
    foreign,
    news,
    async cut() {
      down = true;
      await Promise.all([...open].map((socket) => socket.close({ code: 1012 })));
      open.clear();
    },
    mend() {
      down = false;
    },
  };
}

/** The subscriptions that a message of graphql-transport-ws answers. */
function newsIn(message: string | Buffer): string[] {
  const { type, payload } = JSON.parse(String(message)) as {
    type: string;
    payload?: { data?: Record<string, unknown> | null };
  };
  return type === 'next' ? Object.keys(payload?.data ?? {}) : [];
}
