// Every limit holds on both transports, with the same code, and what is refused never runs.
import { getIntrospectionQuery } from 'graphql';
import { WebSocket } from 'ws';
import { describe, expect, test } from 'vitest';
import { codes, graphql, type GraphQLAnswer, type Variables } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import { request } from './support/request.ts';
import { answerOf, openSocket } from './support/subscribe.ts';
import { waitFor } from './support/wait-for.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
let asked = 0;
const web = await openWebWorld(later, {
  engines: () => {
    asked += 1;
    return [];
  },
});
const socket = openSocket(web.url);
later(socket.close);

type Ask = (query: string, variables?: Variables) => Promise<GraphQLAnswer>;
const TRANSPORTS: readonly (readonly [string, Ask])[] = [
  ['HTTP', (query, variables) => graphql(web.url, query, variables)],
  ['WebSocket', (query, variables) => answerOf(socket.subscribe(query, variables))],
];

const json = { 'content-type': 'application/json' };
const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const pages = `query ($first: Int) {
  engines { id }
  bursts(first: $first) { edges { node { seat { tickets { buyer } } } } }
}`;

/** Each asks for `engines` too, so that a refusal can be told from an empty answer. */
const TOO_MUCH: Readonly<Record<string, readonly [string, Variables?]>> = {
  depth: [
    `{ engines { id } labRuns { edges { node { cells { burst {
       answers { edges { node { trace { endMs } } } } } } } } } }`,
  ],
  aliases: [`{ ${many(21, (index) => `a${index}: engines { id }`)} }`],
  directives: [`{ engines { id ${many(6, () => '@include(if: true)')} } }`],
  cost: [pages, { first: 500 }],
};

describe.each(TRANSPORTS)('over %s', (_name, ask) => {
  test.each(Object.entries(TOO_MUCH))('too much %s is refused', async (limit, [query, values]) => {
    asked = 0;
    const answer = await ask(query, values);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit } }]);
    expect(asked).toBe(0);
  });

  test('too many tokens are refused', async () => {
    const { errors } = await ask(`{ ${many(1_001, () => 'engines')} }`);
    expect(errors?.[0]?.message).toContain('more that 1000 tokens');
  });

  test('fragments that multiply are measured quickly and refused', async () => {
    const doubling = many(60, (index) => {
      const inner = index === 59 ? 'id' : `...F${index + 1} ... { ...F${index + 1} }`;
      return `fragment F${index} on Engine { ${inner} }`;
    });
    const { data, errors } = await ask(`{ engines { ...F0 } } ${doubling}`);
    expect({ data, errors }).toEqual({ data: { engines: [] }, errors: undefined });
    const circle = 'fragment F on Engine { ...G } fragment G on Engine { ...F }';
    const answer = await ask(`{ engines { ...F } } ${circle}`);
    expect(answer.errors?.[0]?.message).toContain('Cannot spread fragment');
  });

  test('what the page and tools ask for passes', async () => {
    expect(codes(await ask(getIntrospectionQuery({ inputValueDeprecation: true })))).toEqual([]);
    expect(codes(await ask('{ __type(name: "Seat") { name } engines { id } }'))).toEqual([]);
    const { errors } = await ask(pages, { first: 20 });
    // Allowed to run: what it meets then is that this test serves no bursts.
    expect(errors).toMatchObject([{ message: 'Unexpected error.' }]);
  });

  test('introspection that goes deeper than any tool is refused', async () => {
    const deep = `${'ofType { '.repeat(20)}name${' }'.repeat(20)}`;
    const answer = await ask(`{ __type(name: "Seat") { fields { type { ${deep} } } } }`);
    expect(codes(answer)).toEqual(['LIMIT_EXCEEDED']);
  });

  test('an operation that is not there is refused by name', async () => {
    expect(codes(await ask('query A { engines { id } } query B { engines { id } }'))).toEqual([
      'OPERATION_RESOLUTION_FAILURE',
    ]);
  });
});

