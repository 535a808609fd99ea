// Where the text of a recording comes from: inside the element, elsewhere in the document, a script
// that registered it, or an address. Only the last asks for anything, and only that address.
import { HistoryFault, readRecording, type Recording } from '@worldseat/schema/history';

/** Scripts made by `npm run record -- --js` and by the server put recordings here, by name. */
type Registry = Readonly<Record<string, unknown>>;

const INLINE = 'script[type="application/x-ndjson"]';

/** No recording, in words that tell the speaker what to do. */
export class NoRecording extends Error {
  override readonly name = 'NoRecording';
  readonly code = 'NO_RECORDING';
}

/**
 * Null: none was asked for. @param replay the attribute; null: only what is inside the element
 * @throws NoRecording
 */
export async function loadRecording(
  host: Element,
  replay: string | null,
): Promise<Recording | null> {
  const text = replay === null ? inside(host) : await find(replay);
  if (text === null) return null;
  try {
    return readRecording(text);
  } catch (error) {
    if (!(error instanceof HistoryFault)) throw error;
    throw new NoRecording(`The recording cannot be read: ${error.message}.`, { cause: error });
  }
}

function inside(host: Element): string | null {
  const script = host.querySelector(`:scope > ${INLINE}`);
  return script === null ? null : textIn(script);
}

/** Without the space around it that only HTML has: it would not match its hash. */
function textIn(script: Element): string {
  return `${script.textContent.trim()}\n`;
}

async function find(replay: string): Promise<string> {
  if (replay.startsWith('#')) {
    const script = document.getElementById(replay.slice(1));
    if (script !== null) return textIn(script);
    throw new NoRecording(`This page has no recording with the id ${replay}.`);
  }
  const registry = (globalThis as { worldSeatRecordings?: Registry }).worldSeatRecordings ?? {};
  const registered = Object.hasOwn(registry, replay) ? registry[replay] : undefined;
  return typeof registered === 'string' ? registered : await download(replay);
}

async function download(address: string): Promise<string> {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url?.protocol === 'file:') {
    throw new NoRecording(
      `A page on a disk may not read ${address}. ` +
        'Make it a script with npm run record -- --js, load that, and name it in replay.',
    );
  }
  const reply = url === null ? null : await fetch(url).catch(() => null);
  if (reply === null) throw new NoRecording(`The recording ${address} could not be fetched.`);
  if (reply.ok) return reply.text();
  throw new NoRecording(`The recording ${address} is not there (${reply.status}).`);
}
