// GraphQL over HTTP: Yoga for the protocol, our own gate for what may run and what may be seen.
// The request comes in read and bounded; the answer goes out whole.
import type { IncomingMessage } from 'node:http';
import type { Services } from '@worldseat/schema/services';
import { execute, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Log } from '../log.ts';
import { readBody } from './body.ts';
import { presentError } from './errors.ts';
import type { Metrics } from './metrics.ts';
import type { Operations } from './operations.ts';
import { refusal, type Reply } from './reply.ts';

export interface GraphQLOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly operations: Operations;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly bodyBytes: number;
}

interface RequestContext {
  readonly requestId: string;
}

export type GraphQLHandler = (request: IncomingMessage, requestId: string) => Promise<Reply>;

const RESPONSE_TYPE = 'application/graphql-response+json';

/** Answers GET (queries only) and POST of application/json. */
export function openGraphQL(options: GraphQLOptions): GraphQLHandler {
  const yoga = createYoga<RequestContext>({
    schema: options.schema,
    context: { services: options.services },
    graphqlEndpoint: '/graphql',
    plugins: [gate(options.operations), presentErrors(options)],
    // What follows is done by our own gate, or not wanted.
    parserAndValidationCache: false,
    maskedErrors: false,
    logging: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
  });
  return async (request, requestId) => {
    const read = await readRequest(request, options.bodyBytes);
    if ('status' in read) {
      options.metrics.count('http', 'refused');
      return read;
    }
    const response = await yoga.fetch(read.url, read.init, { requestId });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/json; charset=utf-8',
      body: await response.text(),
      headers: response.status === 405 ? { allow: 'GET, POST' } : {},
    };
  };
}

type ReadRequest = { readonly url: string; readonly init: RequestInit };

async function readRequest(
  request: IncomingMessage,
  bodyBytes: number,
): Promise<ReadRequest | Reply> {
  const url = new URL('http://localhost/graphql');
  url.search = request.url?.split('?', 2)[1] ?? '';
  // One whole answer in JSON, whatever else is accepted: clients that can stream ask for both.
  const asks = request.headers.accept?.includes(RESPONSE_TYPE) === true;
  const accept = asks ? RESPONSE_TYPE : 'application/json';
  if (request.method === 'GET')
    return readQuery(url) ?? { url: url.href, init: { headers: { accept } } };
  if (request.method !== 'POST') {
    const reply = refusal(405, 'BAD_REQUEST', 'GraphQL is served by GET (queries) and POST.');
    return { ...reply, headers: { allow: 'GET, POST' } };
  }
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return refusal(415, 'BAD_REQUEST', 'A POST must have the content type application/json.');
  }
  const body = await readBody(request, bodyBytes);
  if (typeof body !== 'string') return body;
  const headers = { accept, 'content-type': 'application/json' };
  return { url: url.href, init: { method: 'POST', headers, body } };
}

/** The refusal of a query string whose parts are not JSON; null when they are. */
function readQuery(url: URL): Reply | null {
  for (const name of ['variables', 'extensions']) {
    try {
      JSON.parse(url.searchParams.get(name) ?? 'null');
    } catch {
      return refusal(400, 'BAD_REQUEST', `The parameter "${name}" must be JSON.`);
    }
  }
  return null;
}

/** What may run: the same parsing, rules and limits as over WebSocket. */
function gate(operations: Operations): Plugin<RequestContext> {
  return {
    onParse: ({ setParseFn }) => setParseFn((source) => operations.parse(String(source))),
    onValidate: ({ context, setValidationFn }) =>
      setValidationFn((_schema: unknown, document: DocumentNode) =>
        operations.check(document, context.params, 'http'),
      ),
    onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
  };
}

/** What may be seen, and what is counted. */
function presentErrors({ log, metrics }: GraphQLOptions): Plugin<object, RequestContext> {
  return {
    onResultProcess: (hook) => {
      const { result } = hook;
      metrics.count('http', 'data' in result ? 'ok' : 'refused');
      if (!('errors' in result)) return;
      const { requestId } = hook.serverContext;
      const scope = { log, metrics, transport: 'http', requestId } as const;
      const errors = result.errors.map((error) => presentError(error, scope));
      hook.setResult({ ...result, errors });
    },
  };
}
