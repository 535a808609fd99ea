// From the accepted socket to TLS over real sockets, byte by byte: what each client hears, and that
// nothing stays open behind any of them.
import { once } from 'node:events';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { describe, expect, test, vi } from 'vitest';
import { adminToken, endpointOfEachTest } from './test-endpoint.ts';
import {
  ADMIN,
  connectPlain,
  connectSecured,
  GSS_REQUEST,
  handshake,
  int32,
  lastWords,
  nextBytes,
  packet,
  password,
  readToEnd,
  relayed,
  SSL_REQUEST,
  words,
} from './test-support.ts';

const endpoint = endpointOfEachTest();

const secured = (port: number): Promise<TLSSocket> => connectSecured(port, { ca: endpoint.ca });

describe('before TLS', () => {
  async function say(bytes: Buffer): Promise<unknown> {
    const socket = await connectPlain(await endpoint.open());
    socket.write(bytes);
    return lastWords(socket);
  }

  test('a startup in the clear is refused', async () => {
    expect(await say(ADMIN)).toEqual(
      words(
        '28000',
        'unable to accept connection, TLS is required',
        'Connect with sslmode=verify-full and the certificate of the authority.',
      ),
    );
    await endpoint.arrived();
    expect(endpoint.kinds()).toEqual(['TURNED_AWAY']);
  });

  test('a GSSAPI request is answered N, then TLS may be asked for', async () => {
    const socket = await connectPlain(await endpoint.open());
    socket.write(GSS_REQUEST);
    const answer = await nextBytes(socket);
    socket.write(SSL_REQUEST);
    const second = await nextBytes(socket);
    const inside = await handshake(socket, { ca: endpoint.ca });
    inside.end();
    await endpoint.arrived();
    expect([answer.toString(), second.toString(), endpoint.kinds()]).toEqual([
      'N',
      'S',
      ['TURNED_AWAY'],
    ]);
  });

  test('a second GSSAPI request is refused', async () => {
    const socket = await connectPlain(await endpoint.open());
    socket.write(GSS_REQUEST);
    await nextBytes(socket);
    socket.write(GSS_REQUEST);
    expect(await lastWords(socket)).toEqual(
      words('08P01', 'received a second GSSAPI encryption request'),
    );
  });

  test('bytes behind a request for encryption are not carried into it (CVE-2021-23222)', async () => {
    const smuggled = await say(Buffer.concat([SSL_REQUEST, ADMIN]));
    await endpoint.close();
    const behindGss = await say(Buffer.concat([GSS_REQUEST, ADMIN]));
    const refused = words('08P01', 'received unencrypted data after encryption request');
    expect([smuggled, behindGss]).toEqual([refused, refused]);
  });

  test('packets too long, too short, of another protocol, or none at all', async () => {
    const length = words('08P01', 'invalid length of startup packet');
    const answers: unknown[] = [];
    for (const bytes of [
      int32(10_001),
      int32(3),
      int32(4),
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      packet(int32(0x20000)),
    ]) {
      answers.push(await say(bytes));
      await endpoint.close();
    }
    const version = 'unsupported frontend protocol 2.0: server supports 3.0 to 3.0';
    expect(answers).toEqual([length, length, length, length, words('0A000', version)]);
  });
});

describe('cancel requests', () => {
  const CANCEL = packet(int32(80_877_102), int32(4_711), int32(42));

  test('in the clear and inside TLS: told to the gateway, which closes them', async () => {
    const port = await endpoint.open();
    const plain = await connectPlain(port);
    plain.write(CANCEL);
    const inside = await secured(port);
    inside.write(CANCEL);
    const frames = await Promise.all([readToEnd(plain), readToEnd(inside)]);
    const close = expect.any(Function) as () => void;
    const cancel = { kind: 'CANCEL', processId: 4_711, secretKey: 42, close };
    expect([frames, endpoint.arrivals()]).toEqual([
      [[], []],
      [cancel, cancel],
    ]);
  });
});

describe('TLS', () => {
  test('an old version, and a browser, are refused by the handshake itself', async () => {
    const port = await endpoint.open();
    const tls11 = connectSecured(port, {
      ca: endpoint.ca,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
    });
    const browser = connectSecured(port, { ca: endpoint.ca, ALPNProtocols: ['h2', 'http/1.1'] });
    const outcomes = await Promise.allSettled([tls11, browser]);
    await endpoint.arrived(2);
    expect(outcomes).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected', reason: { code: 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL' } },
    ]);
    expect(endpoint.kinds()).toEqual(['TURNED_AWAY', 'TURNED_AWAY']);
  });

  test('direct TLS needs ALPN', async () => {
    const socket = connectTls({ port: await endpoint.open(), host: '127.0.0.1', ca: endpoint.ca });
    await once(socket, 'secureConnect');
    expect(await lastWords(socket)).toEqual(
      words(
        '08P01',
        'received direct SSL connection request without ALPN protocol negotiation extension',
      ),
    );
  });

  test('direct TLS with ALPN, its first bytes one by one, is admitted', async () => {
    const plain = await connectPlain(await endpoint.open());
    const write = plain.write.bind(plain);
    plain.write = (chunk: unknown, ...rest: unknown[]) => {
      const callback = rest.find((part): part is () => void => typeof part === 'function');
      for (const byte of chunk as Buffer) write(Buffer.of(byte));
      callback?.();
      return true;
    };
    const socket = await handshake(plain, { ca: endpoint.ca, ALPNProtocols: ['postgresql'] });
    socket.write(ADMIN);
    await nextBytes(socket);
    socket.write(password(await adminToken('127.0.0.1')));
    await endpoint.arrived();
    socket.destroy();
    expect(endpoint.kinds()).toEqual(['ADMITTED']);
  });

  test('a second session of one client is resumed', async () => {
    const port = await endpoint.open();
    const first = await secured(port);
    const session = once(first, 'session') as Promise<[Buffer]>;
    first.write(GSS_REQUEST);
    const [ticket] = await session;
    first.destroy();
    const second = await connectSecured(port, { ca: endpoint.ca, session: ticket });
    const isReused = second.isSessionReused();
    second.destroy();
    await endpoint.arrived(2);
    expect(isReused).toBe(true);
  });

  test('encryption asked for inside TLS is refused', async () => {
    const socket = await secured(await endpoint.open());
    socket.write(SSL_REQUEST);
    expect(await lastWords(socket)).toEqual(words('08P01', 'encryption was asked for inside TLS'));
  });

  test('a record that cannot be decrypted ends an admitted connection', async () => {
    const plain = await connectPlain(await endpoint.open());
    plain.write(SSL_REQUEST);
    await nextBytes(plain);
    const socket = await handshake(relayed(plain), { ca: endpoint.ca });
    socket.on('error', () => undefined);
    socket.write(ADMIN);
    await nextBytes(socket);
    socket.write(password(await adminToken('127.0.0.1')));
    await endpoint.arrived();
    plain.write('this is no TLS record');
    await vi.waitFor(async () => expect(await endpoint.connections()).toBe(0));
    expect([endpoint.kinds(), endpoint.limits.open]).toEqual([['ADMITTED'], 0]);
    socket.destroy();
  });
});
