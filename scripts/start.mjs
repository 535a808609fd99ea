// `npm start`: builds the page if it is stale, then becomes the server in this same process, so that
// Ctrl-C reaches exactly one program.
import { register } from 'tsx/esm/api';
import { buildClient } from './lib/build-client.mjs';

await buildClient();
register();
const { main } = await import('../server/src/main.ts');
await main();
