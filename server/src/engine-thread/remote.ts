// Opens an engine in a thread of its own and stands for it in the server's thread. Each engine has
// its own event loop, so that the work of one database's client never slows down the other's, and a
// burst never holds up the people who watch it.
import { Worker } from 'node:worker_threads';
import { compiledFile, SOURCES } from '../compiled.mjs';
import { EngineUnavailable, SeatUnknown } from '../engines/engine.ts';
import type { Log } from '../log.ts';
import { unpackLedger, unpackTables, type PackedLedger, type PackedTable } from './columns.ts';
import {
  METHOD_NAMES,
  type Call,
  type CallAnswer,
  type EngineFacts,
  type EngineSettings,
  type Fault,
  type MethodName,
  type RemoteEngine,
  type ThreadMessage,
} from './messages.ts';
import { Outbox } from './outbox.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * @param settings may come later: the thread loads its code meanwhile
 * @param onDeath called when the thread dies of a fault: nothing may be swallowed
 * @throws EngineUnavailable and whatever the engine refuses to open with
 */
export function openEngineThread(
  engineId: EngineSettings['id'],
  settings: Promise<EngineSettings>,
  log: Log,
  onDeath: (error: Error) => void,
): Promise<RemoteEngine> {
  const serve = new URL('engine-thread/serve.ts', SOURCES);
  const entry = compiledFile(serve) ?? new URL('engine-thread/bootstrap.mjs', SOURCES);
  return openThread(entry, engineId, settings, log, onDeath);
}

/** The same for any engine. @param entry of the thread: it serves one, as serve-engine.ts does */
export async function openThread(
  entry: URL,
  engineId: string,
  settings: Promise<object>,
  log: Log,
  onDeath: (error: Error) => void,
): Promise<RemoteEngine> {
  const worker = new Worker(entry);
  const calls = new Calls(worker, engineId);
  const facts = await new Promise<EngineFacts>((resolve, reject) => {
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'opened') resolve(message.facts);
      else if (message.kind === 'refused') reject(errorOf(message.fault));
      else if (message.kind === 'log') log[message.level](message.fields, message.message);
      else for (const answer of message.answers) calls.settle(answer);
    });
    worker.once('exit', () => {
      calls.end();
      reject(new EngineUnavailable(engineId, ENDED));
    });
    worker.once('error', (error: Error) => {
      reject(error);
      onDeath(error);
    });
    settings.then((known) => worker.postMessage(known), reject);
  }).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  return { ...facts, ...methods(worker, calls) };
}

const ENDED = 'its thread has ended';

/** The calls that wait for an answer. A thread that has ended answers none of them. */
class Calls {
  readonly #engineId: string;
  /** Whatever is asked in one turn of the loop goes out at its end. */
  readonly #outbox: Outbox<Call>;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #ended = false;

  constructor(worker: Worker, engineId: string) {
    this.#engineId = engineId;
    this.#outbox = new Outbox({
      post: (asked) => worker.postMessage(asked),
      refuse: ({ call }, error) => this.#take(call)?.reject(error as Error),
      soon: (run) => process.nextTick(run),
    });
  }

  ask(method: MethodName, args: readonly unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.reject(new EngineUnavailable(this.#engineId, ENDED));
    this.#last += 1;
    const call = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject });
      this.#outbox.put({ call, method, args });
    });
  }

  settle(answer: CallAnswer): void {
    const waiting = this.#take(answer.call);
    if (answer.kind === 'value') waiting?.resolve(answer.value);
    else waiting?.reject(errorOf(answer.fault));
  }

  #take(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call);
    this.#waiting.delete(call);
    return waiting;
  }

  end(): void {
    this.#ended = true;
    const fault = new EngineUnavailable(this.#engineId, ENDED);
    for (const waiting of this.#waiting.values()) waiting.reject(fault);
    this.#waiting.clear();
  }
}

function methods(worker: Worker, calls: Calls): Pick<RemoteEngine, MethodName> {
  const asking = METHOD_NAMES.map((method) => [
    method,
    (...args: readonly unknown[]) => calls.ask(method, args),
  ]);
  const remote = Object.fromEntries(asking) as Pick<RemoteEngine, MethodName>;
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= remote.close().finally(() => worker.terminate());
    return closed;
  };
  return {
    ...remote,
    readTables: async (seatIds) =>
      unpackTables((await calls.ask('readTables', [seatIds])) as PackedTable[]),
    readLedger: async (scope) =>
      unpackLedger((await calls.ask('readLedger', [scope])) as PackedLedger),
    close,
  };
}

function errorOf({ name, message, engineId, stack }: Fault): Error {
  if (name === 'SeatUnknown') return new SeatUnknown(message);
  if (engineId !== null) return new EngineUnavailable(engineId, message);
  const error = new Error(message);
  if (stack !== null) error.stack = stack;
  error.name = name;
  return error;
}
