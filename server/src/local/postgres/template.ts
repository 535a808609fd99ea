// A data folder as initdb makes it, kept beside the installed packages and copied for every server
// that starts on an empty folder: making one anew takes longer than all the rest of a start. The copies
// have the same system identifier, which matters to nobody: none is a replica of another.
import { constants, cpSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Launch } from './child.ts';
import { makeWhole } from './drafts.ts';
import { giveTo } from './folders.ts';
import { initialize } from './initdb.ts';

/**
 * Fills an empty folder of ours with a copy. The disk may not have it yet.
 * @param template where it is kept; made when it is not there
 * @returns false, with nothing done, where none can be kept: a folder that is another user's, or that
 * nothing can be written to
 */
export async function copyTemplate(launch: Launch, template: string): Promise<boolean> {
  if (!(await isKept(launch, template))) return false;
  cpSync(template, launch.dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return true;
}

async function isKept(launch: Launch, template: string): Promise<boolean> {
  try {
    mkdirSync(dirname(template), { recursive: true });
    await makeWhole(template, async (dataDir) => {
      mkdirSync(dataDir, { mode: 0o700 });
      if (launch.account !== null) giveTo(launch.account, dataDir);
      await initialize({ ...launch, dataDir });
      // Nobody but whoever starts servers may change what they are made of.
      if (launch.account !== null) giveTo(ourselves(), dataDir);
    });
    const { uid, mode } = lstatSync(template);
    return uid === ourselves().uid && (mode & 0o077) === 0;
  } catch {
    // What is wrong with PostgreSQL itself is said by whoever makes the folder without a template.
    return false;
  }
}

const ourselves = () => ({ uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 });
