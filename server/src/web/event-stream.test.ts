import { buildSchema, parse, type ExecutionResult } from 'graphql';
import { expect, test } from 'vitest';
import { isPending, settled } from '../../../tests/support/settled.ts';
import { EventStream } from './event-stream.ts';
import type { Message } from './shared-messages.ts';

const schema = buildSchema('type Query { a: Int } type Subscription { seat: Int! }');
const done = { done: true, value: undefined };

/** A source that the test feeds; what is negative is not shared. */
function openStage() {
  const waiting: ((result: IteratorResult<unknown>) => void)[] = [];
  const sent: string[] = [];
  const letGo: (() => void)[] = [];
  let stopped = 0;
  const source: AsyncIterator<unknown> = {
    next: () => new Promise((resolve) => waiting.push(resolve)),
    return: () => {
      stopped += 1;
      for (const resolve of waiting.splice(0)) resolve({ done: true, value: undefined });
      return Promise.resolve({ done: true, value: undefined });
    },
  };
  const messageOf = (event: unknown): Message | null => {
    const { seat } = event as { seat: number };
    return !(seat >= 0) ? null : { start: String(seat), rest: Buffer.alloc(0) };
  };
  const args = { schema, document: parse('subscription { seat }') };
  const stream = new EventStream(args, source, messageOf);
  return {
    stream,
    sent,
    stopped: () => stopped,
    /** Takes messages, each of which is under way until `letGo`. */
    send: ({ start }: Message) => {
      sent.push(start);
      return new Promise<void>((resolve) => letGo.push(resolve));
    },
    letGo: () => letGo.shift()?.(),
    tell: (seat: unknown) => waiting.shift()?.({ done: false, value: { seat } }),
    end: () => waiting.shift()?.({ done: true, value: undefined }),
    /** Asks for an event that has not come yet. */
    asks: () => waiting.length,
  };
}

test('what is shared is sent, one after the other left; the rest is handed on', async () => {
  const stage = openStage();
  stage.stream.sendBy(stage.send);
  const next = stage.stream.next();
  await settled();
  stage.tell(1);
  await settled();
  expect({ sent: stage.sent, asks: stage.asks() }).toEqual({ sent: ['1'], asks: 0 });
  stage.letGo();
  await settled();
  stage.tell(2);
  await settled();
  stage.letGo();
  await settled();
  expect({ sent: stage.sent, pending: await isPending(next) }).toEqual({
    ...{ sent: ['1', '2'], pending: true },
  });
  stage.tell(-1);
  expect(plain(await next)).toEqual({ done: false, value: { data: { seat: -1 } } });
  const last = stage.stream.next();
  await settled();
  stage.end();
  expect(await last).toEqual(done);
});

test('without a way to send, everything is handed on', async () => {
  const stage = openStage();
  const next = stage.stream.next();
  stage.tell(5);
  expect(plain(await next)).toEqual({ done: false, value: { data: { seat: 5 } } });
});

test('return() stops the source at once; an event under way is not sent any more', async () => {
  const stage = openStage();
  stage.stream.sendBy(stage.send);
  const next = stage.stream.next();
  stage.tell(1);
  const returned = stage.stream.return();
  expect(stage.stopped()).toBe(1);
  expect(await Promise.all([next, returned])).toEqual([done, done]);
  expect(stage.sent).toEqual([]);
});

test('return() while a message is under way: it is the last', async () => {
  const stage = openStage();
  stage.stream.sendBy(stage.send);
  const next = stage.stream.next();
  stage.tell(1);
  await settled();
  await stage.stream.return();
  stage.letGo();
  await settled();
  stage.end();
  expect(await next).toEqual(done);
  expect(stage.sent).toEqual(['1']);
});

test('an answer with errors is handed on as it is; a fault stops the source', async () => {
  const stage = openStage();
  stage.stream.sendBy(({ start }) => Promise.reject(new Error(`cannot send ${start}`)));
  const wrong = stage.stream.next();
  stage.tell('-x');
  expect(plain(await wrong)).toMatchObject({ value: { errors: [{ path: ['seat'] }] } });
  const fault = stage.stream.next();
  stage.tell(1);
  await expect(fault).rejects.toThrow('cannot send 1');
  expect(stage.stopped()).toBe(1);
});

function plain(result: IteratorResult<ExecutionResult, undefined>): unknown {
  return JSON.parse(JSON.stringify(result));
}
