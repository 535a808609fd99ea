// What a subscription says of an event, as text: worked out once for everyone who asked just the same
// and is told of the same batch. Only the number of the event is each viewer's own, and is put in
// last. Nobody has an identity here, so document, variables and name of the operation are the whole
// question; whoever may ask it was settled before. An answer with errors is never shared.
import type { SeatBatchView, SeatStatusView } from '@worldseat/schema/services';
import { execute, type DocumentNode, type ExecutionArgs, type ExecutionResult } from 'graphql';

/** A message but for its beginning, which says whose it is. */
export interface Message {
  readonly start: string;
  /** The same bytes for everyone; usually nearly all of it. */
  readonly rest: Buffer;
}

/** @returns null when the answer must not be shared */
export type MessageOf = (event: unknown) => Message | null;

/** A message that the number is still to be put into: behind each of `starts`. */
interface Numberless {
  readonly starts: readonly string[];
  readonly rest: Buffer;
}

/** Answers that are kept with a batch; whoever asks yet another question is answered alone. */
export const MAX_SHARED_ANSWERS = 32;

/** Stands where the number belongs: no other field of an event is negative, and none so low. */
const ANY_NUMBER = -2_147_483_648;

export class SharedMessages {
  /** Of each operation, by its key. They are forgotten with their batch. */
  readonly #ofBatch = new WeakMap<SeatBatchView, Map<string, Numberless | null>>();
  readonly #documentIds = new WeakMap<DocumentNode, number>();
  #documents = 0;

  forOperation(args: ExecutionArgs): MessageOf {
    const key = this.#keyOf(args);
    return (event) => {
      if (!isOfBatch(event)) return null;
      const message = this.#numberless(args, key, event.batch);
      return message && numbered(message, event.sequence);
    };
  }

  #numberless(args: ExecutionArgs, key: string, batch: SeatBatchView): Numberless | null {
    const messages = this.#ofBatch.get(batch) ?? new Map<string, Numberless | null>();
    if (messages.size === 0) this.#ofBatch.set(batch, messages);
    const known = messages.get(key);
    if (known !== undefined) return known;
    if (messages.size >= MAX_SHARED_ANSWERS) return null;
    const message = answer(args, batch);
    messages.set(key, message);
    return message;
  }

  #keyOf({ document, operationName, variableValues }: ExecutionArgs): string {
    const id = this.#documentIds.get(document) ?? (this.#documents += 1);
    this.#documentIds.set(document, id);
    return JSON.stringify([id, operationName ?? null, variableValues ?? null]);
  }
}

function isOfBatch(event: unknown): event is SeatStatusView & { readonly batch: SeatBatchView } {
  return typeof event === 'object' && event !== null && 'batch' in event && Boolean(event.batch);
}

function numbered({ starts, rest }: Numberless, sequence: number): Message {
  let start = '';
  for (const piece of starts) start += piece + String(sequence);
  return { start, rest };
}

/** Null: with errors, or not there at once. Then each viewer asks for itself. */
function answer(args: ExecutionArgs, batch: SeatBatchView): Numberless | null {
  const result = execute({ ...args, rootValue: batch.numbered(ANY_NUMBER) });
  if (!('then' in result)) return result.errors === undefined ? write(result) : null;
  // Who asks for itself meets the same fault.
  result.then(undefined, () => undefined);
  return null;
}

/** As graphql-ws writes it. Of the one event in the answer, a field may hold the number. */
function write({ data }: ExecutionResult): Numberless | null {
  const [[name, event] = ['', null]] = Object.entries(data ?? {});
  if (typeof event !== 'object' || event === null) return null;
  const starts: string[] = [];
  let piece = `,"type":"next","payload":{"data":{${JSON.stringify(name)}:`;
  for (const [at, [field, value]] of Object.entries(event).entries()) {
    piece += `${at === 0 ? '{' : ','}${JSON.stringify(field)}:`;
    if (value !== ANY_NUMBER) {
      piece += JSON.stringify(value);
      continue;
    }
    starts.push(piece);
    piece = '';
  }
  return { starts, rest: Buffer.from(`${piece}}}}}`) };
}
