// `npm run witness -- FILE`: judges the file of a burst with no server and no database; see USAGE.
// The finding is worked out from the file alone, by the very functions that the server uses.
import { styleText } from 'node:util';
import type { VerdictResult } from '@worldseat/schema/domain';
import {
  exportHistory,
  HistoryFault,
  readRecording,
  sha256Of,
  type History,
  witnessInputOf,
} from '@worldseat/schema/history';
import { judge } from '@worldseat/schema/witness';
import { UsageError } from './lib/usage-error.ts';
import { readArguments, USAGE, type Arguments } from './witness/arguments.ts';
import { readInput, UnreadableFile } from './witness/read-input.ts';
import { recordingHead, takeHead } from './witness/recording-lines.ts';
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

async function run(args: Arguments): Promise<number> {
  const { print } = args;
  const text = await readInput(args.file);
  const recording = readRecording(text);
  const { takes } = recording;
  const [first, ...others] = takes.flatMap(({ histories }) => histories);
  const isOne = first !== undefined && others.length === 0;
  if (print !== 'report' && print !== 'json') {
    if (!isOne)
      throw new UsageError(`--export takes one burst; this is a recording of ${others.length + 1}`);
    process.stdout.write(exportHistory(first, print));
    return 0;
  }
  const sha256 = sha256Of(text);
  if (isOne) return EXIT[judged(first, args, sha256)];
  if (print === 'report') console.log(recordingHead(recording, sha256));
  const results = takes.flatMap(({ label, histories }, index) => {
    if (print === 'report') console.log(`\n${takeHead(index + 1, label)}`);
    return histories.map((history, at) => {
      if (print === 'report' && at > 0) console.log();
      return judged(history, args, null);
    });
  });
  return EXIT[WORST_FIRST.find((result) => results.includes(result)) ?? 'UNPROVEN'];
}

/** Of several bursts, the exit code is that of the worst. */
const WORST_FIRST: readonly VerdictResult[] = ['VIOLATED', 'UNPROVEN', 'LINEARIZABLE'];

/** Prints what there is to say of one burst. */
function judged(
  history: History,
  { focus, print }: Arguments,
  sha256: string | null,
): VerdictResult {
  const seat = focus ?? history.header.burst.seatId;
  const finding = judge(witnessInputOf(history), seat ?? undefined);
  if (focus !== null && !history.scope.has(focus)) {
    console.error(`${focus} was not on sale in this burst.`);
  }
  console.log(
    print === 'json'
      ? JSON.stringify(finding)
      : report({ history, sha256, finding, seat }, screenOf(process.stdout)),
  );
  return finding.result;
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n${USAGE}`);
    return EXIT.usage;
  }
  if (error instanceof HistoryFault) {
    console.error(`This is no file of a burst, nor a recording: ${error.message}`);
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
