// Builds the pages and the embed when their sources changed since the last build, and not otherwise.
// The stamp is a digest of everything that goes into the build, so a checkout or a copy is enough.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..', '..');
const stampFile = join(root, 'client', 'dist', '.stamp');

function* files(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['dist', 'node_modules'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function digest() {
  const hash = createHash('sha256');
  const sources = [join(root, 'client'), join(root, 'schema')].flatMap((folder) => [
    ...files(folder),
  ]);
  for (const path of [...sources, join(root, 'pnpm-lock.yaml')]) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex');
}

function stamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

/** @returns {Promise<void>} resolves when client/dist is up to date; rejects when it cannot be */
export async function buildClient() {
  const wanted = digest();
  if (stamp() === wanted) return;
  console.log('Building the page …');
  // Loaded only when needed: it would stay in the server's memory for ever.
  const { build } = await import('vite');
  const client = join(root, 'client');
  const configFile = join(client, 'vite.embed.config.ts');
  await inProduction(async () => {
    await build({ root: client, logLevel: 'warn' });
    await build({ root: client, configFile, logLevel: 'warn' });
  });
  const embed = gzipSync(readFileSync(join(client, 'dist', 'embed.js')), { level: 9 });
  console.log(`embed.js has ${(embed.length / 1_000).toFixed(1)} kB gzipped.`);
  writeFileSync(stampFile, wanted);
}

/** Vite keeps a NODE_ENV that is set: a test's, or a developer's, would put a page for development here. */
async function inProduction(run) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
