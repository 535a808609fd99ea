// The conversation of one session: the client on one side, its PostgreSQL connection on the other,
// and the few ways in which the gateway lets them talk.
import { serialize } from 'pg-protocol';
import { bind, rowTexts, type Parameters } from '../wire/bind.ts';
import { commandComplete } from '../wire/write.ts';
import type { Frame } from '../wire/frame.ts';
import { errorFields, type ErrorFields, type TransactionStatus } from '../wire/read.ts';
import type { Backend, Sink } from './backend.ts';
import type { ClientEnd } from './client.ts';
import { RUN, SYNC } from './own-statements.ts';
import { askedFor } from './rebind.ts';
import { answersTo, inDsqlWords } from './replies.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';

/** What PostgreSQL answered to one group of messages. */
export interface Collected {
  readonly frames: readonly Frame[];
  readonly error: ErrorFields | null;
  readonly status: TransactionStatus;
}

/** A statement with its parameters, as the client called it. */
export interface Invocation {
  readonly sql: string;
  readonly types: readonly number[];
  readonly parameters: Parameters;
}

const ignore: Sink = () => undefined;
/** A transaction that is over for its client is over in PostgreSQL within this time. */
const END_WITHIN_MS = 2;
const OWN_NAME = 'occ_own';

export class Line {
  readonly backend: Backend;
  readonly client: ClientEnd;

  /** How its transaction is over, which PostgreSQL has not heard yet. */
  #end: 'commit' | 'rollback' | null = null;
  #ending: NodeJS.Timeout | null = null;

  constructor(backend: Backend, client: ClientEnd) {
    this.backend = backend;
    this.client = client;
  }

  /**
   * Messages that tell PostgreSQL of what it has not heard of: the end of the transaction before,
   * a BEGIN. Send them first, and at once.
   */
  opening(transaction: Transaction | null): Buffer[] {
    const ending = this.#takeEnding();
    if (transaction === null || transaction.begun) return ending;
    transaction.begun = true;
    this.#expectQuietly();
    return [...ending, transaction.readOnly ? RUN.begin_read_only : RUN.begin, SYNC];
  }

  /** The client's messages and PostgreSQL's answers, unchanged but for its errors. */
  async pass(segment: Segment, transaction: Transaction | null): Promise<boolean> {
    let succeeded = true;
    const isAsked = askedFor(segment);
    const sink = (frame: Frame): void => {
      if (!isAsked(frame)) return;
      if (frame.type === 'E') succeeded = false;
      this.answer([frame], tag);
    };
    const tag = segment.statements[0]?.tag ?? null;
    const opening = this.opening(transaction);
    const status = await this.backend.run([...opening, ...messagesOf(segment)], sink);
    if (transaction !== null) transaction.failed = status === 'E';
    return succeeded;
  }

  /** PostgreSQL's answers, kept. @param opening of the same packet */
  async collect(messages: readonly Buffer[], opening: readonly Buffer[] = []): Promise<Collected> {
    const collecting = this.collecting();
    this.backend.send([...opening, ...messages]);
    return collecting;
  }

  /** For messages that are sent by the caller, right after this call. */
  async collecting(): Promise<Collected> {
    const frames: Frame[] = [];
    let error: ErrorFields | null = null;
    const status = await this.backend.expect((frame) => {
      frames.push(frame);
      if (frame.type === 'E') error = errorFields(frame);
    });
    return { frames, error, status };
  }

  /** A statement of the gateway's own, in the client's transaction. */
  async query(
    invocation: Invocation,
  ): Promise<{ rows: (string | null)[][]; collected: Collected }> {
    const { sql: text, types, parameters } = invocation;
    const collected = await this.collect([
      serialize.close({ type: 'S', name: OWN_NAME }),
      serialize.parse({ name: OWN_NAME, text, types: [...types] }),
      // Not the unnamed portal: the client may still fetch from its own.
      bind(OWN_NAME, parameters, OWN_NAME),
      serialize.execute({ portal: OWN_NAME }),
      serialize.close({ type: 'P', name: OWN_NAME }),
      SYNC,
    ]);
    const rows = collected.frames.filter(({ type }) => type === 'D').map(rowTexts);
    return { rows, collected };
  }

  /** Rolls back without waiting for it: PostgreSQL keeps the order. */
  rollBack(): void {
    this.#end = 'rollback';
    this.endNow();
  }

  /**
   * Ends a transaction that holds nothing and has nothing to commit: together with what the client
   * asks next, or soon.
   */
  endSoon(end: 'commit' | 'rollback'): void {
    this.#end = end;
    if (this.#ending !== null) return;
    this.#ending = setTimeout(() => {
      this.#ending = null;
      this.endNow();
    }, END_WITHIN_MS);
  }

  /** What was to end soon, at once. */
  endNow(): void {
    this.backend.send(this.#takeEnding());
  }

  #takeEnding(): Buffer[] {
    if (this.#end === null) return [];
    const end = RUN[this.#end];
    this.#end = null;
    this.#expectQuietly();
    return [end, SYNC];
  }

  /** Gives the client what PostgreSQL answered. @param tag in place of PostgreSQL's, or null */
  answer(frames: readonly Frame[], tag: string | null = null): void {
    for (const frame of frames) {
      if (frame.type === 'E') this.client.write(inDsqlWords(frame));
      else if (frame.type === 'C' && tag !== null) this.client.write(commandComplete(tag));
      else this.client.write(frame.bytes);
    }
  }

  /** Answers in PostgreSQL's place; what the client names, PostgreSQL still has to know. */
  async answerItself(segment: Segment, tag: string): Promise<void> {
    const named = segment.frames.filter(({ type, bytes }) => type === 'P' && bytes[5] !== 0);
    if (named.length > 0) await this.collect([...named.map(({ bytes }) => bytes), SYNC]);
    this.client.write(...answersTo(segment.frames, tag));
  }

  #expectQuietly(): void {
    // Whoever waits for the next answer hears of a connection that ended.
    this.backend.expect(ignore).catch(() => undefined);
  }
}

/** The client's messages as PostgreSQL gets them: a group of the extended protocol ends in Sync. */
export function messagesOf({ frames, simple }: Segment): Buffer[] {
  const messages = frames.map(({ bytes }) => bytes);
  return simple ? messages : [...messages, SYNC];
}

/** What stands before a statement's result: answers to Parse, Bind and Describe. */
export const preludeOf = (frames: readonly Frame[]): Frame[] =>
  frames.filter(({ type }) => '123tTn'.includes(type));
