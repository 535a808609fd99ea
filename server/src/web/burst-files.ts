// A burst's file as it was written, byte for byte, and the same in the formats of other checkers.
// A name that is no id of a burst is never looked up.
import { createHash } from 'node:crypto';
import {
  EXPORT_FORMATS,
  exportHistory,
  HistoryFault,
  readHistory,
  textOfHash,
  type ExportFormat,
} from '@worldseat/schema/history';
import type { Services } from '@worldseat/schema/services';
import { BURST_ID } from './burst-id.ts';
import { textReply, type Reply } from './reply.ts';

const FORMATS = ['ndjson', ...EXPORT_FORMATS] as const;
type FileFormat = 'ndjson' | ExportFormat;

const TYPES: Readonly<Record<FileFormat, string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  edn: 'application/edn; charset=utf-8',
  'elle.json': 'application/json; charset=utf-8',
  'ops.jsonl': 'application/x-ndjson; charset=utf-8',
};

interface BurstFile {
  readonly id: string;
  readonly format: FileFormat;
}

/** Null when the path is not below /bursts/ or names the page of a burst, which is the SPA's. */
export async function findBurstFile(
  path: string,
  services: Pick<Services, 'burstFile'>,
): Promise<Reply | null> {
  if (!path.startsWith('/bursts/') || isBurstPage(path)) return null;
  const asked = readName(path.slice('/bursts/'.length));
  if (typeof asked === 'string') return textReply(404, asked);
  const text = await services.burstFile(asked.id);
  if (text === null) {
    return textReply(404, `There is no burst ${asked.id}, or it has no file (yet).`);
  }
  return fileReply(asked, text);
}

/** The page of a burst: /bursts/ and its id, with nothing after it. */
export function isBurstPage(path: string): boolean {
  return path.startsWith('/bursts/') && BURST_ID.test(path.slice('/bursts/'.length));
}

/** What is asked for, or why that can be nothing. */
function readName(name: string): BurstFile | string {
  const format = FORMATS.find((known) => name.endsWith(`.${known}`));
  if (format === undefined) {
    return `A burst is served as ${FORMATS.map((known) => `.${known}`).join(', ')}.`;
  }
  const id = name.slice(0, -format.length - 1);
  if (BURST_ID.test(id)) return { id, format };
  return 'The id of a burst has at most 100 letters, digits, hyphens and underscores.';
}

function fileReply({ id, format }: BurstFile, text: string): Reply {
  const body = format === 'ndjson' ? text : exported(text, format);
  if (body === null) return textReply(500, `The file of burst ${id} is damaged.`);
  // Of the history it is the hash that its first line states, unless the file was changed.
  const tag = createHash('sha256').update(format === 'ndjson' ? textOfHash(body) : body);
  return {
    status: 200,
    type: TYPES[format],
    body,
    headers: {
      etag: `"${tag.digest('hex')}"`,
      'cache-control': 'no-cache',
      'content-disposition': `attachment; filename="${id}.${format}"`,
    },
  };
}

/** Null when the file is no history any more. */
function exported(text: string, format: ExportFormat): string | null {
  try {
    return exportHistory(readHistory(text), format);
  } catch (error) {
    if (error instanceof HistoryFault) return null;
    throw error;
  }
}
