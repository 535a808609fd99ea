// PostgreSQL's protocol 3 as frames: a type byte, a length, a body. Cutting a stream into frames
// copies nothing that arrived whole, and never holds more than one message: a longer one ends the
// connection, as on Aurora DSQL.
// Source: https://www.postgresql.org/docs/16/protocol-message-formats.html

/** One whole message. */
export interface Frame {
  /** The type byte as a character: 'Q', 'P', 'B', … */
  readonly type: string;
  /** The message with its header; valid as long as it is not changed. */
  readonly bytes: Buffer;
}

/** Aurora DSQL takes messages of up to 10 MiB. */
export const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;
const HEADER_BYTES = 5;

/** A message that no client of the protocol sends: the connection cannot go on. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly code: 'MESSAGE_TOO_LARGE' | 'MALFORMED';

  constructor(code: WireError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Cuts a stream into frames; holds what is not complete yet. */
export class FrameReader {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #held = 0;
  #needed = HEADER_BYTES;

  /** @param maxBytes of one message; the server's own answers have no limit */
  constructor(maxBytes = MAX_MESSAGE_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** @throws WireError for a message that is too long or has no valid length */
  push(chunk: Buffer): Frame[] {
    this.#parts.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#needed) return [];
    const bytes = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts, this.#held);
    const frames: Frame[] = [];
    let at = 0;
    this.#needed = HEADER_BYTES;
    while (bytes.length - at >= HEADER_BYTES) {
      const size = bytes.readUInt32BE(at + 1) + 1;
      this.#check(size);
      if (bytes.length - at < size) {
        this.#needed = size;
        break;
      }
      frames.push({
        type: String.fromCharCode(bytes[at] ?? 0),
        bytes: bytes.subarray(at, at + size),
      });
      at += size;
    }
    this.#held = bytes.length - at;
    this.#parts = this.#held === 0 ? [] : [bytes.subarray(at)];
    return frames;
  }

  #check(size: number): void {
    if (size < HEADER_BYTES) throw new WireError('MALFORMED', 'invalid message length');
    if (size <= this.#maxBytes) return;
    throw new WireError(
      'MESSAGE_TOO_LARGE',
      `a message of ${size} bytes; ${this.#maxBytes} are allowed`,
    );
  }
}

/** A frame of a type and a body. */
export function frame(type: string, ...body: readonly Buffer[]): Buffer {
  const size = body.reduce((sum, { length }) => sum + length, 0);
  const header = Buffer.allocUnsafe(HEADER_BYTES);
  header.write(type, 0, 'latin1');
  header.writeUInt32BE(size + 4, 1);
  return Buffer.concat([header, ...body], size + HEADER_BYTES);
}

/** A string with its closing zero byte. */
export const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'utf8');
