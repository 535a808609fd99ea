// A recording from a file or an address of this origin, read and checked whole before anything is
// shown. What is none is refused with the line and the reason.
import {
  HISTORY_LIMITS,
  HistoryFault,
  readRecording,
  type Recording,
} from '@worldseat/schema/history';
import { bytes } from './bytes.ts';

/** What no text within the limit comes to: a film that was dropped is not even read. */
const MAX_FILE_BYTES = 3 * HISTORY_LIMITS.textLength;

export interface OpenedRecording extends Recording {
  /** Of the file, for people. */
  readonly name: string;
}

/** @throws Error in words, when the file is none, or too large */
export async function readFile(file: File): Promise<OpenedRecording> {
  if (file.size > MAX_FILE_BYTES) throw new Error(tooLarge(file.name, file.size));
  return readText(await file.text(), file.name);
}

/**
 * @param src address of the recording, of the page's own origin
 * @param page address that it is relative to
 * @throws Error in words
 */
export async function fetchRecording(src: string, page: string): Promise<OpenedRecording> {
  const url = addressOf(src, page);
  const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
  const reply = await fetch(url).catch(() => {
    throw new Error(`“${name}” could not be fetched: the server cannot be reached.`);
  });
  if (!reply.ok) {
    throw new Error(`“${name}” could not be fetched: ${firstLine(await reply.text())}`);
  }
  const size = Number(reply.headers.get('content-length') ?? 0);
  if (size > MAX_FILE_BYTES) throw new Error(tooLarge(name, size));
  return readText(await reply.text(), name);
}

/** @throws Error unless it is an address of the page's own origin */
export function addressOf(src: string, page: string): URL {
  const url = URL.canParse(src, page) ? new URL(src, page) : null;
  if (url !== null && url.origin === new URL(page).origin) return url;
  throw new Error(
    'A link opens recordings of this server only. Download the file and drop it on the page.',
  );
}

/** @throws Error in words: what is wrong with it, and in which line */
export function readText(text: string, name: string): OpenedRecording {
  try {
    return { ...readRecording(text), name };
  } catch (error) {
    if (!(error instanceof HistoryFault)) throw error;
    throw new Error(`“${name}” ${FAULTS[error.code]} (${error.message}).`, { cause: error });
  }
}

const FAULTS: Readonly<Record<HistoryFault['code'], string>> = {
  NOT_A_HISTORY: 'is no recording of WorldSeat',
  UNKNOWN_VERSION: 'was recorded by a newer WorldSeat',
  MALFORMED: 'is damaged',
  TOO_LARGE: 'is larger than a recording may be',
  UNKNOWN_ORDER: 'answers an order that nobody placed',
};

function tooLarge(name: string, size: number): string {
  return `“${name}” has ${bytes(size)}; a recording has at most ${bytes(MAX_FILE_BYTES)}.`;
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}
