// The command line of `npm run lab`, read once. Whatever is wrong with it is one sentence.
import { parseArgs } from 'node:util';
import { SCENARIOS, STRATEGIES, type Scenario, type Strategy } from '@worldseat/schema/domain';
import { EXIT_WORDS } from '../lib/exit-codes.ts';
import { serverUrl } from '../lib/server-url.ts';
import { UsageError } from '../lib/usage-error.ts';

export const USAGE = `Usage:
  npm run lab                              every engine, strategy and scenario; writes docs/LAB.md
    --engines dsql,postgres                only these engines
    --strategies NAIVE,CONDITIONAL         only these strategies
    --scenarios ONE_SEAT,FAN_LIMIT         only these scenarios
    --buyers 60                            buyers of each cell; default 60
    --seed 1                               plans the same buyers again; default 1
    --write, --no-write                    docs/LAB.md; written by default of the whole matrix only
    --url http://127.0.0.1:4000            a server that runs already; default: one of its own
Exit code 0 when the run shows every claim it has the cells for, 1 when not.
${EXIT_WORDS}`;

export interface Arguments {
  /** Null: a server of its own, in a temporary folder. */
  readonly url: string | null;
  /** Null: all. */
  readonly engines: readonly string[] | null;
  readonly strategies: readonly Strategy[] | null;
  readonly scenarios: readonly Scenario[] | null;
  readonly buyers: number;
  readonly seed: number;
  readonly write: boolean;
}

/** Ranges and engines are the server's to judge; it says what is allowed. @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const values = parse(args);
  const engines = list(values['engines']);
  const strategies = names('--strategies', list(values['strategies']), STRATEGIES);
  const scenarios = names('--scenarios', list(values['scenarios']), SCENARIOS);
  const isWhole = engines === null && strategies === null && scenarios === null;
  return {
    url: address(values['url']),
    engines,
    strategies,
    scenarios,
    buyers: whole('--buyers', values['buyers'] ?? '60'),
    seed: whole('--seed', values['seed'] ?? '1'),
    write: values['no-write'] !== true && (isWhole || values['write'] === true),
  };
}

const OPTIONS = {
  url: { type: 'string' },
  engines: { type: 'string' },
  strategies: { type: 'string' },
  scenarios: { type: 'string' },
  buyers: { type: 'string' },
  seed: { type: 'string' },
  write: { type: 'boolean' },
  'no-write': { type: 'boolean' },
} as const;

type Values = Readonly<Record<string, string | boolean | undefined>>;

function parse(args: readonly string[]): Values {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function address(given: string | boolean | undefined): string | null {
  if (given === undefined) return null;
  const url = serverUrl(String(given));
  if (url !== null) return url;
  throw new UsageError(`--url must be as in http://127.0.0.1:4000, not "${given}"`);
}

function list(given: string | boolean | undefined): readonly string[] | null {
  return given === undefined ? null : String(given).split(',');
}

function names<Name extends string>(
  option: string,
  given: readonly string[] | null,
  known: readonly Name[],
): readonly Name[] | null {
  const unknown = given?.find((name) => !known.some((each) => each === name));
  if (unknown !== undefined) {
    throw new UsageError(`${option} takes ${known.join(', ')}, not "${unknown}"`);
  }
  return given === null ? null : known.filter((name) => given.includes(name));
}

function whole(option: string, given: string | boolean): number {
  if (/^\d{1,10}$/.test(String(given))) return Number(given);
  throw new UsageError(`${option} takes a whole number, not "${given}"`);
}
