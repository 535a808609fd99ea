// `npm run witness -- FILE`: judges the file of a burst with no server and no database; see USAGE.
// The finding is worked out from the file alone, by the very functions that the server uses.
import { styleText } from 'node:util';
import type { VerdictResult } from '@worldseat/schema/domain';
import {
  exportHistory,
  HistoryFault,
  readHistory,
  sha256Of,
  witnessInputOf,
} from '@worldseat/schema/history';
import { judge } from '@worldseat/schema/witness';
import { readArguments, USAGE, UsageError, type Arguments } from './witness/arguments.ts';
import { readInput, UnreadableFile } from './witness/read-input.ts';
import { report, type Screen } from './witness/report.ts';

/** From 64 they are those of sysexits.h. A fault of ours must not look like a verdict. */
const EXIT = {
  LINEARIZABLE: 0,
  VIOLATED: 1,
  UNPROVEN: 2,
  usage: 64,
  noHistory: 65,
  unreadable: 66,
  fault: 70,
} as const;

const COLOURS = { LINEARIZABLE: 'green', VIOLATED: 'red', UNPROVEN: 'yellow' } as const;
/** Columns where nobody says how many there are. */
const WIDTH = 100;

function screenOf({ isTTY, columns }: NodeJS.WriteStream): Screen {
  const hasColour = isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const paint = (result: VerdictResult, line: string): string =>
    hasColour ? styleText(['bold', COLOURS[result]], line) : line;
  return { width: isTTY ? columns : WIDTH, paint };
}

async function run({ file, focus, print }: Arguments): Promise<number> {
  const text = await readInput(file);
  const history = readHistory(text);
  if (print !== 'report' && print !== 'json') {
    process.stdout.write(exportHistory(history, print));
    return 0;
  }
  const seat = focus ?? history.header.burst.seatId;
  const finding = judge(witnessInputOf(history), seat ?? undefined);
  if (focus !== null && !history.scope.has(focus)) {
    console.error(`${focus} was not on sale in this burst.`);
  }
  const judged = { history, sha256: sha256Of(text), finding, seat };
  console.log(
    print === 'json' ? JSON.stringify(finding) : report(judged, screenOf(process.stdout)),
  );
  return EXIT[finding.result];
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n${USAGE}`);
    return EXIT.usage;
  }
  if (error instanceof HistoryFault) {
    console.error(`This is not the file of a burst: ${error.message}`);
    return EXIT.noHistory;
  }
  if (error instanceof UnreadableFile) {
    console.error(error.message);
    return EXIT.unreadable;
  }
  console.error(error);
  return EXIT.fault;
}

// Whoever stops reading, such as head, has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  process.exitCode = explain(error);
}
