// The hash that a file states can be checked by anybody, with the command that the manual gives.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { seededRandom } from '../domain/index.ts';
import { sha256Of, textOfHash } from './hash.ts';
import { randomHistory } from './random-testing.ts';
import { writeHistory } from './write.ts';

const MANUAL = join(import.meta.dirname, '../../../docs/HISTORY.md');
const folder = mkdtempSync(join(tmpdir(), 'worldseat-hash-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command of the manual; macOS has another name for the same tool. */
function commandOfManual(): string {
  const command = /^ {4}(sed .* \| sha256sum)$/m.exec(readFileSync(MANUAL, 'utf8'))?.[1];
  if (command === undefined) throw new Error('the manual gives no command');
  return process.platform === 'darwin' ? command.replace('sha256sum', 'shasum -a 256') : command;
}

it('is what sed and sha256sum say', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { text, sha256 } = writeHistory(randomHistory(seededRandom(seed)));
    writeFileSync(join(folder, 'burst.ndjson'), text);
    const printed = execFileSync('sh', ['-c', commandOfManual()], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(printed.slice(0, 64), `seed ${seed}`).toBe(sha256);
    expect(text.split('\n')[0], `seed ${seed}`).toContain(`"sha256":"${sha256}"`);
  }
});

it('is the same by any SHA-256, whatever hash the first line states', () => {
  const { text, sha256 } = writeHistory(randomHistory(seededRandom(6)));
  expect(createHash('sha256').update(textOfHash(text)).digest('hex')).toBe(sha256);
  expect(sha256Of(text.replace(sha256, 'f'.repeat(64)))).toBe(sha256);
  expect(sha256Of(text.replace('\n', ' \n'))).not.toBe(sha256);
});
