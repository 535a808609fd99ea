// Reads a request's body, up to a limit, and nothing that is compressed: a small body that unfolds
// to a huge one is refused before it is read.
import type { IncomingMessage } from 'node:http';
import { refusal, type Reply } from './reply.ts';

/** The body as text, or the refusal. A connection that breaks rejects. */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<string | Reply> {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    return refusal(415, 'BAD_REQUEST', 'A request body must not be compressed.');
  }
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    return tooLarge(request, limitBytes);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Breaking off an iteration would destroy the socket before the refusal is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limitBytes) return tooLarge(request, limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(request: IncomingMessage, limitBytes: number): Reply {
  // The rest is read and dropped (until the request times out): a connection that is closed on
  // unread bytes is reset, and the refusal would be lost.
  request.resume();
  return refusal(413, 'BODY_TOO_LARGE', `A request body may have ${limitBytes} bytes.`);
}
