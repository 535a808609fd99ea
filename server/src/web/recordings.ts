// Several bursts as one recording: /recordings/<id>+<id>.ndjson, the same as a script that registers
// it (.js, for decks on a disk) and as a page with everything in it (.html). A burst's own page of
// that kind is /bursts/<id>.html. Names that are no ids of bursts are never looked up.
import { HistoryFault, recordBursts, RECORDING_LIMITS } from '@worldseat/schema/history';
import type { Services } from '@worldseat/schema/services';
import { BURST_ID } from './burst-id.ts';
import { entityTag } from './files.ts';
import { recordingScript } from './recording-script.ts';
import { reportPage } from './report.ts';
import { textReply, type Reply } from './reply.ts';

/** More bursts than a recording may hold are refused before any is read. */
const MAX_BURSTS = RECORDING_LIMITS.bursts;
/** Characters of all their files; reading and hashing more would keep the server from its work. */
const MAX_LENGTH = 50_000_000;
const FORMATS = ['ndjson', 'js', 'html'] as const;
type RecordingFormat = (typeof FORMATS)[number];

interface Asked {
  readonly ids: readonly string[];
  readonly format: RecordingFormat;
  readonly title: string | null;
}

export interface RecordingSources {
  readonly services: Pick<Services, 'burstFile'>;
  /** The built embed; null: it is not built. */
  readonly embedScript: () => string | null;
}

/** Null when the address is not one of these. @param url path and query, as sent */
export async function findRecording(
  url: string,
  { services, embedScript }: RecordingSources,
): Promise<Reply | null> {
  const asked = readAddress(url);
  if (asked === null) return null;
  if (typeof asked === 'string') return textReply(404, asked);
  const files: string[] = [];
  let length = 0;
  for (const id of asked.ids) {
    const file = await services.burstFile(id);
    if (file === null) return textReply(404, `There is no burst ${id}, or it has no file (yet).`);
    files.push(file);
    length += file.length;
    if (length > MAX_LENGTH) return textReply(413, TOO_LONG);
  }
  try {
    return replyOf(asked, recordBursts(files, asked.title), embedScript);
  } catch (error) {
    if (!(error instanceof HistoryFault)) throw error;
    return textReply(500, `These bursts cannot be one recording: ${error.message}`);
  }
}

const TOO_LONG =
  `Together these bursts are larger than ${MAX_LENGTH / 1e6} MB; ` +
  'take fewer, or each one by itself from /bursts/<id>.ndjson.';

/** What is asked for, why that can be nothing, or null: it is another address. */
function readAddress(url: string): Asked | string | null {
  const [path = '', query = ''] = url.split('?', 2);
  const report = /^\/bursts\/(.*)\.html$/.exec(path)?.[1];
  const recording = path.startsWith('/recordings/') ? path.slice('/recordings/'.length) : null;
  if (report === undefined && recording === null) return null;
  const [name, extension] = report === undefined ? splitName(recording ?? '') : [report, 'html'];
  const format = FORMATS.find((known) => known === extension);
  if (format === undefined) {
    return `A recording is served as ${FORMATS.map((known) => `.${known}`).join(', ')}.`;
  }
  const ids = [...new Set(report === undefined ? name.split(/\+|%2[bB]/) : [name])];
  if (!ids.every((id) => BURST_ID.test(id))) {
    return 'The id of a burst has at most 100 letters, digits, hyphens and underscores.';
  }
  if (ids.length > MAX_BURSTS) return `A recording has at most ${MAX_BURSTS} bursts.`;
  const title = new URLSearchParams(query).get('title')?.slice(0, RECORDING_LIMITS.titleLength);
  return { ids, format, title: title ?? null };
}

function splitName(name: string): [name: string, extension: string] {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
}

type Making = (text: string, asked: Asked, embedScript: () => string | null) => Reply;

const MAKINGS: Readonly<Record<RecordingFormat, Making>> = {
  ndjson: (text, asked) => file(asked, 'application/x-ndjson', text),
  js: (text, asked) => file(asked, 'text/javascript', recordingScript(nameOf(asked), text)),
  html: (text, _asked, embedScript) => {
    const script = embedScript();
    if (script === null) return textReply(503, 'The embed is not built; run npm start.');
    const { html, policy } = reportPage(text, script);
    const headers = { 'content-security-policy': `${policy}; frame-ancestors 'self'` };
    return page(html, headers);
  },
};

function replyOf(asked: Asked, text: string, embedScript: () => string | null): Reply {
  return MAKINGS[asked.format](text, asked, embedScript);
}

/** What a deck calls it: the name of the file without its extension. */
const nameOf = ({ ids }: Asked): string => (ids.length === 1 ? (ids[0] ?? '') : 'recording');

function file(asked: Asked, type: string, body: string): Reply {
  const name = `${nameOf(asked)}.${asked.format}`;
  return {
    status: 200,
    type: `${type}; charset=utf-8`,
    body,
    headers: {
      etag: entityTag(body),
      'cache-control': 'no-cache',
      'content-disposition': `attachment; filename="${name}"`,
    },
  };
}

function page(body: string, headers: Readonly<Record<string, string>>): Reply {
  const more = { etag: entityTag(body), 'cache-control': 'no-cache' };
  return { status: 200, type: 'text/html; charset=utf-8', body, headers: { ...headers, ...more } };
}
