// `npm start`: reads the settings of `.env`, builds the page if it is stale, then becomes the server
// in this same process, so that Ctrl-C reaches exactly one program.
import { join } from 'node:path';
import { compiledFile } from '../server/src/compiled.mjs';
import { buildClient } from './lib/build-client.mjs';
import { readEnvFile } from './lib/read-env-file.mjs';

try {
  const file = readEnvFile(join(import.meta.dirname, '..'));
  if (file !== null) console.log(`Settings are read from ${file}; the environment wins.`);
} catch (error) {
  console.error(`The settings of .env cannot be read: ${error.message}`);
  process.exit(2);
}
await buildClient();
// Else graphql and others check their own developers at every value.
process.env.NODE_ENV ??= 'production';
const { main } = await loadServer(new URL('../server/src/main.ts', import.meta.url));
await main();

/** As one file, which takes a third of the time; where it cannot be compiled, as it is written. */
async function loadServer(entry) {
  const compiled = compiledFile(entry);
  if (compiled === null) (await import('tsx/esm/api')).register();
  else process.setSourceMapsEnabled(true);
  return import(compiled ?? entry);
}
