// Which account PostgreSQL runs as. It refuses to run as root, so a root process hands it to the
// owner of the data it already has, else to `nobody`. Nobody creates users or loosens the rights
// of folders: what that account cannot reach is passed to it, or placed elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account to switch to, or null: stay as we are. @param dataDir PostgreSQL's own folder */
export function postgresAccount(dataDir: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = existsSync(dataDir) ? statSync(dataDir) : null;
  return owner !== null && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

/** True when the account may pass through every folder above the path, and through itself. */
export function reachableBy(account: Account | null, path: string): boolean {
  if (account === null) return true;
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    if (!mayPass(account, folder)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayPass({ uid, gid }: Account, folder: string): boolean {
  const { mode, uid: owner, gid: group } = lstatSync(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  if (group === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** `id` asks every source of accounts (files, LDAP, Open Directory); /etc/passwd is the fallback. */
function nobody(): Account {
  const [uid, gid] = [idOfNobody('-u'), idOfNobody('-g')];
  return uid !== null && gid !== null ? { uid, gid } : nobodyFromFile();
}

function idOfNobody(option: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [option, 'nobody'], { encoding: 'utf8' });
  // As a signed 32-bit integer: on macOS nobody is -2, printed as 4294967294.
  return status === 0 && /^-?\d+\s*$/.test(stdout) ? Number(stdout) | 0 : null;
}

function nobodyFromFile(): Account {
  const entry = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(readPasswd());
  return { uid: Number(entry?.[1] ?? 65_534) | 0, gid: Number(entry?.[2] ?? 65_534) | 0 };
}

function readPasswd(): string {
  return existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
}
