// The client's end of a session: what is written during one turn goes out as one piece, and a
// client that reads slowly holds PostgreSQL back instead of filling memory.
import type { TLSSocket } from 'node:tls';

/** Answers to Parse, Bind, Close and Describe: true whatever the statement comes to. */
const PRELUDE = ['1', '2', '3', 't', 'T', 'n'].map((type) => type.charCodeAt(0));

export class ClientEnd {
  readonly #socket: TLSSocket;
  readonly #onFull: (full: boolean) => void;
  #waiting: Buffer[] = [];
  #holding = false;

  /** @param onFull told when the client does not keep up, and when it has caught up */
  constructor(socket: TLSSocket, onFull: (full: boolean) => void) {
    this.#socket = socket;
    this.#onFull = onFull;
    socket.on('drain', () => onFull(false));
  }

  /** One message each; sent with the next flush. */
  write(...messages: readonly Buffer[]): void {
    this.#waiting.push(...messages);
  }

  /** From now on nothing is sent: a COMMIT still decides what is true. */
  hold(): void {
    this.flush();
    this.#holding = true;
  }

  /** What was held is to be sent. */
  release(): void {
    this.#holding = false;
  }

  /** The results that were held are not true; what prepared the statement is. */
  retract(): void {
    if (!this.#holding) return;
    this.#holding = false;
    this.#waiting = this.#waiting.filter((message) => PRELUDE.includes(message[0] ?? 0));
  }

  flush(): void {
    if (this.#waiting.length === 0 || this.#holding) return;
    const [first] = this.#waiting;
    const bytes =
      this.#waiting.length === 1 && first !== undefined ? first : Buffer.concat(this.#waiting);
    this.#waiting = [];
    if (!this.#socket.write(bytes)) this.#onFull(true);
  }

  /** Sends what is waiting, then ends the connection. */
  end(): void {
    this.flush();
    this.#socket.end();
  }

  /** Ends it at once: what is waiting is lost. */
  cut(): void {
    this.#waiting = [];
    this.#socket.destroy();
  }
}
