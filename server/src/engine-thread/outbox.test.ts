import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { Outbox } from './outbox.ts';

const channel = new MessageChannel();
afterEach(() => {
  while (received() !== undefined);
});

function received(): unknown {
  return (receiveMessageOnPort(channel.port2) as { message: unknown } | undefined)?.message;
}

/** The moment is over when the test says so. */
function openOutbox() {
  const refused: unknown[] = [];
  const moments: (() => void)[] = [];
  const outbox = new Outbox<unknown>({
    post: (items) => channel.port1.postMessage(items),
    refuse: (item, error) => refused.push([item, (error as Error).name]),
    soon: (run) => moments.push(run),
  });
  return { outbox, refused, moments };
}

describe('Outbox', () => {
  it('says in one message, in order, what was put in in one moment', () => {
    const { outbox, moments } = openOutbox();
    for (const item of [1, 2, 3]) outbox.put(item);
    expect(received()).toBeUndefined();
    expect(moments).toHaveLength(1);
    moments[0]?.();
    outbox.put(4);
    expect(moments).toHaveLength(2);
    moments[1]?.();
    expect([received(), received(), received()]).toEqual([[1, 2, 3], [4], undefined]);
  });

  it('refuses what cannot be copied, alone, and loses nothing else', () => {
    const { outbox, refused, moments } = openOutbox();
    const uncopied = () => undefined;
    for (const item of [1, uncopied, 3]) outbox.put(item);
    moments[0]?.();
    expect([received(), received(), received()]).toEqual([[1], [3], undefined]);
    expect(refused).toEqual([[uncopied, 'DataCloneError']]);
    outbox.put(uncopied);
    moments[1]?.();
    expect(received()).toBeUndefined();
    expect(refused).toHaveLength(2);
  });
});
