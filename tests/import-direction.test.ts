// Imports follow the line: schema <- server, client, scripts; inside the server the parts do not
// reach into each other. This test reads every import of the tree and compares it with one table.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** For each part, the longest matching prefix: which other parts it may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'schema/src/domain': [],
  'schema/src/witness': ['schema/src/domain'],
  'schema/src/history': ['schema/src/domain', 'schema/src/witness'],
  'schema/src/floor-views.ts': ['schema/src/domain'],
  'schema/src/lab-views.ts': ['schema/src/domain'],
  'schema/src/room-views.ts': ['schema/src/domain'],
  'schema/src/services.ts': [
    'schema/src/domain',
    'schema/src/witness',
    'schema/src/history',
    'schema/src/floor-views.ts',
    'schema/src/lab-views.ts',
    'schema/src/room-views.ts',
  ],
  'schema/src/graph': [
    'schema/src/domain',
    'schema/src/witness',
    'schema/src/history',
    'schema/src/services.ts',
  ],
  'server/src/clock.ts': [],
  'server/src/loopback.ts': [],
  'server/src/engines': ['schema', 'server/src/log.ts', 'server/src/clock.ts'],
  'server/src/purchase': ['schema', 'server/src/engines/engine.ts'],
  'server/src/compiled.mjs': [],
  'server/src/engine-thread': [
    'schema',
    'server/src/compiled.mjs',
    'server/src/engines',
    'server/src/purchase',
    'server/src/log.ts',
  ],
  'server/src/local': ['schema/src/domain', 'server/src/log.ts', 'server/src/compiled.mjs'],
  'server/src/onsale': ['schema', 'server/src/engines/engine.ts'],
  'server/src/burst': ['schema'],
  'server/src/witness': ['schema', 'server/src/engines/engine.ts'],
  'server/src/bus': ['schema'],
  'server/src/room': ['schema', 'server/src/bus', 'server/src/loopback.ts'],
  'server/src/web': ['schema', 'server/src/log.ts', 'server/src/loopback.ts'],
  'server/src/config.ts': ['server/src/config'],
  'server/src/config': ['server/src/loopback.ts'],
  'server/src/close-all.ts': [],
  'server/src/log.ts': [],
  'server/src/data-folder.ts': [],
  'server/src/services': [
    'schema',
    'server/src/engines/engine.ts',
    'server/src/engine-thread/messages.ts',
    'server/src/onsale',
    'server/src/burst',
    'server/src/witness',
    'server/src/bus',
    'server/src/room',
    'server/src/clock.ts',
    'server/src/log.ts',
  ],
  'server/src/world.ts': ['schema', 'server'],
  'server/src/clouds': ['server'],
  'server/src/main.ts': ['server'],
  client: ['schema/src/domain', 'schema/src/witness', 'schema/src/history'],
  scripts: ['schema', 'server'],
  tests: ['schema', 'server', 'client', 'scripts'],
};

const PACKAGES: Readonly<Record<string, string>> = {
  '@worldseat/schema/domain': 'schema/src/domain/index.ts',
  '@worldseat/schema/witness': 'schema/src/witness/index.ts',
  '@worldseat/schema/history': 'schema/src/history/index.ts',
  '@worldseat/schema/graph': 'schema/src/graph/index.ts',
  '@worldseat/schema/services': 'schema/src/services.ts',
  '@worldseat/server': 'server/src/main.ts',
  '@worldseat/server/world': 'server/src/world.ts',
  '@worldseat/server/config': 'server/src/config.ts',
};

function partOf(path: string): string | undefined {
  const within = (prefix: string) => path === prefix || path.startsWith(`${prefix}/`);
  return Object.keys(MAY_IMPORT)
    .filter(within)
    .sort((a, b) => b.length - a.length)[0];
}

function sources(): string[] {
  return ['schema', 'server', 'client', 'scripts', 'tests'].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
      .map((path) => join(part, path))
      .filter((path) => /\.(ts|svelte|mjs)$/.test(path) && !/node_modules|dist\//.test(path)),
  );
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('.')) return [relative(root, join(root, dirname(path), fileName))];
    return PACKAGES[fileName] ?? [];
  });
}

function forbidden(path: string): string[] {
  const part = partOf(path);
  // A test beside its module may use the parts it joins.
  if (/\.test\.ts$/.test(path)) return [];
  if (part === undefined) return [`${path} belongs to no part of the table`];
  const allowed = [part, ...(MAY_IMPORT[part] ?? [])];
  return importsOf(path)
    .filter((target) => !allowed.some((p) => target === p || target.startsWith(`${p}/`)))
    .map((target) => `${path} may not import ${target}`);
}

describe('imports', () => {
  it('follow the line of the design', () => {
    expect(sources().flatMap(forbidden)).toEqual([]);
  });

  it('are really read: a planted breach is found', () => {
    expect(importsOf('server/src/purchase/naive.ts')).toContain('server/src/engines/engine.ts');
    expect(sources().length).toBeGreaterThan(50);
  });

  it('of the server find their place by compiled.mjs: compiled, a file lies elsewhere', () => {
    const asking = sources()
      .filter(
        (path) => path.startsWith('server/src/') && !/test(-support|ing\/.+)?\.ts$/.test(path),
      )
      .filter((path) => readFileSync(join(root, path), 'utf8').includes('import.meta'));
    expect(asking).toEqual(['server/src/compiled.mjs']);
  });

  it('name only packages that the table knows', () => {
    const unknown = sources().flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return ts
        .preProcessFile(text, true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => name.startsWith('@worldseat/') && PACKAGES[name] === undefined);
    });
    expect(unknown).toEqual([]);
  });
});
