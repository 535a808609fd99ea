// `npm run record`: saves bursts of a running server as one file, for a talk; see USAGE. The server
// makes the file, so that it is the same that "Save recording" gives.
import { writeFile } from 'node:fs/promises';
import { fromCaller } from './lib/from-caller.ts';
import { readArguments, RecordError, USAGE } from './record/arguments.ts';
import { fetchRecording } from './record/fetch-recording.ts';
import { latestBursts } from './record/latest-bursts.ts';

const EXIT = { USAGE: 64, REFUSED: 69, fault: 70, UNWRITABLE: 73 } as const;

async function run(args: readonly string[]): Promise<void> {
  const asked = readArguments(args);
  const ids = asked.ids.length > 0 ? asked.ids : await latestBursts(asked.url);
  const text = await fetchRecording(asked, ids);
  await write(asked.out, text);
  const size = (Buffer.byteLength(text) / 1_000).toFixed(1);
  console.log(`${asked.out}: ${ids.join(', ')} (${size} kB)`);
  if (asked.format === 'js') {
    const name = ids.length === 1 ? ids[0] : 'recording';
    console.log(`Load it with a script element, and show it: <world-seat replay="${name}">`);
  }
}

async function write(out: string, text: string): Promise<void> {
  try {
    await writeFile(fromCaller(out, 'record'), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = REASONS[code] ?? String(error);
    throw new RecordError('UNWRITABLE', `${out} cannot be written: ${why}`, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder.',
  ENOTDIR: 'what should be its folder is a file.',
  EISDIR: 'it is a folder.',
  EACCES: 'this user may not write there.',
  ENOSPC: 'the disk is full.',
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof RecordError) {
    console.error(error.message);
    if (error.code === 'USAGE') console.error(USAGE);
    process.exitCode = EXIT[error.code];
  } else {
    console.error(error);
    process.exitCode = EXIT.fault;
  }
}
