// A page of a real browser, under watch, with a whole server of its own. It has not been anywhere yet.
import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import type { Close } from '../support/leftovers.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { watchPage, type PageWatch } from './page-watch.ts';

const STAGE = { width: 1_920, height: 1_080 };

export interface WatchedPage {
  readonly server: TestServer;
  readonly page: Page;
  readonly watch: PageWatch;
}

/** @param later registers what must be closed; @param limitMs of each step in the page */
export async function openWatchedPage(
  later: (close: Close) => void,
  limitMs: number,
): Promise<WatchedPage> {
  const server = await openTestServer(later);
  const browser = await openBrowser();
  later(() => browser.close());
  const page = await browser.newPage({ viewport: STAGE });
  page.setDefaultTimeout(limitMs);
  return { server, page, watch: await watchPage(page, new URL(server.url).origin) };
}
