// One configuration for every test: unit tests beside their module, and tests/ for what crosses a
// border. Files that open real databases run one at a time, so that they do not starve each other.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Vitest would load graphql twice (ESM and CJS); one file, one realm.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['{schema,server,client,scripts}/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // A limit for what hangs, not a measure: a busy machine may take its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    pool: 'forks',
  },
});
