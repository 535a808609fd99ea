// One client's own connection to PostgreSQL, over its private Unix socket: messages go out, and
// each ReadyForQuery that comes back ends one step, in order. It knows nothing of transactions.
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { serialize } from 'pg-protocol';
import type { PostgresAddress } from '../catalog/roles.ts';
import { FrameReader, type Frame } from '../wire/frame.ts';
import { transactionStatus, type TransactionStatus } from '../wire/read.ts';

/** Gets a step's messages, but for the ReadyForQuery. */
export type Sink = (frame: Frame) => void;

interface Step {
  readonly sink: Sink;
  readonly done: (status: TransactionStatus) => void;
  readonly failed: (error: Error) => void;
}

/** PostgreSQL ended the connection. */
export class BackendGone extends Error {
  override readonly name = 'BackendGone';
  readonly code = 'BACKEND_GONE';
}

export interface BackendEvents {
  /** Messages that belong to no step: settings that changed, a last word before the end. */
  readonly onStray: Sink;
  /** One read has been handed out, and more is to come. */
  readonly onBatch: () => void;
  readonly onClose: () => void;
}

export class Backend {
  readonly #socket: Socket;
  readonly #events: BackendEvents;
  readonly #reader = new FrameReader(Infinity);
  readonly #steps: Step[] = [];
  #closed = false;

  private constructor(socket: Socket, events: BackendEvents) {
    this.#socket = socket;
    this.#events = events;
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => this.#close());
  }

  /**
   * Connects and logs in; PostgreSQL's messages up to its first ReadyForQuery go to the sink.
   * @throws BackendGone
   */
  static async open(
    { socketDir, port }: PostgresAddress,
    startup: Readonly<Record<string, string>>,
    events: BackendEvents,
    sink: Sink,
  ): Promise<Backend> {
    const socket = connect(join(socketDir, `.s.PGSQL.${port}`));
    const backend = new Backend(socket, events);
    await backend.run([serialize.startup({ ...startup })], sink);
    return backend;
  }

  /** Sends messages that PostgreSQL answers with one ReadyForQuery. @throws BackendGone */
  run(messages: readonly Buffer[], sink: Sink): Promise<TransactionStatus> {
    const answered = this.expect(sink);
    this.send(messages);
    return answered;
  }

  /** One more ReadyForQuery is to come. Call it in the order of the messages. */
  expect(sink: Sink): Promise<TransactionStatus> {
    return new Promise((done, failed) => {
      if (this.#closed) failed(new BackendGone('PostgreSQL ended the connection'));
      else this.#steps.push({ sink, done, failed });
    });
  }

  send(messages: readonly Buffer[]): void {
    const [only] = messages;
    if (only === undefined || this.#closed) return;
    this.#socket.write(messages.length === 1 ? only : Buffer.concat(messages));
  }

  /** For a client that reads slowly: nothing more is taken from PostgreSQL until resumed. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    let unasked = false;
    for (const frame of this.#reader.push(chunk)) {
      const step = this.#steps[0];
      if (step === undefined) {
        unasked = true;
        this.#events.onStray(frame);
      } else if (isStray(frame)) this.#events.onStray(frame);
      else if (frame.type !== 'Z') step.sink(frame);
      else {
        this.#steps.shift();
        step.done(transactionStatus(frame));
      }
    }
    // Who waited for the last step has something to add, and sends it in the same piece.
    if (unasked || this.#steps.length > 0) this.#events.onBatch();
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const gone = new BackendGone('PostgreSQL ended the connection');
    for (const { failed } of this.#steps.splice(0)) failed(gone);
    this.#events.onClose();
  }
}

/** NotificationResponse: nobody listens. */
const isStray = ({ type }: Frame): boolean => type === 'A';
