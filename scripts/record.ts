// `npm run record`: saves bursts of a running server as one file, for a talk; see USAGE. The server
// makes the file, so that it is the same that "Save recording" gives.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readArguments, RecordError, USAGE } from './record/arguments.ts';
import { fetchRecording } from './record/fetch-recording.ts';
import { latestBursts } from './record/latest-bursts.ts';

const EXIT = { usage: 64, refused: 69, fault: 70 } as const;

async function run(args: readonly string[]): Promise<void> {
  const asked = readArguments(args);
  const ids = asked.ids.length > 0 ? asked.ids : await latestBursts(asked.url);
  const text = await fetchRecording(asked, ids);
  const out = resolve(process.env['INIT_CWD'] ?? '.', asked.out);
  await writeFile(out, text);
  const size = (Buffer.byteLength(text) / 1_000).toFixed(1);
  console.log(`${asked.out}: ${ids.join(', ')} (${size} kB)`);
  if (asked.format === 'js') {
    const name = ids.length === 1 ? ids[0] : 'recording';
    console.log(`Load it with a script element, and show it: <world-seat replay="${name}">`);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(error.message);
  if (error.code === 'USAGE') console.error(USAGE);
  process.exitCode = error.code === 'USAGE' ? EXIT.usage : EXIT.refused;
}
