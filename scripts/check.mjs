// `npm run check`: types, lint, formatting, unused code, two at a time. Each is one line; all run even
// if one fails.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const AT_ONCE = 2;
/** Of one check; more is a failure of its own. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;
/** What the checks remember of files that have not changed since. Those of lint it cannot tell: a rule
 * about types may find a fault in one file that another file has made. */
const CACHE = join(root, 'node_modules', '.cache', 'worldseat');

/** The longest first. */
const CHECKS = {
  lint: ['eslint', '.', '--max-warnings', '0'],
  formatting: [
    ...['prettier', '--check', '.', '--log-level', 'warn'],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', join(CACHE, 'formatting')],
  ],
  types: [
    ...['tsc', '-p', 'tsconfig.json'],
    ...['--incremental', '--tsBuildInfoFile', join(CACHE, 'types.tsbuildinfo')],
  ],
  'types of the page': ['svelte-check', '--workspace', 'client', '--fail-on-warnings'],
  'unused code': ['knip', '--no-progress'],
};

/** @returns {Promise<boolean>} whether it passed; prints its output once it is through */
function runCheck(name, [command, ...args]) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const options = { cwd: root, env: { ...process.env, ...colour }, maxBuffer: OUTPUT_LIMIT_BYTES };
  return new Promise((resolve) => {
    execFile(join(bin, command), args, options, (error, output, errors) => {
      const said = `${output}${errors}`;
      const cause = error !== null && said === '' ? `${error.message}\n` : '';
      console.log(`${said}${cause}${error === null ? '✓' : '✗'} check: ${name}`);
      resolve(error === null);
    });
  });
}

/** Runs every check. @returns how many passed and failed */
export async function runChecks() {
  const counts = { passed: 0, failed: 0 };
  const waiting = Object.entries(CHECKS);
  const takeTurns = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      counts[(await runCheck(...next)) ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await runChecks()).failed === 0 ? 0 : 1;
}
