// The TypeScript of a program, a child process or a thread as one file of JavaScript, kept beside the
// installed packages: what need not load a compiler and hundreds of files starts in less than half of
// the time. Compiled anew when any of its sources has changed. Where that cannot be, it is loaded as
// written. Plain JavaScript itself: it runs before anything can read TypeScript.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// What is compiled is told that it lies where its sources lie, see `import.meta.url` below: so all of
// them start from here, and no other file asks where it is.
export const SOURCES = new URL('./', import.meta.url);
// Inside the package, so that what is compiled finds the packages that its sources find.
export const CACHE = fileURLToPath(new URL('../node_modules/.cache/worldseat/', SOURCES));
const folder = fileURLToPath(SOURCES);

/** What is installed stays where it is; the packages of this project are sources like the rest. */
function installedPackages() {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', SOURCES), 'utf8'));
  return Object.keys(dependencies).filter((name) => !dependencies[name].startsWith('workspace:'));
}

const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: installedPackages(),
  define: { 'import.meta.url': JSON.stringify(new URL('compiled.mjs', SOURCES).href) },
  sourcemap: 'inline',
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: 'silent',
};

export function compiledFile(entry) {
  try {
    return pathToFileURL(compiled(fileURLToPath(entry), CACHE));
  } catch {
    return null;
  }
}

export function programOf(entry, cache = CACHE) {
  const source = fileURLToPath(entry);
  try {
    return { file: compiled(source, cache), execArgv: ['--enable-source-maps'] };
  } catch {
    // Only the loader of ES modules: the children need no other.
    const loader = pathToFileURL(requireHere.resolve('tsx/esm')).href;
    return { file: source, execArgv: ['--import', loader] };
  }
}

function compiled(source, cache) {
  const file = join(cache, `${relative(folder, source).replaceAll(/[^\w.]+/g, '-')}.mjs`);
  if (isFresh(file)) return file;
  const { text, inputs } = compile(source, file);
  mkdirSync(cache, { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, `${text}${stampOf(inputs)}`);
  renameSync(temporary, file);
  return file;
}

/** The last line tells what the file was made of. */
function isFresh(file) {
  try {
    const text = readFileSync(file, 'utf8');
    const stamp = text.slice(text.lastIndexOf('\n') + 1);
    const { inputs } = JSON.parse(stamp.slice(STAMP_START.length));
    return stamp === stampOf(Object.keys(inputs));
  } catch {
    return false;
  }
}

const STAMP_START = '// ';

/** @param {string[]} paths of the sources */
function stampOf(paths) {
  // Path → size and time of the last change.
  const inputs = Object.fromEntries(
    paths.map((path) => {
      const { size, mtimeMs } = statSync(path);
      return [path, `${size} ${mtimeMs}`];
    }),
  );
  // Two copies of this project may share their installed packages, and so this cache.
  const stamp = { sources: folder, options: OPTIONS, compiler: compiler().version, inputs };
  return STAMP_START + JSON.stringify(stamp);
}

const requireHere = createRequire(import.meta.url);
let loadedCompiler = null;

/** esbuild, the one that tsx is made of, so that both read TypeScript in the same way. */
function compiler() {
  loadedCompiler ??= createRequire(requireHere.resolve('tsx'))('esbuild');
  return loadedCompiler;
}

function compile(source, file) {
  const { outputFiles, metafile } = compiler().buildSync({
    ...OPTIONS,
    absWorkingDir: folder,
    entryPoints: [source],
    outfile: file,
  });
  const inputs = Object.keys(metafile.inputs).map((path) => join(folder, path));
  return { text: outputFiles[0].text, inputs };
}
