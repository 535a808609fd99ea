// The child's side: it starts when told, answers questions, and ends when told or when its parent
// is gone. A signal that is meant for all of them, such as Ctrl-C or a service manager's SIGTERM, is
// left to the parent, which stops its children in order. Anything uncaught ends it: the parent
// starts it again.
import { CLOSE_LIMIT_MS, reasonOf, type FromChild, type Talk, type ToChild } from './talk.ts';

export interface Service<T extends Talk> {
  readonly ready: T['ready'];
  answer(question: T['question']): T['answer'];
  /** @param limitMs for what is under way; 0: at once */
  close(limitMs: number): Promise<void>;
}

/** To be called once, by the file that the child process was started with. */
export function serveParent<T extends Talk>(
  open: (settings: T['start'], onFault: (message: string) => void) => Promise<Service<T>>,
): void {
  let service: Service<T> | null = null;

  const start = async (settings: T['start']): Promise<void> => {
    try {
      service = await open(settings, (message) => send<T>({ type: 'fault', message }));
      send<T>({ type: 'ready', ready: service.ready });
    } catch (error) {
      fail(error);
    }
  };
  const end = async (limitMs: number): Promise<never> => {
    await service?.close(limitMs);
    process.exit(0);
  };
  process.on('message', (message: ToChild<T>) => {
    if (message.type === 'start') void start(message.settings);
    else if (message.type === 'stop') void end(CLOSE_LIMIT_MS);
    else send<T>(answerTo(service, message));
  });
  // The parent is gone and perhaps started anew already: ports are let go without waiting.
  process.on('disconnect', () => void end(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => undefined);
  }
  process.on('uncaughtException', (error) => {
    console.error(error);
    fail(error);
  });
}

function answerTo<T extends Talk>(
  service: Service<T> | null,
  { id, question }: Extract<ToChild<T>, { type: 'question' }>,
): FromChild<T> {
  if (service === null) return { type: 'refusal', id, reason: 'it is not ready yet' };
  try {
    return { type: 'answer', id, answer: service.answer(question) };
  } catch (error) {
    return { type: 'refusal', id, reason: reasonOf(error) };
  }
}

function fail(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  send({ type: 'failed', reason: reasonOf(error), code }, () => process.exit(1));
}

function send<T extends Talk>(message: FromChild<T>, sent: () => void = () => undefined): void {
  if (process.connected && process.send !== undefined) {
    process.send(message, undefined, undefined, sent);
  } else sent();
}
