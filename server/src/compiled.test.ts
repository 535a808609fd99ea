// Compiled once, and again whenever a source has changed; where it cannot be compiled it still runs.
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { leftovers } from '../../tests/support/leftovers.ts';
import { tempFolder } from '../../tests/support/temp-folder.ts';
import { programOf } from './compiled.mjs';

const later = leftovers();

async function program(main: string, part = `export const word: string = 'first';`) {
  const folder = await tempFolder(later);
  const cache = join(folder, 'cache');
  const entry = pathToFileURL(join(folder, 'main.ts'));
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    // Two changes within one tick of the file system's clock are not told apart.
    const before = (await stat(join(folder, name))).mtimeMs;
    await utimes(join(folder, name), new Date(), new Date(before + 1_000));
  };
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'main.ts'), main);
  await writeFile(join(folder, 'part.ts'), part);
  const run = () => {
    const { file, execArgv } = programOf(entry, cache);
    const { stdout, stderr } = spawnSync(process.execPath, [...execArgv, file]);
    return { file, stdout: stdout.toString(), stderr: stderr.toString() };
  };
  return { folder, cache, entry, write, run };
}

const SAYS_WORD = `import { word } from './part.ts';\nconsole.log(word as string);`;

test('it is compiled once while nothing changes', async () => {
  const { cache, run } = await program(SAYS_WORD);
  const first = run();
  const { ino } = await stat(first.file);
  expect(run()).toEqual({ ...first, stdout: 'first\n', stderr: '' });
  expect((await stat(first.file)).ino).toBe(ino);
  expect(await readdir(cache)).toHaveLength(1);
});

test('a change in any of its sources is compiled', async () => {
  const { write, run } = await program(SAYS_WORD);
  expect(run().stdout).toBe('first\n');
  await write('part.ts', `export const word: string = 'other';`);
  expect(run().stdout).toBe('other\n');
  await write('main.ts', `console.log('alone' as string);`);
  expect(run().stdout).toBe('alone\n');
});

test('a file that was damaged is made anew', async () => {
  const { run } = await program(SAYS_WORD);
  const { file } = run();
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 20));
  expect(run()).toEqual({ file, stdout: 'first\n', stderr: '' });
});

test('an error names the line that was written, not the one that was compiled', async () => {
  const { entry, run } = await program(
    `\n\ninterface Unused {}\nthrow new Error('here' as string);`,
  );
  expect(run().stderr).toContain(`${fileURLToPath(entry)}:4`);
});

test('where nothing can be written it is run as it stands', async () => {
  const { cache, entry, run } = await program(SAYS_WORD);
  await writeFile(cache, 'a file, no folder');
  expect(run()).toEqual({ file: fileURLToPath(entry), stdout: 'first\n', stderr: '' });
});

test('what cannot be compiled says so when it is run', async () => {
  const { cache, run } = await program(`const = 1;`);
  await mkdir(cache);
  expect(run().stderr).toMatch(/error|Error/);
  expect(await readdir(cache)).toEqual([]);
});
