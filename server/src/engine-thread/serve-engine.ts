// Inside an engine's thread: answers calls, each as soon as it is done, over the engine that it is
// given. It holds the purchase strategies, because a function cannot cross threads.
import { parentPort } from 'node:worker_threads';
import type { Order, Strategy } from '@worldseat/schema/domain';
import { EngineUnavailable, type Engine } from '../engines/engine.ts';
import type { Log } from '../log.ts';
import { PURCHASES } from '../purchase/index.ts';
import type { AnswerMessage, CallMessage, EngineFacts, Fault, MethodName } from './messages.ts';
import { soldRows } from './sold-rows.ts';

type Methods = Record<MethodName, (...args: readonly unknown[]) => Promise<unknown>>;

const tell = (message: AnswerMessage) => parentPort?.postMessage(message);

/** Says it in the server's log. */
export const threadLog: Log = {
  info: (fields, message) => tell({ kind: 'log', level: 'info', fields: plain(fields), message }),
  warn: (fields, message) => tell({ kind: 'log', level: 'warn', fields: plain(fields), message }),
  error: (fields, message) => tell({ kind: 'log', level: 'error', fields: plain(fields), message }),
};

/**
 * The first message has the settings; every other one is a call.
 * @param open what it throws refuses the opening
 */
export function serveEngine(open: (settings: never) => Promise<Engine>): void {
  const begin = (settings: unknown) => void serve(() => open(settings as never));
  parentPort?.once('message', begin);
}

async function serve(open: () => Promise<Engine>): Promise<void> {
  try {
    const engine = await open();
    parentPort?.on('message', (call: CallMessage) => void answer(engine, call));
    tell({ kind: 'opened', facts: factsOf(engine) });
  } catch (error) {
    tell({ kind: 'refused', fault: faultOf(error) });
  }
}

async function answer(engine: Engine, message: CallMessage): Promise<void> {
  const { call } = message;
  try {
    tell({ kind: 'value', call, value: await perform(engine, message) });
  } catch (error) {
    tell({ kind: 'fault', call, fault: faultOf(error) });
  }
}

function perform(engine: Engine, { method, args }: CallMessage): Promise<unknown> {
  if (method === 'run') {
    const [order, strategy] = args as [Order, Strategy];
    return engine.run(order, PURCHASES[strategy]);
  }
  if (method === 'readSold') {
    const [seatIds] = args as [readonly string[]];
    return engine.readTables(seatIds).then(soldRows);
  }
  return (engine as unknown as Methods)[method](...args);
}

function factsOf(engine: Engine): EngineFacts {
  const { id, name, consistency, deployment, components, regions, strategies } = engine;
  return { id, name, consistency, deployment, components, regions, strategies };
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), engineId: null, stack: null };
  }
  const { name, message, stack = null } = error;
  if (!(error instanceof EngineUnavailable)) return { name, message, engineId: null, stack };
  return { name, message: error.reason, engineId: error.engineId, stack };
}

/** Log fields as a MessagePort can copy them: errors by their words. */
function plain(fields: object): object {
  const entries = Object.entries(fields) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value instanceof Error ? value.message : value]),
  );
}
