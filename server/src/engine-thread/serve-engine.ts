// Inside an engine's thread: answers calls, each as soon as it is done, over the engine that it is
// given. It holds the purchase strategies, because a function cannot cross threads.
import { parentPort } from 'node:worker_threads';
import type { Order, Scope, Strategy } from '@worldseat/schema/domain';
import { EngineUnavailable, type Engine } from '../engines/engine.ts';
import type { Log } from '../log.ts';
import { PURCHASES } from '../purchase/index.ts';
import { packLedger, packTables } from './columns.ts';
import type {
  Call,
  CallAnswer,
  EngineFacts,
  Fault,
  MethodName,
  ThreadMessage,
} from './messages.ts';
import { Outbox } from './outbox.ts';
import { TableCounter } from './table-counter.ts';

type Methods = Record<MethodName, (...args: readonly unknown[]) => Promise<unknown>>;

const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

/** Answers that came up while the loop went through what had arrived go out together. */
const outbox = new Outbox<CallAnswer>({
  post: (answers) => tell({ kind: 'answers', answers }),
  refuse: ({ call }, error) =>
    tell({ kind: 'answers', answers: [{ kind: 'fault', call, fault: faultOf(error) }] }),
  soon: (run) => void setImmediate(run),
});

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
    const counter = new TableCounter((seatIds) => engine.readTables(seatIds));
    parentPort?.on('message', (calls: readonly Call[]) => {
      for (const call of calls) void answer({ engine, counter }, call);
    });
    tell({ kind: 'opened', facts: factsOf(engine) });
  } catch (error) {
    tell({ kind: 'refused', fault: faultOf(error) });
  }
}

interface Served {
  readonly engine: Engine;
  readonly counter: TableCounter;
}

async function answer(served: Served, asked: Call): Promise<void> {
  const { call } = asked;
  try {
    outbox.put({ kind: 'value', call, value: await perform(served, asked) });
  } catch (error) {
    outbox.put({ kind: 'fault', call, fault: faultOf(error) });
  }
}

function perform({ engine, counter }: Served, { method, args }: Call): Promise<unknown> {
  if (method === 'run') {
    const [order, strategy] = args as [Order, Strategy];
    return engine.run(order, PURCHASES[strategy]);
  }
  if (method === 'readTables') {
    const [seatIds] = args as [readonly string[]];
    return engine.readTables(seatIds).then(packTables);
  }
  if (method === 'readLedger') {
    const [scope] = args as [Scope];
    return engine.readLedger(scope).then(packLedger);
  }
  if (method === 'countSold') return counter.count();
  if (method === 'setCounted') {
    const [scope] = args as [Scope];
    counter.set(scope);
    return Promise.resolve();
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
