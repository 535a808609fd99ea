// The text of the file to be judged, up to a limit, or why it cannot be had.
import { constants } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { HISTORY_LIMITS, HistoryFault } from '@worldseat/schema/history';
import { fromCaller } from '../lib/from-caller.ts';

/** Of a text of the greatest length, all of whose characters are long ones; Node holds no longer. */
const MAX_BYTES = Math.min(3 * HISTORY_LIMITS.textLength, constants.MAX_STRING_LENGTH);

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly code = 'UNREADABLE';
}

/** @param file a path, or - for standard input. @throws UnreadableFile, HistoryFault TOO_LARGE */
export async function readInput(file: string): Promise<string> {
  const stream = file === '-' ? process.stdin : createReadStream(fromCaller(file, 'witness'));
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MAX_BYTES) throw tooLarge();
    }
  } catch (error) {
    if (error instanceof HistoryFault) throw error;
    throw new UnreadableFile(`${file} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  // As browsers read a file: a mark of the byte order, which some editors add, is none of the text.
  return new TextDecoder().decode(Buffer.concat(chunks));
}

const tooLarge = (): HistoryFault =>
  new HistoryFault('TOO_LARGE', 0, `at most ${HISTORY_LIMITS.textLength} characters`);

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a folder.';
  if (code === 'EACCES') return 'this user may not read it.';
  return error instanceof Error ? error.message : String(error);
}
