// `npm test`: builds the page, runs the checks, then every test, and closes with one line of totals.
// With arguments (a file name, -t "W1"), only those tests run, without the checks.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.mjs';
import { buildClient } from './lib/build-client.mjs';

const root = join(import.meta.dirname, '..');
const chosen = process.argv.slice(2);

function runTests(outputFile) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  const vitest = join(root, 'node_modules', '.bin', 'vitest');
  return spawnSync(vitest, [...args, ...chosen], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function totals(outputFile) {
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  // A file that cannot even load fails as a suite with no test of its own.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

await buildClient();
const checks = chosen.length > 0 ? { passed: 0, failed: 0 } : await runChecks();
const folder = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
try {
  const status = runTests(join(folder, 'report.json'));
  const tests = totals(join(folder, 'report.json'));
  const failed = checks.failed + tests.failed;
  console.log(`${checks.passed + tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);
  process.exitCode = status !== 0 || failed > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
