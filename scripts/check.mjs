// `npm run check`: types, lint, formatting, unused code. Each is one line; all run even if one fails.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');

const CHECKS = {
  types: ['tsc', '-p', 'tsconfig.json'],
  'types of the page': ['svelte-check', '--workspace', 'client', '--fail-on-warnings'],
  lint: ['eslint', '.', '--max-warnings', '0'],
  formatting: ['prettier', '--check', '.', '--log-level', 'warn'],
  'unused code': ['knip', '--no-progress'],
};

/** Runs every check and prints its output. @returns how many passed and failed */
export function runChecks() {
  const counts = { passed: 0, failed: 0 };
  for (const [name, [command, ...args]] of Object.entries(CHECKS)) {
    const { status } = spawnSync(join(bin, command), args, { cwd: root, stdio: 'inherit' });
    console.log(`${status === 0 ? '✓' : '✗'} check: ${name}`);
    counts[status === 0 ? 'passed' : 'failed'] += 1;
  }
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = runChecks().failed === 0 ? 0 : 1;
}
