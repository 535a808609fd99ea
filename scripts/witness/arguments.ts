// The command line of `npm run witness`, read once. Whatever is wrong with it is one sentence.
import { parseArgs } from 'node:util';
import { EXPORT_FORMATS, type ExportFormat } from '@worldseat/schema/history';
import { UsageError } from '../lib/usage-error.ts';

export const USAGE = `Usage:
  npm run --silent witness -- FILE         judges a burst's history, or each burst of a recording;
                                           - reads standard input
    --focus A1                             the contradiction of this seat first; default: the contested seat
    --json                                 the finding as one line of JSON, as the server works it out;
                                           of a recording one line a burst
    --export ${EXPORT_FORMATS.join('|')}        the history for other checkers, unjudged
Exit code: 0 LINEARIZABLE (or exported), 1 VIOLATED, 2 UNPROVEN (of a recording: the worst of its
bursts), 64 wrong usage, 65 no history, 66 the file cannot be read, 70 a fault of this program.`;

export interface Arguments {
  /** A path, or - for standard input. */
  readonly file: string;
  /** Null: the contested seat of the burst, if it has one. */
  readonly focus: string | null;
  readonly print: 'report' | 'json' | ExportFormat;
}

/** @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError(`one FILE is needed, not ${positionals.length}`);
  }
  const { export: format, json = false, focus = null } = values;
  if (format === undefined) return { file, focus, print: json ? 'json' : 'report' };
  if (json) throw new UsageError('--json and --export are two different answers; choose one');
  const known = EXPORT_FORMATS.find((one) => one === format);
  if (known !== undefined) return { file, focus, print: known };
  throw new UsageError(`--export must be one of ${EXPORT_FORMATS.join(', ')}, not "${format}"`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        focus: { type: 'string' },
        json: { type: 'boolean' },
        export: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
