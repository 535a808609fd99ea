// GraphiQL in a real browser: it loads nothing from anywhere, its tabs are valid, and a
// subscription runs over the same address.
import { schema } from '@worldseat/schema/graph';
import { parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { GRAPHIQL_TABS } from '../server/src/web/graphiql-tabs.ts';
import { Operations } from '../server/src/web/operations.ts';
import { noBrowser, openBrowser } from './support/browser.ts';
import { leftovers } from './support/leftovers.ts';
import { openSeats } from './support/open-seats.ts';
import { request } from './support/request.ts';
import { waitFor } from './support/wait-for.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
const floor = openSeats();
floor.sell(1);
const web = await openWebWorld(later, { watchSeats: () => floor.topic.subscribe() });
const accept = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test.skipIf(noBrowser)(
  'the page loads nothing from elsewhere, and a subscription streams into it',
  async () => {
    const browser = await openBrowser();
    later(() => browser.close());
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    const watched = watchPage(page);
    await page.goto(`${web.url}/graphql`);
    const tab = (name: string) => page.getByRole('button', { name, exact: true });
    await tab('BreakIt').waitFor();
    expect(await page.getByRole('tab').count()).toBe(GRAPHIQL_TABS.length);
    // The editor learns the schema: introspection passes the limits.
    await waitFor(() => watched.requests.includes(`POST ${web.url}/graphql`));

    // A click before the editor is there is lost on the page.
    await page.getByText('# 1. Break it').waitFor();
    await waitFor(async () => {
      await tab('WatchSeats').click();
      return page.getByText('# 4. Watch the seats.').isVisible();
    });
    // So is one before the tab has settled; while a query runs, the button has another name.
    await waitFor(async () => {
      if (floor.topic.size === 1) return true;
      const execute = page.getByRole('button', { name: 'Execute query' });
      if (await execute.isVisible()) await execute.click();
      return false;
    });
    const result = page.locator('.result-window');
    await result.getByText('"status": "SOLD"').waitFor();
    floor.sell(1);
    await result.getByText('"status": "OVERSOLD"').waitFor();

    expect(watched.sockets).toEqual([`${web.url.replace('http', 'ws')}/graphql`]);
    expect(watched.requests.filter((line) => !line.includes(` ${web.url}/`))).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.close();
    await waitFor(() => floor.topic.size === 0);
  },
);

const tabs = GRAPHIQL_TABS.map((query) => [query.split('\n', 1)[0], query] as const);

test.each(tabs)('a tab is valid, within the limits, and explains itself: %s', (title, query) => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  expect(new Operations(schema).check(document, {}, 'websocket')).toEqual([]);
  expect(title).toMatch(/^# \d\. /);
});

test('only a browser gets the page; it is not sent twice; it can be off', async () => {
  const page = await request(web.url, { headers: accept });
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).not.toMatch(/https?:|\*/);
  const known = { ...accept, 'if-none-match': page.headers.etag };
  const again = await request(web.url, { headers: known });
  expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
  const path = '/graphql?query={__typename}';
  const client = await request(web.url, { path, headers: { accept: 'application/json' } });
  expect(JSON.parse(client.text)).toEqual({ data: { __typename: 'Query' } });
  const off = await openWebWorld(later, {}, { graphiql: false });
  expect((await request(off.url, { headers: accept })).headers['content-type']).not.toMatch('html');
});

/** Everything that the page asks of the network, and everything that it complains about. */
function watchPage(page: Page) {
  const requests: string[] = [];
  const sockets: string[] = [];
  const faults: string[] = [];
  page.on('request', (sent) => {
    if (!/^(data|blob):/.test(sent.url())) requests.push(`${sent.method()} ${sent.url()}`);
  });
  page.on('websocket', (socket) => sockets.push(socket.url()));
  page.on('pageerror', (error) => faults.push(error.message));
  // A load that the policy blocks is no request, but an error in the console.
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { requests, sockets, faults };
}
