// What a client sent, as units to work on one after another: a simple Query, or the messages of the
// extended protocol up to a Sync or a Flush. It reads no more from a client that is far ahead.
import { FrameReader, WireError, type Frame } from '../wire/frame.ts';
import type { Refusal } from '../wire/write.ts';

export type Unit =
  | { readonly kind: 'QUERY'; readonly frame: Frame }
  /** sync: ended by Sync; otherwise by Flush, and more of the same group follows. */
  | { readonly kind: 'EXTENDED'; readonly frames: readonly Frame[]; readonly sync: boolean }
  /** A message that Aurora DSQL does not take. */
  | { readonly kind: 'UNSUPPORTED'; readonly refusal: Refusal }
  | { readonly kind: 'TERMINATE' };

const FUNCTION_CALL: Refusal = { code: '0A000', message: 'unsupported message: FunctionCall' };
/** Of a COPY, which was refused: PostgreSQL ignores them too. */
const COPY_MESSAGES = 'dcf';
const GROUPED = 'PBDEC';

/** Further bytes stay with the operating system, and so with the client. */
const MAX_WAITING_BYTES = 1024 * 1024;
/** Messages of one group; a longer one is cut there, as if by a Flush. */
const MAX_GROUP_FRAMES = 10_000;

export class Inbox {
  readonly #reader = new FrameReader();
  readonly #units: Unit[] = [];
  #group: Frame[] = [];
  #waitingBytes = 0;
  #wake: (() => void) | null = null;
  #ended = false;

  /** @returns whether the client may go on sending. @throws WireError */
  push(chunk: Buffer): boolean {
    for (const frame of this.#reader.push(chunk)) this.#take(frame);
    this.#wake?.();
    return this.#waitingBytes < MAX_WAITING_BYTES;
  }

  /** Nothing more will come. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  get hasRoom(): boolean {
    return this.#waitingBytes < MAX_WAITING_BYTES;
  }

  /** The next unit when there is one; null after the end. */
  async next(): Promise<Unit | null> {
    while (this.#units.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = null;
    }
    const unit = this.#units.shift() ?? null;
    if (unit !== null) this.#waitingBytes -= sizeOf(unit);
    return unit;
  }

  #take(frame: Frame): void {
    if (frame.type === 'Q') this.#add({ kind: 'QUERY', frame });
    else if (frame.type === 'X') this.#add({ kind: 'TERMINATE' });
    else if (frame.type === 'S') this.#endGroup(true);
    else if (frame.type === 'H') this.#endGroup(false);
    else if (frame.type === 'F') this.#add({ kind: 'UNSUPPORTED', refusal: FUNCTION_CALL });
    else if (!GROUPED.includes(frame.type)) checkIgnored(frame);
    else {
      this.#group.push(frame);
      if (this.#group.length >= MAX_GROUP_FRAMES) this.#endGroup(false);
    }
  }

  #endGroup(sync: boolean): void {
    this.#add({ kind: 'EXTENDED', frames: this.#group, sync });
    this.#group = [];
  }

  #add(unit: Unit): void {
    this.#units.push(unit);
    this.#waitingBytes += sizeOf(unit);
  }
}

function checkIgnored({ type }: Frame): void {
  if (COPY_MESSAGES.includes(type)) return;
  throw new WireError('MALFORMED', `invalid frontend message type ${type.charCodeAt(0)}`);
}

function sizeOf(unit: Unit): number {
  if (unit.kind === 'TERMINATE' || unit.kind === 'UNSUPPORTED') return 0;
  if (unit.kind === 'QUERY') return unit.frame.bytes.length;
  return unit.frames.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
