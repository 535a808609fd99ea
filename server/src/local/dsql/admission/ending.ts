// How a stage of admission ends when the next one is not reached. What the client hears is said in
// one place, so that every stage only has to decide.
import type { Socket } from 'node:net';
import { errorResponse, type Refusal } from '../wire/write.ts';

export type Ending =
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal }
  | { readonly kind: 'CANCEL'; readonly processId: number; readonly secretKey: number }
  /** The client closed, broke the connection, or took too long. */
  | { readonly kind: 'GONE' };

export const GONE: Ending = { kind: 'GONE' };

export const refuse = (refusal: Refusal): Ending => ({ kind: 'REFUSED', refusal });

/** Time for the client to read the last words and close. */
const LAST_WORDS_MS = 1_000;

/** Says why, and closes; resolves when the connection is closed. */
export function sayLastWords(socket: Socket, refusal: Refusal): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const limit = setTimeout(() => socket.destroy(), LAST_WORDS_MS);
    socket.once('close', () => {
      clearTimeout(limit);
      resolve();
    });
    socket.end(errorResponse(refusal, 'FATAL'));
    // Reads on, to see the client close; and bytes left unread would turn the close into a reset.
    socket.resume();
  });
}
