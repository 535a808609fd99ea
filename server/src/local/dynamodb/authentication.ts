// What of a signature can be checked without the secret: that it is there and has its parts. Every
// key is accepted: this endpoint is on the loopback interface, and holds nothing but tests.
import type { IncomingHttpHeaders } from 'node:http';
import { fault, type WireAnswer } from './wire.ts';

const PARTS = ['Credential', 'Signature', 'SignedHeaders'];

/** Null: it is signed. @param headers as Node gives them, in lower case */
export function wrongSignature(headers: IncomingHttpHeaders): WireAnswer | null {
  const { authorization = '' } = headers;
  if (!authorization.startsWith('AWS4-')) {
    return fault('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  const missing = PARTS.filter((part) => !authorization.includes(`${part}=`));
  const wrong = missing.map((part) => `Authorization header requires '${part}' parameter. `);
  if (headers['x-amz-date'] === undefined && headers.date === undefined) {
    wrong.push(
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ",
    );
  }
  return wrong.length === 0 ? null : fault('IncompleteSignatureException', wrong.join(''));
}
