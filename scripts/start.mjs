// `npm start`: reads the settings of `.env`, builds the page if it is stale, then becomes the server
// in this same process, so that Ctrl-C reaches exactly one program.
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
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
register();
const { main } = await import('../server/src/main.ts');
await main();
