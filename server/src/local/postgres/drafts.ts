// Folders that are whole or not there: made beside their place, then renamed, so that what was
// interrupted is never taken for done. Several programs may make the same one at a time; the first
// one's stays.
import { existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './whose-process.ts';

/** Between the target's name and the id of the process that makes it. */
const DRAFT = '.draft-';

let made = 0;

/** Makes the folder if it is not there. @param make gets the path of a draft that does not exist */
export async function makeWhole(
  target: string,
  make: (draft: string) => void | Promise<void>,
): Promise<void> {
  removeLeftDrafts(dirname(target), basename(target));
  if (existsSync(target)) return;
  made += 1;
  const draft = `${target}${DRAFT}${process.pid}-${made}`;
  rmSync(draft, { recursive: true, force: true });
  try {
    await make(draft);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** Those of processes that are gone: starts that were killed half-way. */
function removeLeftDrafts(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    const [target, pid] = entry.split(DRAFT);
    if (target !== name || pid === undefined || isAlive(Number.parseInt(pid, 10))) continue;
    const draft = join(folder, entry);
    // In the temporary folder there may be other people's.
    if (lstatSync(draft).uid === process.getuid?.()) rmSync(draft, { recursive: true });
  }
}
