// The first file of a paced engine's thread: as the product's bootstrap.mjs.
import { register } from 'tsx/esm/api';

register();
const [{ serveEngine }, { openPacedEngine }] = await Promise.all([
  import('../../server/src/engine-thread/serve-engine.ts'),
  import('./paced-engine.ts'),
]);
serveEngine(openPacedEngine);
