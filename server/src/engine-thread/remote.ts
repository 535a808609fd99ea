// Opens an engine in a thread of its own and stands for it in the server's thread. Each engine has
// its own event loop, so that the work of one database's client never slows down the other's, and a
// burst never holds up the people who watch it.
import { Worker } from 'node:worker_threads';
import { EngineUnavailable, SeatUnknown } from '../engines/engine.ts';
import type { Log } from '../log.ts';
import {
  METHOD_NAMES,
  type AnswerMessage,
  type CallMessage,
  type EngineFacts,
  type EngineSettings,
  type Fault,
  type MethodName,
  type RemoteEngine,
} from './messages.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** @throws EngineUnavailable and whatever the engine refuses to open with */
export async function openEngineThread(settings: EngineSettings, log: Log): Promise<RemoteEngine> {
  const worker = new Worker(new URL('./bootstrap.mjs', import.meta.url), { workerData: settings });
  const calls = new Map<number, Waiting>();
  const facts = await new Promise<EngineFacts>((resolve, reject) => {
    worker.on('message', (answer: AnswerMessage) => {
      if (answer.kind === 'opened') resolve(answer.facts);
      else if (answer.kind === 'refused') reject(errorOf(answer.fault));
      else if (answer.kind === 'log') log[answer.level](answer.fields, answer.message);
      else settle(calls, answer);
    });
    // A thread that dies takes the process with it: nothing may be swallowed.
    worker.once('error', (error) => {
      reject(error);
      throw error;
    });
  }).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  return { ...facts, ...methods(worker, calls) };
}

function settle(
  calls: Map<number, Waiting>,
  answer: Extract<AnswerMessage, { kind: 'value' | 'fault' }>,
): void {
  const waiting = calls.get(answer.call);
  calls.delete(answer.call);
  if (answer.kind === 'value') waiting?.resolve(answer.value);
  else waiting?.reject(errorOf(answer.fault));
}

function methods(worker: Worker, calls: Map<number, Waiting>): Pick<RemoteEngine, MethodName> {
  let last = 0;
  const ask = (method: MethodName, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      calls.set(last, { resolve, reject });
      worker.postMessage({ call: last, method, args } satisfies CallMessage);
    });
  const asking = METHOD_NAMES.map((method) => [
    method,
    (...args: readonly unknown[]) => ask(method, args),
  ]);
  const remote = Object.fromEntries(asking) as Pick<RemoteEngine, MethodName>;
  const close = async () => {
    await remote.close();
    await worker.terminate();
  };
  return { ...remote, close };
}

function errorOf({ name, message, engineId, stack }: Fault): Error {
  if (name === 'SeatUnknown') return new SeatUnknown(message);
  if (engineId !== null) return new EngineUnavailable(engineId, message);
  const error = new Error(message);
  if (stack !== null) error.stack = stack;
  error.name = name;
  return error;
}
