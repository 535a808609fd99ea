// Builds the page to dist/ with hashed assets. Everything that it needs is in the bundle: the page
// makes no request to any other origin. In development the server on port 4000 answers the rest.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  build: { target: 'es2023', assetsInlineLimit: 0 },
  server: {
    proxy: {
      '/graphql': { target: 'http://127.0.0.1:4000', ws: true },
      // The files of a burst; its page has no extension.
      '^/bursts/.+[.]': { target: 'http://127.0.0.1:4000' },
    },
  },
});
