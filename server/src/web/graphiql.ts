// GraphiQL for a browser that opens /graphql: one page with everything in it, which loads nothing
// from anywhere and runs subscriptions over the same address.
import type { IncomingMessage } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { entityTag, unlessKnown } from './files.ts';
import { GRAPHIQL_TABS } from './graphiql-tabs.ts';
import type { Reply } from './reply.ts';

/** The page is one inline script, its editor's workers are blobs made by it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** True when a browser asks for a page, rather than a client for an answer. */
export function wantsPage({ method, headers }: IncomingMessage): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && headers.accept?.includes('text/html') === true;
}

/** The page, rendered when it is first asked for: it is some 9 MB. */
export function openGraphiQL(): (request: IncomingMessage) => Reply {
  let page: Reply | null = null;
  return (request) => {
    page ??= renderPage();
    return unlessKnown(page, request) ?? page;
  };
}

function renderPage(): Reply {
  const body = Buffer.from(
    renderGraphiQL({
      title: 'WorldSeat GraphiQL',
      subscriptionsProtocol: 'WS',
      defaultTabs: GRAPHIQL_TABS.map((query) => ({ query })),
      defaultEditorToolsVisibility: false,
    }).trimStart(),
  );
  const headers = {
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    etag: entityTag(body),
    // The same address answers programs with JSON.
    vary: 'accept',
  };
  return { status: 200, type: 'text/html; charset=utf-8', body, headers };
}
