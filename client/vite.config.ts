// Builds the pages to dist/ with hashed assets: the stage, and what stands in an iframe. Everything
// that they need is in the bundle: they make no request to any other origin. In development the
// server on port 4000 answers the rest.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** The face of all that is read first, fetched beside the styles that name it. */
const fontPreload: Plugin = {
  name: 'font-preload',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /archivo-latin-wdth-.+\.woff2$/.test(file))
        .map((file) => ({
          ...{ tag: 'link', injectTo: 'head' as const },
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: true,
            href: `/${file}`,
          },
        })),
  },
};

export default defineConfig({
  plugins: [svelte(), fontPreload],
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
