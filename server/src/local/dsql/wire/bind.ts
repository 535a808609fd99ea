// A Bind message taken apart and put together anew: the client's parameters for a statement of the
// gateway's own.
import { frame, text, type Frame } from './frame.ts';
import { bindMessage } from './read.ts';

export interface Parameters {
  /** Format codes as the message has them: none, one for all, or one each. 1: binary. */
  readonly formats: readonly number[];
  readonly values: readonly (Buffer | null)[];
}

export const NO_PARAMETERS: Parameters = { formats: [], values: [] };

export function parametersOf(message: Frame): Parameters {
  const { bytes } = message;
  const { portal, statement } = bindMessage(message);
  let at = 5 + Buffer.byteLength(portal) + 1 + Buffer.byteLength(statement) + 1;
  const formatCount = bytes.readUInt16BE(at);
  at += 2;
  const formats = Array.from({ length: formatCount }, (_, index) =>
    bytes.readUInt16BE(at + index * 2),
  );
  at += formatCount * 2;
  const count = bytes.readUInt16BE(at);
  at += 2;
  const values: (Buffer | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    const length = bytes.readInt32BE(at);
    at += 4;
    values.push(length === -1 ? null : bytes.subarray(at, at + length));
    at += Math.max(0, length);
  }
  return { formats, values };
}

/** Whether a parameter comes in binary. @param index from 0 */
export function isBinary({ formats }: Parameters, index: number): boolean {
  return (formats.length === 1 ? formats[0] : formats[index]) === 1;
}

/** A Bind whose rows come back as text. */
export function bind(statement: string, { formats, values }: Parameters, portal = ''): Buffer {
  const lengths = values.flatMap((value) => [int32(value?.length ?? -1), value ?? EMPTY]);
  return frame(
    'B',
    text(portal),
    text(statement),
    ...[formats.length, ...formats, values.length].map(int16),
    ...lengths,
    int16(0),
  );
}

const EMPTY = Buffer.alloc(0);

function int16(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** The columns of a DataRow that came as text. */
export function rowTexts({ bytes }: Frame): (string | null)[] {
  const count = bytes.readUInt16BE(5);
  const columns: (string | null)[] = [];
  let at = 7;
  for (let index = 0; index < count; index += 1) {
    const length = bytes.readInt32BE(at);
    at += 4;
    columns.push(length === -1 ? null : bytes.toString('utf8', at, at + length));
    at += Math.max(0, length);
  }
  return columns;
}