describe('HTTP', () => {
  const post = (body: string, headers: Record<string, string> = json) =>
    request(web.url, { method: 'POST', headers, body });

  test.each([
    ['a body of 33 KB', '{"query":"' + ' '.repeat(33_000) + '"}', json, 413],
    ['bad JSON', '{"query":', json, 400],
    ['JSON that is no object', '"{ engines { id } }"', json, 400],
    ['text/plain', '{"query":"{ engines { id } }"}', { 'content-type': 'text/plain' }, 415],
    ['a form', 'query={engines{id}}', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no content type', '{"query":"{ engines { id } }"}', {}, 415],
    ['a compressed body', 'x', { ...json, 'content-encoding': 'gzip' }, 415],
    ['a batch', '[{"query":"{ engines { id } }"}]', json, 400],
  ])('refuses %s', async (_name, body, headers, status) => {
    asked = 0;
    const response = await post(body, headers);
    expect({ status: response.status, asked }).toEqual({ status, asked: 0 });
  });

  test('refuses a chunked body that grows too large', async () => {
    const headers = { ...json, 'transfer-encoding': 'chunked' };
    expect((await post(`{"query":"${' '.repeat(40_000)}"}`, headers)).status).toBe(413);
  });

  test('refuses headers of more than 8 KB', async () => {
    const headers = { 'x-long': 'x'.repeat(9_000) };
    expect((await request(web.url, { headers })).status).toBe(431);
  });

  test('runs queries, never mutations, by GET', async () => {
    const get = (query: string) =>
      request(web.url, { path: `/graphql?query=${encodeURIComponent(query)}` });
    expect(JSON.parse((await get('{ engines { id } }')).text)).toEqual({ data: { engines: [] } });
    const mutation = await get('mutation { resetFloor(input: {}) { __typename } }');
    expect({ status: mutation.status, allow: mutation.headers.allow }).toEqual({
      status: 405,
      allow: 'GET, POST',
    });
    const bad = await request(web.url, { path: '/graphql?query={engines{id}}&variables={' });
    expect(bad.status).toBe(400);
    expect((await request(web.url, { method: 'PUT' })).status).toBe(405);
  });

  test('refuses a subscription operation, whatever is accepted', async () => {
    const body = '{"query":"subscription { seatStatus(engine: \\"dsql\\") { sequence } }"}';
    for (const accept of ['application/json', 'text/event-stream', 'multipart/mixed, */*']) {
      const { text } = await post(body, { ...json, accept });
      expect(codes(JSON.parse(text) as GraphQLAnswer)).toEqual(['SUBSCRIPTION_NEEDS_WEBSOCKET']);
    }
  });

  test('answers a client that also accepts event streams in JSON', async () => {
    const accept = 'application/graphql-response+json, text/event-stream, multipart/mixed';
    const { text, headers } = await post('{"query":"{ engines { id } }"}', { ...json, accept });
    expect(JSON.parse(text)).toEqual({ data: { engines: [] } });
    expect(headers['content-type']).toMatch('application/graphql-response+json');
  });
});

describe('WebSocket', () => {
  test('a message of more than 16 KB closes that socket only, with 1009', async () => {
    const raw = await openRaw();
    raw.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(17_000) } }));
    expect(await closeCode(raw)).toBe(1009);
    expect(codes(await answerOf(socket.subscribe('{ engines { id } }')))).toEqual([]);
  });

  test('a socket that does not greet in time is closed with 4408', async () => {
    const impatient = await openWebWorld(later, {}, { socketLimits: { initTimeoutMs: 20 } });
    expect(await closeCode(await openRaw(impatient.url))).toBe(4408);
  });

  test('nonsense closes the socket with 4400; the wrong subprotocol is not accepted', async () => {
    const raw = await openRaw();
    raw.send('{{{');
    expect(await closeCode(raw)).toBe(4400);
    await expect(openRaw(web.url, 'graphql-ws')).rejects.toThrow('no subprotocol');
  });

  test('sockets beyond the limit are refused with 503; a freed place is free', async () => {
    const small = await openWebWorld(later, {}, { socketLimits: { sockets: 1 } });
    const first = await openRaw(small.url);
    await expect(openRaw(small.url)).rejects.toThrow('503');
    first.terminate();
    const isOpen = (raw: WebSocket) => raw.readyState === raw.OPEN;
    await waitFor(() => openRaw(small.url).then(isOpen, () => false));
  });
});

function openRaw(url = web.url, protocol = 'graphql-transport-ws'): Promise<WebSocket> {
  const raw = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol);
  later(() => raw.terminate());
  return new Promise((resolve, reject) => {
    raw.once('open', () => resolve(raw));
    raw.once('error', reject);
  });
}

function closeCode(raw: WebSocket): Promise<number> {
  return new Promise((resolve) => raw.once('close', resolve));
}
