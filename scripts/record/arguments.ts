// The command line of `npm run record`, read once. Whatever is wrong with it is one sentence.
import { parseArgs } from 'node:util';
import { RECORDING_LIMITS } from '@worldseat/schema/history';
import { serverUrl } from '../lib/server-url.ts';

export const USAGE = `Usage:
  npm run record -- --out FILE [ID …]      bursts by id; without ids, the latest of every engine
    --url http://127.0.0.1:4000            the server that has them
    --title "The talk"                     default: what the first burst was
    --js                                   a script that registers it, for decks on a disk (file:)
    --html                                 one page with everything in it
Exit code: 0 written, 64 wrong usage, 69 the server refused or does not answer, 70 a fault of this
program, 73 the file cannot be written.`;

export type RecordFormat = 'ndjson' | 'js' | 'html';

export interface Arguments {
  readonly url: string;
  readonly ids: readonly string[];
  readonly out: string;
  readonly format: RecordFormat;
  /** Null: the server chooses. */
  readonly title: string | null;
}

/**
 * USAGE: the command line is wrong. REFUSED: the server has no such bursts, or does not answer.
 * UNWRITABLE: the file cannot be made.
 */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly code: 'USAGE' | 'REFUSED' | 'UNWRITABLE';

  constructor(code: RecordError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** @throws RecordError USAGE */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const { url = 'http://127.0.0.1:4000', out, title = null, js = false, html = false } = values;
  if (out === undefined) throw new RecordError('USAGE', '--out FILE is needed');
  if (js && html) throw new RecordError('USAGE', '--js and --html are two different files');
  const server = serverUrl(url);
  if (server === null) {
    throw new RecordError('USAGE', `--url must be as in http://127.0.0.1:4000, not "${url}"`);
  }
  const format = js ? 'js' : html ? 'html' : 'ndjson';
  if (title !== null && title.length > RECORDING_LIMITS.titleLength) {
    const words = `--title has at most ${RECORDING_LIMITS.titleLength} characters`;
    throw new RecordError('USAGE', words);
  }
  return { url: server, ids: [...new Set(positionals)], out, format, title };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        out: { type: 'string' },
        title: { type: 'string' },
        js: { type: 'boolean' },
        html: { type: 'boolean' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new RecordError('USAGE', words, error);
  }
}
