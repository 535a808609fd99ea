// Who is let in and who is not, over real TLS: each refusal in its words.
import { describe, expect, test } from 'vitest';
import { frame, FrameReader, text } from '../wire/frame.ts';
import { adminToken, endpointOfEachTest, REGION } from './test-endpoint.ts';
import {
  ADMIN,
  connectAsked,
  connectSecured,
  int32,
  lastWords,
  MALFORMED_HINT,
  nextBytes,
  nextFrame,
  packet,
  password,
  readToEnd,
  startup,
  words,
} from './test-support.ts';

const endpoint = endpointOfEachTest();

const secured = (port: number) => connectSecured(port, { ca: endpoint.ca });
const asked = (port: number, message = ADMIN, servername?: string) =>
  connectAsked(
    port,
    { ca: endpoint.ca, ...(servername === undefined ? {} : { servername }) },
    message,
  );

describe('the startup message', () => {
  test('a later minor version and unknown options are negotiated down, then go on', async () => {
    const socket = await secured(await endpoint.open());
    socket.write(startup({ user: 'admin', '_pq_.a': '1', '_pq_.b': '' }, 0x30002));
    const bytes = await nextBytes(socket);
    socket.destroy();
    const options = [text('_pq_.a'), text('_pq_.b')];
    expect(new FrameReader().push(bytes).map((message) => message.bytes)).toEqual([
      frame('v', int32(0x30000), int32(2), ...options),
      frame('R', int32(3)),
    ]);
  });

  test.each([
    [
      'replication',
      startup({ user: 'admin', replication: 'database' }),
      words('0A000', 'replication connections are not supported'),
    ],
    [
      'no user',
      startup({ database: 'postgres' }),
      words('28000', 'no PostgreSQL user name specified in startup packet'),
    ],
    [
      'trailing bytes',
      packet(ADMIN.subarray(4), Buffer.of(0)),
      words('08P01', 'invalid startup packet layout: expected terminator as last byte'),
    ],
    ['too long', int32(10_001), words('08P01', 'invalid length of startup packet')],
  ])('%s is refused', async (_, message, answer) => {
    const socket = await secured(await endpoint.open());
    socket.write(message);
    expect(await lastWords(socket)).toEqual(answer);
  });

  test('a startup of exactly 10,000 bytes is read', async () => {
    const padding = 10_000 - startup({ user: 'admin', padding: '' }).length;
    const longest = startup({ user: 'admin', padding: 'x'.repeat(padding) });
    const socket = await asked(await endpoint.open(), longest);
    socket.destroy();
    expect(longest).toHaveLength(10_000);
  });

  test('a cluster that sleeps refuses before it asks for a password', async () => {
    const socket = await secured(await endpoint.open({ isAsleep: () => true }));
    socket.write(ADMIN);
    expect(await lastWords(socket)).toEqual(
      words('57P03', 'unable to accept connection, waking up cluster, please retry later'),
    );
  });
});

describe('the password', () => {
  const access = (hint: string) =>
    words('08006', 'unable to accept connection, access denied', hint);
  const INVALID = words('08P01', 'invalid password packet size');

  test('a token lets in; what came behind it is the head of the session', async () => {
    const message = startup({ user: 'admin', database: 'postgres', application_name: 'a test' });
    const socket = await asked(await endpoint.open(), message);
    const query = frame('Q', text('SELECT 1'));
    const answers = readToEnd(socket);
    const token = await adminToken('127.0.0.1');
    socket.write(Buffer.concat([password(token), query, frame('X')]));
    const types = (await answers).map(({ type }) => type);
    const [arrival] = endpoint.arrivals();
    expect(arrival).toMatchObject({
      kind: 'ADMITTED',
      user: 'admin',
      database: 'postgres',
      action: 'DbConnectAdmin',
      parameters: { application_name: 'a test' },
      head: Buffer.concat([query, frame('X')]),
    });
    expect(types).toEqual(['R', 'Z', 'C', 'Z']);
  });

  test.each([
    ['empty', password(''), access(MALFORMED_HINT)],
    ['no token', password('secret'), access(MALFORMED_HINT)],
    ['two strings', frame('p', text('a'), text('b')), INVALID],
    ['without its zero byte', frame('p', Buffer.from('secret')), INVALID],
    ['without a body', frame('p'), INVALID],
    ['too long', Buffer.concat([Buffer.from('p'), int32(16 * 1024 + 5)]), INVALID],
    [
      'another message',
      frame('Q', text('SELECT 1')),
      words('08P01', 'expected password response, got message type 81'),
    ],
  ])('%s is refused', async (_, message, answer) => {
    const socket = await asked(await endpoint.open());
    socket.write(message);
    expect(await lastWords(socket)).toEqual(answer);
  });

  test('the name in the SNI and the host of the token must be the same', async () => {
    const port = await endpoint.open();
    const name = `abc.dsql.${REGION}.on.aws`;
    const token = await adminToken(name);
    const [same, other] = [await asked(port, ADMIN, name), await asked(port, ADMIN, 'localhost')];
    same.write(password(token));
    const welcome = await nextFrame(same);
    same.destroy();
    other.write(password(token));
    const reason = 'The token was signed for another host than the one that was connected to.';
    expect(welcome.bytes).toEqual(frame('R', Buffer.alloc(4)));
    expect(await lastWords(other)).toEqual(access(`User is not authorized to connect. ${reason}`));
  });

  test('without SNI a token for a name is refused in its own words', async () => {
    const socket = await asked(await endpoint.open());
    socket.write(password(await adminToken('localhost')));
    expect(await lastWords(socket)).toEqual(
      words('08006', 'unable to accept connection, sni was not received'),
    );
  });

  test('another database does not exist, which only a bearer of a token learns', async () => {
    const port = await endpoint.open();
    const message = startup({ user: 'admin', database: 'other' });
    const [stranger, bearer] = [await asked(port, message), await asked(port, message)];
    stranger.write(password('secret'));
    bearer.write(password(await adminToken('127.0.0.1')));
    expect([await lastWords(stranger), await lastWords(bearer)]).toEqual([
      access(MALFORMED_HINT),
      words('3D000', 'database "other" does not exist'),
    ]);
  });
});
