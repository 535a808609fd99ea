import { type ExecutionResult, parse, subscribe } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SlowConsumer, type SeatStatusView } from '../services.ts';
import { schema } from './index.ts';
import { errorOf, plain, serving, unasked } from './testing.ts';

describe('subscriptions', () => {
  const update: SeatStatusView = {
    revision: 1,
    sequence: 0,
    atMs: 0,
    packed: [34],
    regions: [1],
    get changes(): never {
      throw new Error('nobody asked for changes');
    },
    sold: 1,
    tickets: 2,
    oversold: 1,
  };
  const watch = async (events: AsyncIterable<SeatStatusView>, engine = 'dsql') =>
    subscribe({
      schema,
      document: parse(
        `subscription { seatStatus(engine: "${engine}") { sequence packed regions at } }`,
      ),
      contextValue: { services: serving({ watchSeats: () => events }) },
    });

  it('pass events through, and build `changes` only when asked', async () => {
    async function* events() {
      yield await Promise.resolve(update);
    }
    const seen: unknown[] = [];
    for await (const event of await streamOf(watch(events()))) seen.push(plain(event));
    expect(seen).toEqual([
      {
        data: {
          seatStatus: { sequence: 0, packed: [34], regions: [1], at: '1970-01-01T00:00:00.000Z' },
        },
      },
    ]);
  });

  it('end a slow subscriber with its code', async () => {
    const events = eventsFrom(() => Promise.reject(new SlowConsumer('you fell behind')));
    const stream = (await streamOf(watch(events)))[Symbol.asyncIterator]();
    await expect(stream.next()).rejects.toMatchObject({
      message: 'you fell behind',
      extensions: { code: 'SLOW_CONSUMER' },
    });
  });

  it('stop their source at once, also while waiting for an event', async () => {
    let stopped = false;
    const events = eventsFrom(
      () => new Promise(() => undefined),
      () => (stopped = true),
    );
    const stream = (await streamOf(watch(events)))[Symbol.asyncIterator]();
    void stream.next();
    await stream.return?.();
    expect(stopped).toBe(true);
  });

  it('refuse an engine that there is not', async () => {
    expect(plain(await watch(eventsFrom(unasked), 'x'))).toEqual({
      errors: [
        errorOf(['seatStatus'], 'There is no engine "x"; the engines are dsql.', {
          code: 'BAD_USER_INPUT',
          field: 'engine',
        }),
      ],
    });
  });
});

function eventsFrom(
  next: () => Promise<IteratorResult<SeatStatusView>>,
  onReturn: () => void = () => undefined,
): AsyncIterable<SeatStatusView> {
  const end = (): Promise<IteratorResult<SeatStatusView>> => {
    onReturn();
    return Promise.resolve({ done: true, value: undefined });
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
}

async function streamOf(
  subscribed: Promise<AsyncIterable<ExecutionResult> | ExecutionResult>,
): Promise<AsyncIterable<ExecutionResult>> {
  const stream = await subscribed;
  if (Symbol.asyncIterator in stream) return stream;
  throw new Error(`not subscribed: ${JSON.stringify(stream)}`);
}
