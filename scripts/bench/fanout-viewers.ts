// A crowd that watches one floor: so many sockets, each with the subscription of the page. Each only
// counts what it gets; the first also keeps it, for the raw server to send again.
import { WebSocket } from './fanout-raw.ts';
import { HELLO, saysTickets, SUBPROTOCOL, SUBSCRIBE, type Frame } from './fanout-protocol.ts';
import type * as Ws from 'ws';

/** Connections in the making at once. */
const AT_ONCE = 50;
/** For what hangs. */
const ARRIVAL_LIMIT_MS = 600_000;

/** When all of a run has come to everyone. */
export type Arrival = (text: string, messages: number) => boolean;

export const whenTicketsAre =
  (tickets: number): Arrival =>
  (text) =>
    saysTickets(text, tickets);
export const afterMessages =
  (count: number): Arrival =>
  (_text, messages) =>
    messages >= count;

interface Viewer {
  readonly socket: Ws.WebSocket;
  messages: number;
  last: string;
}

export class Viewers {
  readonly #viewers: Viewer[] = [];
  #frames: Frame[] = [];
  #startMs = 0;
  #bytes = 0;

  /** @param subscribes false: the server sends without being asked */
  async connect(port: number, count: number, subscribes: boolean): Promise<void> {
    for (let from = 0; from < count; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - from) });
      await Promise.all(some.map(() => this.#join(port, subscribes)));
    }
  }

  /** Forgets what came until now. */
  start(): void {
    for (const viewer of this.#viewers) Object.assign(viewer, { messages: 0, last: '' });
    this.#frames = [];
    this.#bytes = 0;
    this.#startMs = performance.now();
  }

  /** What the first viewer got since the start. */
  get frames(): readonly Frame[] {
    return this.#frames;
  }

  /** Messages to everyone since the start, and their bytes. */
  get delivered(): { readonly messages: number; readonly bytes: number } {
    const messages = this.#viewers.reduce((sum, viewer) => sum + viewer.messages, 0);
    return { messages, bytes: this.#bytes };
  }

  /** @returns milliseconds since the start until the last viewer had it. @throws at the limit */
  async arrival(has: Arrival): Promise<number> {
    const isDone = ({ last, messages }: Viewer) => has(last, messages);
    while (!this.#viewers.every(isDone)) {
      if (performance.now() - this.#startMs > ARRIVAL_LIMIT_MS) {
        const waiting = this.#viewers.filter((viewer) => !isDone(viewer)).length;
        throw new Error(`${waiting} viewers have not got everything in ${ARRIVAL_LIMIT_MS} ms`);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return performance.now() - this.#startMs;
  }

  close(): Promise<void> {
    for (const { socket } of this.#viewers) socket.terminate();
    return Promise.resolve();
  }

  async #join(port: number, subscribes: boolean): Promise<void> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, SUBPROTOCOL, {
      perMessageDeflate: false,
    });
    const viewer: Viewer = { socket, messages: 0, last: '' };
    this.#viewers.push(viewer);
    const keeps = this.#viewers.length === 1;
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', (code) => reject(new Error(`a viewer was closed with ${code}`)));
      socket.once('open', () => {
        if (!subscribes) resolve();
        else socket.send(HELLO);
      });
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith('{"type":"connection_ack"')) socket.send(SUBSCRIBE);
        else {
          resolve();
          this.#hear(viewer, text, data.length, keeps);
        }
      });
    });
  }

  #hear(viewer: Viewer, text: string, bytes: number, keeps: boolean): void {
    viewer.messages += 1;
    viewer.last = text;
    this.#bytes += bytes;
    if (keeps) this.#frames.push({ atMs: performance.now() - this.#startMs, text });
  }
}
