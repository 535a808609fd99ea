// What decides which test files share a process. A file that is wrongly taken for harmless would leave
// something behind for the others.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { leftovers } from './support/leftovers.ts';
import { opensNothing } from './support/opens-nothing.ts';
import { tempFolder } from './support/temp-folder.ts';

const later = leftovers();
let folder: string;
beforeAll(async () => {
  folder = await tempFolder(later);
});

function isHarmless(text: string): boolean {
  const file = join(folder, 'some.ts');
  writeFileSync(file, text);
  return opensNothing(file);
}

it.each([
  `import { join } from 'node:path';`,
  `import { readFileSync } from 'node:fs';\nimport { expect, vi } from 'vitest';\nvi.waitFor(f);`,
  `import type { Server } from 'node:http';\nexport const now = process.hrtime.bigint();`,
  `export type { Server } from 'node:http';`,
  `import './some.ts';\n// A process. The end.`,
])('harmless: %j', (text) => {
  expect(isHarmless(text)).toBe(true);
});

it.each([
  `import { spawn } from 'node:child_process';`,
  `import {\n  type Server,\n  createServer,\n} from 'node:http';`,
  `import net from 'node:net';`,
  `import * as net from 'node:net';`,
  `import 'node:net';`,
  `export { createServer } from 'node:net';`,
  `const { createServer } = await import('node:net');`,
  `import { chromium } from 'playwright-core';`,
  `import { gone } from './gone.ts';`,
  `process.env['NAME'] = 'value';`,
  `vi.stubEnv('NAME', 'value');`,
  `globalThis.name = 'value';`,
])('not harmless: %j', (text) => {
  expect(isHarmless(text)).toBe(false);
});

it('what is imported by what is imported counts', () => {
  writeFileSync(join(folder, 'deep.ts'), `import { connect } from 'node:tls';`);
  writeFileSync(join(folder, 'part.ts'), `export * from './deep.ts';`);
  expect(isHarmless(`import { word } from './part.ts';`)).toBe(false);
});

it('both kinds are found in this project', () => {
  const root = join(import.meta.dirname, '..');
  const tests = ['server/src/engines/dynamodb/items.test.ts', 'tests/process.test.ts'];
  expect(tests.map((path) => opensNothing(join(root, path)))).toEqual([true, false]);
});
