// One configuration for every test: unit tests beside their module, and tests/ for what crosses a
// border. What a file imports decides how it runs, so that nobody has to keep a list.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { opensNothing } from './tests/support/opens-nothing.ts';

/** A file may start a dozen processes: more of them at a time would starve each other. */
const MAX_AT_ONCE = 2;

/** In a fresh clone nobody knows yet how long a file takes, and these are longer than they look. */
const LONGEST = [
  'tests/browser/views.test.ts',
  'tests/stadium.test.ts',
  'tests/process.test.ts',
  'tests/browser/recording.test.ts',
  'tests/browser/embed.test.ts',
  'tests/browser/embed-slidev.test.ts',
  'tests/local-cloud-faults.test.ts',
  'tests/faults.test.ts',
  'tests/contract/dsql.test.ts',
  'schema/src/witness/reference/reference.test.ts',
  'client/src/replay/moment.test.ts',
];

/** Whatever comes last should be short, so that what runs side by side ends together. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) =>
      LONGEST.some((name) => moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Of the server, the scripts and what crosses a border: what needs no process of its own. */
const HARMLESS = ['server', 'scripts', 'tests'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
    .map((path) => join(folder, path))
    .filter((path) => opensNothing(join(import.meta.dirname, path))),
);
const NEVER = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  resolve: {
    // Vitest would load graphql twice (ESM and CJS); one file, one realm.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    exclude: NEVER,
    // A limit for what hangs, not a measure: a busy machine may take its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    maxWorkers: Math.min(MAX_AT_ONCE, availableParallelism()),
    // One queue: in the order of these names, and in each the longest of the last run first.
    projects: [
      {
        // Files that may open servers, databases, browsers and programs: a process each.
        extends: true,
        test: {
          name: 'own-process',
          include: ['{server,scripts,tests}/**/*.test.ts'],
          exclude: [...NEVER, ...HARMLESS],
        },
      },
      {
        // What is tested here opens nothing (tests/import-direction.test.ts keeps the server out of
        // the schema and the page), so its files are spared a new process each. They must leave no
        // global changed.
        extends: true,
        test: {
          name: 'shared-process',
          include: ['{schema,client}/**/*.test.ts', ...HARMLESS],
          isolate: false,
        },
      },
    ],
  },
});
