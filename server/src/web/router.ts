// Which path answers what. Every request passes the name and Origin check before anything else.
import type { IncomingMessage } from 'node:http';
import { isBurstPage } from './burst-files.ts';
import { unlessKnown, type Files } from './files.ts';
import { wantsPage } from './graphiql.ts';
import type { GraphQLHandler } from './graphql.ts';
import type { Readiness } from './health.ts';
import { callerOf, refuseOrigin, type OriginPolicy } from './origin.ts';
import { jsonReply, refusal, textReply, type Reply } from './reply.ts';

export interface Routes {
  readonly origin: OriginPolicy;
  readonly graphql: GraphQLHandler;
  /** null: GraphiQL is off. */
  readonly graphiql: ((request: IncomingMessage) => Reply) | null;
  readonly files: Files;
  /** False: /embed is not served. */
  readonly embed: boolean;
  /** Null: the address, with its query, is none of a burst's file or of a recording. */
  readonly burstFile: (url: string) => Promise<Reply | null>;
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: () => string;
}

/** The path of a request as it was sent, undecoded and without its query. */
export function pathOf(request: IncomingMessage): string {
  return request.url?.split('?', 1)[0] ?? '/';
}

export async function route(
  routes: Routes,
  request: IncomingMessage,
  requestId: string,
): Promise<Reply> {
  const foreign = refuseOrigin(callerOf(request), routes.origin);
  if (foreign !== null) return refusal(403, 'FOREIGN_ORIGIN', foreign);
  const path = pathOf(request);
  if (path === '/graphql') {
    if (routes.graphiql !== null && wantsPage(request)) return routes.graphiql(request);
    return routes.graphql(request, requestId);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...textReply(405, 'Only GET is served here.'), headers: { allow: 'GET, HEAD' } };
  }
  switch (path) {
    case '/healthz':
      return jsonReply(200, { alive: true });
    case '/readyz': {
      const readiness = await routes.readiness();
      return jsonReply(readiness.ready ? 200 : 503, readiness);
    }
    case '/metrics':
      return { status: 200, type: 'text/plain; version=0.0.4', body: routes.metrics() };
    default: {
      const file = fileAt(path);
      if (file === '/embed.html' && !routes.embed) {
        return textReply(404, 'This server does not let itself be embedded (WORLDSEAT_EMBED=off).');
      }
      const found =
        routes.files.find(file, request) ??
        withoutSlash(request.url ?? '/') ??
        (FILES_OF_BURSTS.test(path)
          ? unlessKnown(await routes.burstFile(request.url ?? '/'), request)
          : null);
      return found ?? textReply(404, 'There is nothing here.');
    }
  }
}

const FILES_OF_BURSTS = /^\/(bursts|recordings)\//;

/** Addresses that the page reads by itself. */
const PAGES: ReadonlySet<string> = new Set(['/lab', '/join', '/replay']);

/** People end an address with a slash: leads to the page without it. Null: there is none. */
function withoutSlash(url: string): Reply | null {
  const [path = '', query] = url.split('?', 2);
  const page = path.slice(0, -1);
  if (!path.endsWith('/') || (fileAt(page) === page && page !== '/graphql')) return null;
  const location = query === undefined ? page : `${page}?${query}`;
  return { ...textReply(308, `See ${page}.`), headers: { location } };
}

function fileAt(path: string): string {
  if (path === '/embed') return '/embed.html';
  return PAGES.has(path) || isBurstPage(path) ? '/' : path;
}
