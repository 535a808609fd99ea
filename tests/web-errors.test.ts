// What a caller sees of an error, and what the log keeps of it.
import { BadRequest } from '@worldseat/schema/services';
import { describe, expect, test } from 'vitest';
import { LatestTopic } from '../server/src/bus/index.ts';
import { codes, graphql } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import { request } from './support/request.ts';
import { answerOf, openSocket } from './support/subscribe.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
const full = new LatestTopic<never>({ maxSubscribers: 0 });
const web = await openWebWorld(later, {
  engines: () => {
    throw new Error('connect ECONNREFUSED 10.1.2.3:5432 password=hunter2');
  },
  seat: () => {
    const fault = new Error('dsql does not answer: 10.1.2.3');
    return Promise.reject(Object.assign(fault, { code: 'ENGINE_UNAVAILABLE' }));
  },
  witness: () => Promise.reject(new BadRequest('No seat "Z9"; seats are A1 to H12.', 'seat')),
  watchBurst: () => full.subscribe(),
});
const socket = openSocket(web.url);
later(socket.close);

const TRANSPORTS = [
  ['http', (query: string) => graphql(web.url, query)],
  ['websocket', (query: string) => answerOf(socket.subscribe(query))],
] as const;

describe.each(TRANSPORTS)('over %s', (transport, ask) => {
  test('an unexpected error is masked; its number finds the log entry', async () => {
    const { errors = [] } = await ask('{ engines { id } }');
    expect(JSON.stringify(errors)).not.toMatch(/hunter2|10\.1\.2\.3|stack/);
    const requestId = errors[0]?.extensions?.['requestId'];
    expect(errors).toEqual([
      {
        message: 'Unexpected error.',
        path: ['engines'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      },
    ]);
    const entries = web.entries.filter(({ fields }) => 'requestId' in fields);
    expect(entries.at(-1)).toMatchObject({
      level: 'error',
      fields: { requestId, transport, path: ['engines'] },
    });
    expect(entries.at(-1)?.fields).toHaveProperty('err.message', expect.stringMatching('hunter2'));
  });

  test('bad input comes back as it was said, with its field, and is not logged', async () => {
    const before = web.entries.length;
    const { errors } = await ask('{ witness(engine: "dsql", seat: "Z9") { result } }');
    expect(errors).toMatchObject([
      {
        message: 'No seat "Z9"; seats are A1 to H12.',
        extensions: { code: 'BAD_USER_INPUT', field: 'seat' },
      },
    ]);
    expect(web.entries.length).toBe(before);
  });

  test('an engine that does not answer is named as such, without its address', async () => {
    const { errors } = await ask('{ seat(engine: "dsql", id: "A1") { id } }');
    expect(errors).toMatchObject([
      {
        message: 'An engine does not answer; try again.',
        extensions: { code: 'ENGINE_UNAVAILABLE' },
      },
    ]);
  });

  test('what does not parse or validate is said, and is the same the second time', async () => {
    for (const query of ['{ engines {', '{ nothing }', '{ nothing }', '']) {
      const { errors, data } = await ask(query);
      expect(errors?.length).toBeGreaterThan(0);
      expect(JSON.stringify(errors)).not.toMatch(/Unexpected error|"http"/);
      expect(data ?? null).toBeNull();
    }
  });
});

test('a topic that is full refuses by name, over the subscription', async () => {
  const answer = await answerOf(
    socket.subscribe('subscription { burstProgress(engine: "dsql") { id } }'),
  );
  expect(codes(answer)).toEqual(['TOO_MANY_SUBSCRIBERS']);
});

test('a syntax error ends its operation only: the socket and its others live', async () => {
  let closed = false;
  socket.client.on('closed', () => {
    closed = true;
  });
  expect((await answerOf(socket.subscribe('subscription {{{'))).errors?.[0]?.message).toMatch(
    'Syntax Error',
  );
  expect(codes(await answerOf(socket.subscribe('{ __typename }')))).toEqual([]);
  expect(closed).toBe(false);
});

test('an HTTP answer carries the number of its request', async () => {
  const { headers, text } = await request(web.url, { path: '/graphql?query={engines{id}}' });
  const { errors } = JSON.parse(text) as { errors: [{ extensions: { requestId: string } }] };
  expect(headers['x-request-id']).toBe(errors[0].extensions.requestId);
});

test('errors are counted by transport', async () => {
  const { text } = await request(web.url, { path: '/metrics' });
  expect(text).toMatch(/worldseat_unexpected_errors_total\{transport="http"\} [1-9]/);
  expect(text).toMatch(/worldseat_unexpected_errors_total\{transport="websocket"\} [1-9]/);
  expect(text).toMatch(/worldseat_requests_total\{transport="websocket",result="refused"\} [1-9]/);
});
