// One GraphQL request over HTTP, as any client would send it. Waits as long as the server works.
import { request as sendPlain } from 'node:http';
import { request as sendSecure } from 'node:https';

/** Nobody answers at this address, or somebody who is no server of WorldSeat. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'NO_ANSWER';
}

/** The server answered that it cannot do this; the message is its own. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code = 'REFUSED';
}

/** @param url the origin of a server. @throws NoAnswer, Refused */
export async function request<Data>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const text = await post(`${url}/graphql`, JSON.stringify({ query, variables })).catch(
    (error: unknown) => {
      throw new NoAnswer(`${url} does not answer.`, { cause: error });
    },
  );
  const { data = null, errors = [] } = answerIn<Data>(text) ?? {};
  const [error] = errors;
  if (error !== undefined) throw new Refused(error.message);
  if (data === null) throw new NoAnswer(`What answers at ${url} is no WorldSeat server.`);
  return data;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Null: it is none. */
function answerIn<Data>(text: string): Answer<Data> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

/** node:http rather than fetch: fetch gives up when an answer takes more than five minutes. */
function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const send = url.startsWith('https:') ? sendSecure : sendPlain;
    const sent = send(url, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
