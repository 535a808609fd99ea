import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'project-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** What a process of its own reads there, or the error's code. */
function read(environment: Readonly<Record<string, string>> = {}): unknown {
  const module = new URL('./read-env-file.mjs', import.meta.url).href;
  const program = `const { readEnvFile } = await import(${JSON.stringify(module)});
    const said = {};
    try { said.file = readEnvFile(${JSON.stringify(folder)}); } catch ({ code }) { said.code = code; }
    const { DSQL_ROLE = null, PORT = null } = process.env;
    console.log(JSON.stringify({ ...said, DSQL_ROLE, PORT }));`;
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', program], { env });
  return JSON.parse(text.toString());
}

test('without a file, nothing is read and nothing is said', () => {
  expect(read()).toEqual({ file: null, DSQL_ROLE: null, PORT: null });
});

test('the file is read and named; the environment wins, also with a blank', () => {
  writeFileSync(join(folder, '.env'), 'DSQL_ROLE=buyer # a comment\nPORT="4001"\n');
  const file = join(folder, '.env');
  expect(read()).toEqual({ file, DSQL_ROLE: 'buyer', PORT: '4001' });
  expect(read({ PORT: '0', DSQL_ROLE: '' })).toEqual({ file, DSQL_ROLE: '', PORT: '0' });
});

test('what cannot be read is an error, not silence', () => {
  mkdirSync(join(folder, '.env'));
  expect(read()).toMatchObject({ code: expect.any(String) as string });
});
