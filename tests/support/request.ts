// HTTP as a hostile or clumsy client speaks it: any method, path, header and body, as they are.
import { request as open, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

export interface RawRequest {
  readonly method?: string;
  /** Sent as it is, not normalised. Default "/graphql". */
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** @param url of the server, such as http://127.0.0.1:4000 */
export function request(url: string, raw: RawRequest = {}): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  const { method = 'GET', path = '/graphql', headers = {}, body } = raw;
  return new Promise((resolve, reject) => {
    const sending = open({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
