// `npm run stress`: breaks one seat with more and more buyers on every engine, through the GraphQL
// API, and prints what the committed ledger says. Exit code 1 if dsql ever oversells or dynamodb never
// does: then the claim of this project is false. See stress/arguments.ts for what can be asked.
import { explain } from './lib/explain.ts';
import { withOwnServer } from './lib/own-server.ts';
import { Refused, request } from './lib/request.ts';
import { readArguments, USAGE, type Arguments } from './stress/arguments.ts';
import { checkClaim, isSettled, type Line } from './stress/claim.ts';

const BREAK_IT = `mutation ($seat: ID, $buyers: Int!, $seed: Int!) {
  breakIt(input: { seat: $seat, buyers: $buyers, seed: $seed }) {
    ... on BreakIt {
      bursts {
        engine { id } state reconciled
        scoreboard {
          confirmed oversold failed indeterminate maxRetries elapsedMs p50Ms p99Ms
        }
      }
    }
    ... on InvalidInputError { message }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message }
  }
}`;

interface Broken {
  readonly breakIt: { readonly bursts?: readonly Line[]; readonly message?: string };
}

function print(buyers: number, line: Line): void {
  const { engine, scoreboard, state } = line;
  const { confirmed, oversold, maxRetries, failed, indeterminate } = scoreboard;
  const ms = (value: number | null) => (value === null ? '-' : value.toFixed(0));
  const columns = [
    engine.id.padEnd(9),
    `c=${buyers}`.padEnd(8),
    `confirmed=${confirmed}`.padEnd(16),
    `oversold=${oversold}`.padEnd(15),
    `maxRetries=${maxRetries}`.padEnd(14),
    `failed=${failed + indeterminate}`.padEnd(10),
    `p50=${ms(scoreboard.p50Ms)}ms p99=${ms(scoreboard.p99Ms)}ms`.padEnd(24),
    isSettled(line) ? '✓ reconciled' : `not reconciled (${state})`,
  ];
  console.log(columns.join(' '));
}

/** @returns the exit code */
async function run(url: string, { buyers: all, seat, seed }: Arguments): Promise<number> {
  const lines: Line[] = [];
  for (const buyers of all) {
    const { breakIt } = await request<Broken>(url, BREAK_IT, { seat, buyers, seed });
    if (breakIt.bursts === undefined) throw new Refused(breakIt.message);
    for (const line of breakIt.bursts) print(buyers, line);
    lines.push(...breakIt.bursts);
  }
  const { isShown, words } = checkClaim(lines);
  for (const each of words) console.log(each);
  return isShown ? 0 : 1;
}

async function main(): Promise<number> {
  try {
    const args = readArguments(process.argv.slice(2));
    const { url } = args;
    return url === null ? await withOwnServer((own) => run(own, args)) : await run(url, args);
  } catch (error) {
    return explain(error, USAGE);
  }
}

process.exitCode = await main();
