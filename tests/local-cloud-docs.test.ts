// docs/LOCAL-CLOUD.md names a test for every claim: each of them exists.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const LOCAL = 'server/src/local';
/** As the document says: where a name without a folder of its own is to be looked for. */
const FOLDERS = ['', `${LOCAL}/dsql`, `${LOCAL}/dynamodb`, `${LOCAL}/control-plane`, LOCAL];

it('names tests that exist', () => {
  const text = readFileSync(join(ROOT, 'docs', 'LOCAL-CLOUD.md'), 'utf8');
  const names = new Set(text.match(/[\w./-]+\.test\.ts/g));
  expect(names.size).toBeGreaterThan(30);
  const missing = [...names].filter((name) => {
    const path = name.replace(/^si\//, 'tests/snapshot-isolation/').replace(/^\.\.\//, '');
    return !FOLDERS.some((folder) => existsSync(join(ROOT, folder, path)));
  });
  expect(missing).toEqual([]);
});
