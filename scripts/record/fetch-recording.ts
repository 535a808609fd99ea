// The recording as the server makes it, or its refusal in its own words.
import { RecordError, type Arguments, type RecordFormat } from './arguments.ts';

const TYPES: Readonly<Record<RecordFormat, string>> = {
  ndjson: 'application/x-ndjson',
  js: 'text/javascript',
  html: 'text/html',
};
/** Characters of a refusal that are repeated; the server's own are shorter. */
const MOST_WORDS = 300;

/** @param ids of bursts. @throws RecordError REFUSED */
export async function fetchRecording(
  { url, format, title }: Pick<Arguments, 'url' | 'format' | 'title'>,
  ids: readonly string[],
): Promise<string> {
  const name = ids.map(encodeURIComponent).join('+');
  const query = title === null ? '' : `?${new URLSearchParams({ title })}`;
  try {
    const reply = await fetch(`${url}/recordings/${name}.${format}${query}`);
    const text = await reply.text();
    if (reply.ok && isOfType(reply, TYPES[format])) return text;
    throw new RecordError('REFUSED', refusalIn(reply, text, url));
  } catch (error) {
    if (error instanceof RecordError) throw error;
    throw new RecordError('REFUSED', `${url} does not answer.`, error);
  }
}

/** Whatever answers there may be another program, and its page is not for a terminal. */
function refusalIn(reply: Response, text: string, url: string): string {
  if (!reply.ok && isOfType(reply, 'text/plain')) return text.trim().slice(0, MOST_WORDS);
  return `What answers at ${url} (HTTP ${reply.status}) is no WorldSeat server.`;
}

const isOfType = ({ headers }: Response, type: string): boolean =>
  headers.get('content-type')?.startsWith(type) === true;
