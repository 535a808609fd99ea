// One GraphQL request over HTTP, as any client would send it. Waits as long as the server works.
import { request as send } from 'node:http';

/** @throws Error with the server's own words when the answer has errors */
export async function request<Data>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const text = await post(`${url}/graphql`, JSON.stringify({ query, variables }));
  const answer = JSON.parse(text) as { data?: Data | null; errors?: { message: string }[] };
  const [error] = answer.errors ?? [];
  if (error !== undefined) throw new Error(error.message);
  if (answer.data === undefined || answer.data === null) throw new Error(`No data: ${text}`);
  return answer.data;
}

/** node:http rather than fetch: fetch gives up when an answer takes more than five minutes. */
function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
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
