// A folder of its own for one test file, removed when the file is through.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Close } from './leftovers.ts';

/** @param later registers the removal (see leftovers.ts) */
export async function tempFolder(later: (close: Close) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'worldseat-test-'));
  later(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
