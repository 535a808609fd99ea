// A script as one file of JavaScript, made by the compiler that `npm run` loads it with: a test that
// starts a program dozens of times would spend most of it on loading that compiler and five hundred
// files. Not for a script that starts others beside its own file.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Close } from './leftovers.ts';

/** esbuild, as far as it is used here: the one that tsx is made of. */
interface Compiler {
  buildSync(options: object): unknown;
}

const SCRIPTS = join(import.meta.dirname, '..', '..', 'scripts');
// What is no ES module among the packages asks for Node's own.
const REQUIRE = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);`;

/**
 * @param later registers the removal (see leftovers.ts)
 * @param script its name in scripts/
 * @returns the file to start with node alone
 */
export function bundled(later: (close: Close) => void, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'program.mjs');
  const requireHere = createRequire(import.meta.url);
  const compiler = createRequire(requireHere.resolve('tsx'))('esbuild') as Compiler;
  compiler.buildSync({
    entryPoints: [join(SCRIPTS, script)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: REQUIRE },
    logLevel: 'silent',
  });
  return outfile;
}
