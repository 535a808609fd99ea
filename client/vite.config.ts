// Builds the pages to dist/ with hashed assets: the stage, and what stands in an iframe. Everything
// that they need is in the bundle: they make no request to any other origin. In development the
// server on port 4000 answers the rest.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'embed.html'] },
  },
  server: {
    proxy: {
      '/graphql': { target: 'http://127.0.0.1:4000', ws: true },
      // The files of a burst; its page has no extension.
      '^/(bursts|recordings)/.+[.]': { target: 'http://127.0.0.1:4000' },
    },
  },
});
