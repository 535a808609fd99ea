// A server of `bench fanout` in a process of its own, and what is asked of it.
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { News, Order, ServerKind } from './fanout-protocol.ts';

const ENTRY = new URL('./fanout-server.ts', import.meta.url);

export class ServerProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async open(kind: ServerKind): Promise<ServerProcess> {
    // As `npm start` runs a server.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = fork(fileURLToPath(ENTRY), [kind], { env });
    const { port } = await heard(child, 'open');
    return new ServerProcess(child, port);
  }

  /** @returns the tickets that are sold after it */
  async sell(salesPerSecond: number, durationMs: number): Promise<number> {
    this.#order({ type: 'sell', salesPerSecond, durationMs });
    return (await heard(this.#child, 'done')).tickets;
  }

  async repeat(order: Extract<Order, { type: 'repeat' }>['frames']): Promise<void> {
    this.#order({ type: 'repeat', frames: order });
    await heard(this.#child, 'done');
  }

  /** Of the whole process since it began: every thread, user and system. */
  async cpuMs(): Promise<number> {
    this.#order({ type: 'cpu' });
    return (await heard(this.#child, 'cpu')).cpuMs;
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await ended;
  }

  #order(order: Order): void {
    this.#child.send(order);
  }
}

function heard<Type extends News['type']>(
  child: ChildProcess,
  type: Type,
): Promise<Extract<News, { type: Type }>> {
  return new Promise((resolve, reject) => {
    const hear = (news: News): void => {
      if (news.type !== type) return;
      stop();
      resolve(news as Extract<News, { type: Type }>);
    };
    const fail = (): void => {
      stop();
      reject(new Error(`the server's process ended before it said "${type}"`));
    };
    const stop = (): void => void child.off('message', hear).off('exit', fail);
    child.on('message', hear).once('exit', fail);
  });
}
