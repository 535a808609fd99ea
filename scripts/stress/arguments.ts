// The command line of `npm run stress`, read once. Whatever is wrong with it is one sentence.
import { parseArgs } from 'node:util';
import { EXIT_WORDS } from '../lib/exit-codes.ts';
import { serverUrl } from '../lib/server-url.ts';
import { UsageError } from '../lib/usage-error.ts';

export const USAGE = `Usage:
  npm run stress                           a server of its own, in a temporary folder
    --url http://127.0.0.1:4000            a server that runs already
    --buyers 8,24,48,60,250,1000           one burst for each number
    --seat A1                              the contested seat; floor: the whole floor on sale
    --seed 1                               plans the same buyers again
Exit code 0 when dsql sells nothing twice and dynamodb does, 1 when not, or when a burst does not
settle. ${EXIT_WORDS}`;

export interface Arguments {
  /** Null: a server of its own. */
  readonly url: string | null;
  readonly buyers: readonly number[];
  /** Null: the whole floor. */
  readonly seat: string | null;
  readonly seed: number;
}

/** Ranges and seats are the server's to judge; it says what is allowed. @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const { url, buyers, seat, seed } = parse(args);
  const origin = url === undefined ? null : serverUrl(url);
  if (url !== undefined && origin === null) {
    throw new UsageError(`--url must be as in http://127.0.0.1:4000, not "${url}"`);
  }
  return {
    url: origin,
    buyers: buyers.split(',').map((each) => whole('--buyers', each, 's between commas')),
    seat: seat === 'floor' ? null : seat,
    seed: whole('--seed', seed),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        buyers: { type: 'string', default: '8,24,48,60,250,1000' },
        seat: { type: 'string', default: 'A1' },
        seed: { type: 'string', default: '1' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function whole(option: string, given: string, more = ''): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new UsageError(
    `${option} takes ${more === '' ? 'a ' : ''}whole number${more}, not "${given}"`,
  );
}
