// A WebSocket that asks as a client does and keeps every text that it is sent, as it was sent.
import { WebSocket } from 'ws';
import type { Variables } from './graphql.ts';
import type { Close } from './leftovers.ts';

export interface Question {
  readonly query: string;
  readonly variables?: Variables;
  readonly operationName?: string;
}

export interface RawViewer {
  readonly raw: WebSocket;
  /** Operations that were asked for, and those of them that the server completed. */
  readonly asked: number;
  readonly completed: number;
  readonly ask: (id: string, question: Question) => void;
  /** The `next` messages of this operation. */
  readonly told: (id: string) => readonly string[];
}

/** Resolves when it is acknowledged. @param later closes it; @param url of the server */
export async function openRawViewer(
  later: (close: Close) => void,
  url: string,
): Promise<RawViewer> {
  const raw = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  later(() => raw.terminate());
  await new Promise<void>((resolve, reject) => {
    raw.once('error', reject);
    raw.once('open', () => raw.send(JSON.stringify({ type: 'connection_init' })));
    raw.once('message', () => resolve());
  });
  const texts = new Map<string, string[]>();
  const counts = { asked: 0, completed: 0 };
  raw.on('message', (data: Buffer) => {
    const text = data.toString();
    const { id, type } = JSON.parse(text) as { id: string; type: string };
    if (type === 'complete') counts.completed += 1;
    if (type === 'next') texts.set(id, [...(texts.get(id) ?? []), text]);
  });
  return {
    raw,
    get asked() {
      return counts.asked;
    },
    get completed() {
      return counts.completed;
    },
    told: (id) => texts.get(id) ?? [],
    ask(id, payload) {
      counts.asked += 1;
      raw.send(JSON.stringify({ id, type: 'subscribe', payload }));
    },
  };
}
