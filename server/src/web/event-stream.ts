// The events of one subscription, as results of its operation. What others ask just the same of the
// same event is worked out once and sent as it is; the rest is executed here and handed on. Not a
// generator: return() must reach the source at once, also while a next() waits.
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Message, MessageOf, SharedMessages } from './shared-messages.ts';

/** Resolves when the next one may be sent; never rejects. */
export type SendMessage = (message: Message) => Promise<void>;

type Result = IteratorResult<ExecutionResult, undefined>;

const DONE: Result = { done: true, value: undefined };

/** Subscribes. @returns the events, or why there are none */
export async function openEventStream(
  args: ExecutionArgs,
  messages: SharedMessages,
): Promise<EventStream | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  return new EventStream(args, source[Symbol.asyncIterator](), messages.forOperation(args));
}

export class EventStream implements AsyncIterableIterator<ExecutionResult, undefined> {
  readonly #args: ExecutionArgs;
  readonly #source: AsyncIterator<unknown>;
  readonly #messageOf: MessageOf;
  #send: SendMessage | null = null;
  #ended = false;

  constructor(args: ExecutionArgs, source: AsyncIterator<unknown>, messageOf: MessageOf) {
    this.#args = args;
    this.#source = source;
    this.#messageOf = messageOf;
  }

  /** From now on, what is shared goes out by this, and is not told to who iterates. */
  sendBy(send: SendMessage): void {
    this.#send = send;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Result> {
    try {
      for (;;) {
        const event = await this.#source.next();
        // An event may be under way when the client completes: it hears nothing more.
        if (event.done === true || this.#ended) return DONE;
        const message = this.#send && this.#messageOf(event.value);
        if (this.#send === null || message === null) return await this.#execute(event.value);
        await this.#send(message);
      }
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  async return(): Promise<Result> {
    this.#ended = true;
    await this.#source.return?.();
    return DONE;
  }

  async #execute(event: unknown): Promise<Result> {
    return { done: false, value: await execute({ ...this.#args, rootValue: event }) };
  }
}
