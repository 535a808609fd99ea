// The listener itself: what any program may send to it, and that closing it leaves nothing behind.
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, type HttpListener } from './http.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { invalid } from './service-fault.ts';

let listener: HttpListener;
afterEach(() => listener.close());

const faults: unknown[] = [];

async function open(answer: Parameters<typeof listen>[0]['answer']): Promise<string> {
  listener = await listen({ port: 0, answer, onFault: (error) => faults.push(error) });
  return `http://127.0.0.1:${listener.port}`;
}

async function shown(response: Response) {
  const type = response.headers.get('x-amzn-errortype');
  return { status: response.status, type, body: (await response.json()) as unknown };
}

describe('the listener', () => {
  it('answers errors of the service by name, and its own without a word about them', async () => {
    const url = await open(({ path }) => {
      throw path === '/known' ? invalid('other', 'No') : new Error('a secret of the inside');
    });
    expect(await shown(await fetch(`${url}/known`))).toEqual({
      status: 400,
      type: 'ValidationException',
      body: { message: 'No', reason: 'other' },
    });
    const unknown = await shown(await fetch(`${url}/unknown`));
    expect(unknown).toMatchObject({ status: 500, type: 'InternalServerException' });
    expect(JSON.stringify(unknown)).not.toContain('secret');
    expect(faults.splice(0)).toEqual([new Error('a secret of the inside')]);
  });

  it('refuses a body that is too large, and takes the largest that is not', async () => {
    const sizes: number[] = [];
    const url = await open(({ body }) => {
      sizes.push(body.length);
      return Promise.resolve({ output: {} });
    });
    const post = (bytes: number) => fetch(url, { method: 'POST', body: 'x'.repeat(bytes) });
    expect((await post(MAX_BODY_BYTES)).status).toBe(200);
    expect(await shown(await post(MAX_BODY_BYTES + 1))).toMatchObject({
      status: 413,
      type: 'RequestEntityTooLargeException',
    });
    expect(sizes).toEqual([MAX_BODY_BYTES]);
  });

  it('closes while clients hold connections and half-sent requests', async () => {
    await open(() => Promise.resolve({ output: {} }));
    const socket = connect(listener.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('POST /cluster HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf');
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    await listener.close();
    await ended;
    expect(faults.splice(0)).toEqual([]);
  });
});
