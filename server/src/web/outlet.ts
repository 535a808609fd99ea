// What goes out by one WebSocket. A text that many get is handed to the system as it lies, without a
// copy for each: then the frame around it is written here, behind the back of ws. That is allowed for
// as long as no extension changes frames, and whole frames are written in one go.
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** RFC 6455, section 5.2: the last frame of its message, of text. */
const WHOLE_TEXT = 0x81;
/** Instead of a length, says how many bytes the length takes that follows: two or eight. */
const LENGTH_IN_2 = 126;
const LENGTH_IN_8 = 127;

const NOTHING = Buffer.alloc(0);
const LEFT = Promise.resolve();

export class Outlet {
  readonly socket: WebSocket;
  readonly #stream: Duplex;

  /** @param stream that the socket was made of. @throws TypeError when they agreed on an extension */
  constructor(socket: WebSocket, stream: Duplex) {
    if (socket.extensions !== '') throw new TypeError(`cannot write as ${socket.extensions} does`);
    this.socket = socket;
    this.#stream = stream;
  }

  /** Resolves when the message left, or can no longer leave: then the socket is closing anyway. */
  send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isOpen) this.socket.send(text, () => resolve());
      else resolve();
    });
  }

  /** The same for a message whose end is shared. */
  sendJoined(start: string, rest: Buffer): Promise<void> {
    if (!this.#isOpen) return LEFT;
    const stream = this.#stream;
    stream.cork();
    stream.write(frameOf(start, rest.length));
    stream.write(rest);
    stream.uncork();
    // Nearly always the system takes all of it at once. Else, nothing at all is sent behind it.
    if (stream.writableLength === 0) return LEFT;
    return new Promise((resolve) => stream.write(NOTHING, () => resolve()));
  }

  get #isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }
}

/** The frame of a text, but for the bytes that follow its start. */
function frameOf(start: string, restBytes: number): Buffer {
  const startBytes = Buffer.byteLength(start);
  const bytes = startBytes + restBytes;
  const headBytes = bytes < LENGTH_IN_2 ? 2 : bytes <= 0xffff ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + startBytes);
  frame[0] = WHOLE_TEXT;
  if (headBytes === 2) frame[1] = bytes;
  else if (headBytes === 4) {
    frame[1] = LENGTH_IN_2;
    frame.writeUInt16BE(bytes, 2);
  } else {
    frame[1] = LENGTH_IN_8;
    frame.writeBigUInt64BE(BigInt(bytes), 2);
  }
  frame.write(start, headBytes);
  return frame;
}
