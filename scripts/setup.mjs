// Makes `npm start` and `npm test` work on a machine with only Node and npm: installs the pinned
// dependencies when they are missing or out of date. Plain JavaScript, because nothing is installed
// yet; it never touches anything outside this folder but npm's own cache.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PNPM = 'pnpm@12.21.0';
const root = join(import.meta.dirname, '..');

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`WorldSeat needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

if (read('node_modules/.pnpm/lock.yaml') !== read('pnpm-lock.yaml')) {
  console.log(`Installing dependencies with ${PNPM} …`);
  // --ignore-scripts: no dependency needs an install script, and none may run one.
  const args = ['--yes', PNPM, 'install', '--frozen-lockfile', '--ignore-scripts'];
  const { status, error } = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CI: 'true' },
  });
  if (error) console.error(`Could not run npx: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}
