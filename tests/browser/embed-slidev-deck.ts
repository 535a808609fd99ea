// The deck of examples/slidev, complete as its README says: Slidev itself from the npm registry, in the
// versions of the example's lock file and without running anything of theirs at install, in a folder of
// its own that is removed. Where the registry cannot be reached its tests are skipped, under CI they fail.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { appendFile, copyFile, cp, mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import type { Close } from '../support/leftovers.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { EMBED_FILE } from './embed-deck.ts';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');
const run = promisify(execFile);
/** For what hangs: half a gigabyte has to come from the registry once. */
const INSTALL_LIMIT_MS = 420_000;
const BUILD_LIMIT_MS = 120_000;

/** @param slides more of them, at the end. Null: Slidev cannot be installed here */
export async function installSlidevDeck(
  later: (close: Close) => void,
  slides: string,
): Promise<string | null> {
  const folder = await tempFolder(later);
  await cp(join(EXAMPLES, 'slidev'), folder, {
    recursive: true,
    filter: (path) => !/[/\\](?:node_modules|dist)$/.test(path),
  });
  await mkdir(join(folder, 'public'), { recursive: true });
  await copyFile(join(EXAMPLES, 'reveal', 'recording.js'), join(folder, 'public', 'recording.js'));
  await copyFile(EMBED_FILE, join(folder, 'public', 'embed.js'));
  await appendFile(join(folder, 'slides.md'), slides);
  const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  try {
    await run('npm', ['ci', ...options], { cwd: folder, timeout: INSTALL_LIMIT_MS });
  } catch (fault) {
    if (process.env['CI'] === 'true') throw fault;
    console.warn(`SKIPPED: Slidev cannot be installed (${String(fault)})`);
    return null;
  }
  return folder;
}

/** Serves the deck as `npx slidev` does. @returns its address, which ends with a slash */
export async function serveSlidevDeck(
  later: (close: Close) => void,
  folder: string,
): Promise<string> {
  const said: string[] = [];
  const server = slidev(folder, ['--port', String(await freePort())]);
  later(() => end(server));
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (text: Buffer) => said.push(text.toString()));
  }
  return waitFor(
    () => {
      if (server.exitCode !== null) throw new Error(`Slidev ended: ${said.join('')}`);
      return /public slide show\s+> (http:\S+\/)/.exec(
        stripVTControlCharacters(said.join('')),
      )?.[1];
    },
    { limitMs: 60_000, what: 'Slidev serves the deck' },
  );
}

/** Builds the deck as its package.json says. @returns the folder to put on a web server */
export async function buildSlidevDeck(folder: string): Promise<string> {
  await run('npm', ['run', 'build'], { cwd: folder, timeout: BUILD_LIMIT_MS });
  return join(folder, 'dist');
}

function slidev(folder: string, options: readonly string[]): ChildProcess {
  const program = join(folder, 'node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs');
  return spawn(process.execPath, [program, ...options], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, to be ended with whatever it started.
    detached: true,
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const exited = new Promise((resolve) => server.once('exit', resolve));
  process.kill(-server.pid, 'SIGKILL');
  await exited;
}

/** Slidev takes no 0 for "any". */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
