// Starts one process of the embedded DynamoDB and talks to it. It knows nothing of restarts.
import type { ChildProcess } from 'node:child_process';
import { SOURCES } from '../../compiled.mjs';
import { forkTypeScript } from '../supervision/fork-typescript.ts';
import type { ReplicationState } from './cloud.ts';
import type { FromChild, ToChild } from './child-messages.ts';
import type { Faults } from './faults.ts';
import type { ReplicationSettings } from './network.ts';

const START_LIMIT_MS = 20_000;
const ANSWER_LIMIT_MS = 5_000;
/** A process that does not end by itself in this time is killed. */
const STOP_LIMIT_MS = 5_000;

export interface CloudProcessOptions {
  readonly start: Omit<Extract<ToChild, { type: 'start' }>, 'type'>;
  /** Faults that the process reports, and what it writes to its standard error. */
  readonly onFault: (message: string) => void;
}

export interface CloudProcess {
  readonly pid: number;
  /** Region → port. */
  readonly ports: Readonly<Record<string, number>>;
  /** Resolves when the process has ended, wanted or not. */
  readonly ended: Promise<void>;
  /** Changes the settings, or only asks (null). @throws when the process does not answer */
  replication(settings: ReplicationSettings | null): Promise<ReplicationState>;
  /** Changes the faults of one Region's endpoint. @throws when the process does not answer */
  setFaults(region: string, faults: Partial<Faults>): Promise<void>;
  stop(): Promise<void>;
}

/** The process says why it cannot start. */
export class StartFailed extends Error {
  override readonly name = 'StartFailed';
  readonly code = 'START_FAILED';
  /** Another process uses the folder, or it is damaged. */
  readonly storeIsClosed: boolean;

  constructor({ reason, storeIsClosed }: Extract<FromChild, { type: 'failed' }>) {
    super(reason);
    this.storeIsClosed = storeIsClosed;
  }
}

/** Resolves when every front listens. @throws StartFailed, or in words when it says nothing */
export async function startCloudProcess(options: CloudProcessOptions): Promise<CloudProcess> {
  const child = forkChild(options);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const answers = new Map<number, (state: ReplicationState) => void>();
  const ports = await new Promise<Readonly<Record<string, number>>>((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`it was not ready after ${START_LIMIT_MS} ms`));
    }, START_LIMIT_MS);
    child.on('message', (message: FromChild) => {
      if (message.type === 'ready') resolve(message.ports);
      else if (message.type === 'failed') reject(new StartFailed(message));
      else if (message.type === 'fault') options.onFault(message.message);
      else answers.get(message.id)?.(message.state);
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error('it ended before it was ready')));
    void ended.then(() => clearTimeout(limit));
    child.once('message', () => clearTimeout(limit));
    say(child, { type: 'start', ...options.start });
  });
  let lastId = 0;
  return {
    pid: child.pid ?? 0,
    ports,
    ended,
    replication: (settings) =>
      ask(child, answers, { type: 'replication', id: (lastId += 1), settings }),
    setFaults: async (region, faults) => {
      await ask(child, answers, { type: 'faults', id: (lastId += 1), region, faults });
    },
    stop: () => stop(child, ended),
  };
}

function forkChild(options: CloudProcessOptions): ChildProcess {
  const child = forkTypeScript(new URL('local/dynamodb/child.ts', SOURCES));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => options.onFault(text.trim()));
  return child;
}

function ask(
  child: ChildProcess,
  answers: Map<number, (state: ReplicationState) => void>,
  question: Extract<ToChild, { readonly id: number }>,
): Promise<ReplicationState> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(limit);
      answers.delete(question.id);
    };
    const limit = setTimeout(() => {
      finish();
      reject(new Error('the embedded DynamoDB does not answer'));
    }, ANSWER_LIMIT_MS);
    answers.set(question.id, (state) => {
      finish();
      resolve(state);
    });
    say(child, question);
  });
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  say(child, { type: 'stop' });
  await ended;
  clearTimeout(limit);
}

/** A message to a process that is gone is dropped: its end is reported by itself. */
function say(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined);
}
