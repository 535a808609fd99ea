// The text of a token taken apart: `host/?name=value&…`, a presigned GET without its scheme. Only
// the form is judged here; nothing that it says is believed.

export interface PresignedRequest {
  readonly host: string;
  /** Decoded; no name occurs twice. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** @returns 'MALFORMED': no presigned request; 'REPEATED': a parameter occurs twice */
export function parsePresignedRequest(text: string): PresignedRequest | 'MALFORMED' | 'REPEATED' {
  // Some AWS libraries write no slash before the question mark; both sign the path "/".
  const [, host, query] = /^([A-Za-z0-9.:_-]{1,255})\/?\?([\x21-\x7e]+)$/.exec(text) ?? [];
  if (host === undefined || query === undefined) return 'MALFORMED';
  const parameters = new Map<string, string>();
  for (const part of query.split('&')) {
    const pair = decodePair(part);
    if (pair === null) return 'MALFORMED';
    if (parameters.has(pair.name)) return 'REPEATED';
    parameters.set(pair.name, pair.value);
  }
  return { host, parameters };
}

function decodePair(part: string): { name: string; value: string } | null {
  const at = part.indexOf('=');
  if (at < 1) return null;
  try {
    const [name, value] = [part.slice(0, at), part.slice(at + 1)].map(decodeURIComponent);
    return name === undefined || value === undefined ? null : { name, value };
  } catch {
    // A percent sign that is followed by no two digits, or bytes that are no UTF-8.
    return null;
  }
}
