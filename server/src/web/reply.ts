// Answers over HTTP, with the headers that every answer has. Nothing is ever allowed across
// origins, and no answer is read as another type than the one it names.
import type { ServerResponse } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Headers are set by name here; a reply's own come last. Does nothing if already answered. */
export function send(response: ServerResponse, reply: Reply): void {
  if (response.headersSent) return;
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  const noBody = response.req.method === 'HEAD' || reply.status === 304;
  response.writeHead(reply.status, {
    ...ALWAYS,
    'content-type': reply.type,
    'cache-control': 'no-store',
    ...(reply.status === 304 ? {} : { 'content-length': body.byteLength }),
    ...reply.headers,
  });
  response.end(noBody ? undefined : body);
}

export function jsonReply(status: number, value: object): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function textReply(status: number, body: string): Reply {
  return { status, type: 'text/plain; charset=utf-8', body: `${body}\n` };
}

/** A refusal in the form of a GraphQL answer, so that every client can show its message. */
export function refusal(status: number, code: string, message: string): Reply {
  return jsonReply(status, { errors: [{ message, extensions: { code } }] });
}
