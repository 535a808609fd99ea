// The TypeScript of a child process or a thread as one file of JavaScript, kept beside the installed
// packages: what need not load a compiler and a hundred files starts in less than half of the time.
// Compiled anew when any of its sources has changed. Where that cannot be, it is loaded as written.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Program {
  readonly file: string;
  /** What Node needs to run it. */
  readonly execArgv: readonly string[];
}

const SOURCES = fileURLToPath(new URL('./', import.meta.url));
/** Inside the package, so that what is compiled finds the packages that its sources find. */
const CACHE = fileURLToPath(new URL('../node_modules/.cache/worldseat/', import.meta.url));

/** What is installed stays where it is; the packages of this project are sources like the rest. */
function installedPackages(): string[] {
  const file = new URL('../package.json', import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.keys(dependencies).filter((name) => !dependencies[name]?.startsWith('workspace:'));
}

const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: installedPackages(),
  sourcemap: 'inline',
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: 'silent',
};

/**
 * For a thread, which takes no loader with it.
 * @param entry a file of TypeScript. @returns null where it cannot be compiled
 */
export function compiledFile(entry: URL): URL | null {
  try {
    return pathToFileURL(compiled(fileURLToPath(entry), CACHE));
  } catch {
    return null;
  }
}

/** @param entry a file of TypeScript. @param cache default: of this package */
export function programOf(entry: URL, cache = CACHE): Program {
  const source = fileURLToPath(entry);
  try {
    return { file: compiled(source, cache), execArgv: ['--enable-source-maps'] };
  } catch {
    // Only the loader of ES modules: the children need no other.
    const loader = pathToFileURL(requireHere.resolve('tsx/esm')).href;
    return { file: source, execArgv: ['--import', loader] };
  }
}

function compiled(source: string, cache: string): string {
  const file = join(cache, `${relative(SOURCES, source).replaceAll(/[^\w.]+/g, '-')}.mjs`);
  if (isFresh(file)) return file;
  const { text, inputs } = compile(source, file);
  mkdirSync(cache, { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, `${text}${stampOf(inputs)}`);
  renameSync(temporary, file);
  return file;
}

/** The last line tells what the file was made of. */
function isFresh(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    const stamp = text.slice(text.lastIndexOf('\n') + 1);
    const { inputs } = JSON.parse(stamp.slice(STAMP_START.length)) as Stamp;
    return stamp === stampOf(Object.keys(inputs));
  } catch {
    return false;
  }
}

interface Stamp {
  /** Two copies of this project may share their installed packages, and so this cache. */
  readonly sources: string;
  readonly options: unknown;
  readonly compiler: string;
  /** Path → size and time of the last change. */
  readonly inputs: Readonly<Record<string, string>>;
}

const STAMP_START = '// ';

function stampOf(paths: readonly string[]): string {
  const inputs = paths.map((path) => {
    const { size, mtimeMs } = statSync(path);
    return [path, `${size} ${mtimeMs}`];
  });
  const stamp: Stamp = {
    sources: SOURCES,
    options: OPTIONS,
    compiler: compiler().version,
    inputs: Object.fromEntries(inputs) as Stamp['inputs'],
  };
  return STAMP_START + JSON.stringify(stamp);
}

/** esbuild, as far as it is used here. */
interface Compiler {
  readonly version: string;
  buildSync(options: object): {
    readonly outputFiles: readonly { readonly text: string }[];
    readonly metafile: { readonly inputs: Readonly<Record<string, unknown>> };
  };
}

const requireHere = createRequire(import.meta.url);
let loadedCompiler: Compiler | null = null;

/** The one that tsx is made of, so that both read TypeScript in the same way. */
function compiler(): Compiler {
  loadedCompiler ??= createRequire(requireHere.resolve('tsx'))('esbuild') as Compiler;
  return loadedCompiler;
}

interface Compiled {
  readonly text: string;
  readonly inputs: readonly string[];
}

function compile(source: string, file: string): Compiled {
  const { outputFiles, metafile } = compiler().buildSync({
    ...OPTIONS,
    absWorkingDir: SOURCES,
    entryPoints: [source],
    outfile: file,
  });
  const inputs = Object.keys(metafile.inputs).map((path) => join(SOURCES, path));
  return { text: outputFiles[0]?.text ?? '', inputs };
}
