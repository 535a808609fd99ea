// Reads a request's body whole, before anything is done with it.
import type { IncomingMessage } from 'node:http';

/** Larger than any request that is answered: one item (400 kB) or 100 keys. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** The body's text; 'TOO_LARGE' past the limit; 'GONE' when the client left half-way. */
export type Body = { readonly text: string } | 'TOO_LARGE' | 'GONE';

export function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve('TOO_LARGE');
    });
    request.on('end', () => resolve({ text: Buffer.concat(chunks).toString() }));
    // A half-sent request ends in one of these and never in 'end'.
    request.on('error', () => resolve('GONE'));
    request.on('close', () => resolve('GONE'));
  });
}
