// The parent's side of one child process: spawned at once, so that it loads its code while what it
// needs is still being made; started when told. It knows nothing of restarts.
import type { ChildProcess } from 'node:child_process';
import { forkTypeScript } from './fork-typescript.ts';
import type { FromChild, Talk, ToChild } from './talk.ts';

const START_LIMIT_MS = 30_000;
const ANSWER_LIMIT_MS = 10_000;
/** A process that does not end by itself in this time is killed. */
const STOP_LIMIT_MS = 5_000;
/** The rest of a child's standard error is not worth a log line. */
const MAX_FAULT_LENGTH = 4_000;

export interface Child<T extends Talk> {
  readonly pid: number;
  /** Resolves when the process has ended, wanted or not: "exit status 1", "SIGKILL". */
  readonly ended: Promise<string>;
  /** To be called once. @throws ChildFailed; Error when it ends or says nothing in 30 s */
  start(settings: T['start']): Promise<T['ready']>;
  /** @throws Error when it refuses, ends, or says nothing in 10 s */
  ask(question: T['question']): Promise<T['answer']>;
  /** Resolves when it has ended: in order, or killed after 5 s. Can be called at any time. */
  stop(): Promise<void>;
}

/** The process said why it cannot start. */
export class ChildFailed extends Error {
  override readonly name = 'ChildFailed';
  /** Of the child's own error, such as EADDRINUSE; null where it has none. */
  readonly code: string | null;

  constructor(reason: string, code: string | null) {
    super(reason);
    this.code = code;
  }
}

/**
 * @param entry a TypeScript file that calls serveParent
 * @param onFault gets what the process reports, and what it writes to its standard error
 */
export function spawnChild<T extends Talk>(
  entry: URL,
  onFault: (message: string) => void,
): Child<T> {
  const child = forkTypeScript(entry);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    onFault(text.trim().slice(0, MAX_FAULT_LENGTH));
  });
  const ended = endOf(child);
  const questions = new Questions<T>(child, ended);
  child.on('message', (message: FromChild<T>) => {
    if (message.type === 'fault') onFault(message.message);
    else if (message.type === 'answer' || message.type === 'refusal') questions.settle(message);
  });
  return {
    pid: child.pid ?? 0,
    ended,
    start: (settings) => start(child, ended, settings),
    ask: (question) => questions.ask(question),
    stop: () => stop(child, ended),
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (status, signal) => resolve(signal ?? `exit status ${String(status)}`));
    // A process that could not be spawned has no exit; one that runs may have this error too.
    child.on('error', (error) => {
      if (child.pid === undefined) resolve(error.message);
    });
  });
}

function start<T extends Talk>(
  child: ChildProcess,
  ended: Promise<string>,
  settings: T['start'],
): Promise<T['ready']> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`it was not ready after ${START_LIMIT_MS} ms`));
    }, START_LIMIT_MS);
    const hear = (message: FromChild<T>) => {
      if (message.type === 'ready') resolve(message.ready);
      else if (message.type === 'failed') reject(new ChildFailed(message.reason, message.code));
      else return;
      clearTimeout(limit);
      child.off('message', hear);
    };
    child.on('message', hear);
    void ended.then((how) => {
      clearTimeout(limit);
      reject(new Error(endedBeforeReady(how)));
    });
    say<T>(child, { type: 'start', settings });
  });
}

export const endedBeforeReady = (how: string): string => `it ended before it was ready (${how})`;

interface Asking<Answer> {
  resolve(answer: Answer): void;
  reject(error: Error): void;
  readonly limit: NodeJS.Timeout;
}

/** The questions that wait for an answer. A process that has ended answers none of them. */
class Questions<T extends Talk> {
  readonly #child: ChildProcess;
  readonly #asking = new Map<number, Asking<T['answer']>>();
  #lastId = 0;

  constructor(child: ChildProcess, ended: Promise<string>) {
    this.#child = child;
    void ended.then((how) => {
      for (const id of [...this.#asking.keys()]) this.#refuse(id, `it ended (${how})`);
    });
  }

  ask(question: T['question']): Promise<T['answer']> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => this.#refuse(id, 'it does not answer'), ANSWER_LIMIT_MS);
      this.#asking.set(id, { resolve, reject, limit });
      if (this.#child.connected) say<T>(this.#child, { type: 'question', id, question });
      else this.#refuse(id, 'it has ended');
    });
  }

  settle(message: Extract<FromChild<T>, { type: 'answer' | 'refusal' }>): void {
    if (message.type === 'refusal') this.#refuse(message.id, message.reason);
    else this.#take(message.id)?.resolve(message.answer);
  }

  #refuse(id: number, reason: string): void {
    this.#take(id)?.reject(new Error(reason));
  }

  #take(id: number): Asking<T['answer']> | undefined {
    const asking = this.#asking.get(id);
    this.#asking.delete(id);
    clearTimeout(asking?.limit);
    return asking;
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  say(child, { type: 'stop' });
  await ended;
  clearTimeout(limit);
}

/** A message to a process that is gone is dropped: its end is reported by itself. */
function say<T extends Talk>(child: ChildProcess, message: ToChild<T>): void {
  if (child.connected) child.send(message, () => undefined);
}
