// Which test files open nothing and change nothing outside of themselves: no socket, no process, no
// thread, no setting of the program. Found by reading what they import, directly or not, so that
// nobody has to keep a list. What is not known to be harmless counts as opening something.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const HARMLESS_MODULES = [
  ...['buffer', 'crypto', 'events', 'fs', 'fs/promises', 'os', 'path', 'perf_hooks', 'stream'],
  ...['stream/consumers', 'timers/promises', 'url', 'util', 'v8', 'zlib'],
].map((name) => `node:${name}`);
/** Of what is installed. A client opens nothing where nothing is started that it could reach. */
const HARMLESS_PACKAGES = [
  ...['vitest', 'graphql', 'libpg-query', 'pgsql-deparser', 'pg-protocol', 'pg', 'pino'],
  ...['@aws-sdk/client-dsql', '@aws-sdk/client-dynamodb'],
];
/** What server, scripts and page share (tests/import-direction.test.ts): it opens nothing. */
const SCHEMA = '@worldseat/schema/';

const IMPORT =
  /(?:^|[\s;(])(?:import|export)(?!\s+type\b)\s*(?:[\w\s{},*$]*?\sfrom\s*)?\(?\s*'([^']+)'/g;
/** Another test of the same process would notice. */
const TOUCHES = /\bprocess\.(?!pid\b|hrtime\b|nextTick\b)\w|\bvi\.(?!waitFor\b)|\bglobalThis\b/;

/** @param file an absolute path of a TypeScript file. @param seen what is being looked at already */
export function opensNothing(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return true;
  seen.add(file);
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  if (TOUCHES.test(text)) return false;
  return [...text.matchAll(IMPORT)].every(([, name = '']) =>
    name.startsWith('.')
      ? opensNothing(join(dirname(file), name), seen)
      : name.startsWith(SCHEMA) || [...HARMLESS_MODULES, ...HARMLESS_PACKAGES].includes(name),
  );
}
