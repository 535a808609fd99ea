// One configuration for every test: unit tests beside their module, and tests/ for what crosses a
// border. The folder of a file decides how it runs, so that nobody has to keep a list.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A file may start a dozen processes: more of them at a time would starve each other. */
const MAX_AT_ONCE = 2;

/** In a fresh clone nobody knows yet how long a file takes, and these are longer than they look. */
const LONGEST = [
  'tests/stadium.test.ts',
  'tests/process.test.ts',
  'tests/browser/recording.test.ts',
  'tests/browser/embed.test.ts',
  'tests/local-cloud-faults.test.ts',
  'tests/faults.test.ts',
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

export default defineConfig({
  resolve: {
    // Vitest would load graphql twice (ESM and CJS); one file, one realm.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    exclude: ['**/node_modules/**', '**/dist/**'],
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
        },
      },
      {
        // What is tested here opens nothing (tests/import-direction.test.ts keeps the server out of
        // it), so its files are spared a new process each. They must leave no global changed.
        extends: true,
        test: {
          name: 'shared-process',
          include: ['{schema,client}/**/*.test.ts'],
          isolate: false,
        },
      },
    ],
  },
});
