// Builds the <world-seat> element into one classic script, dist/embed.js: pages that are opened from
// a disk may neither load modules nor read files. Beside it, for whoever wants it, the font as
// another script. Styles are inside, measured against the element; see src/embed/build.
import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { containedCss } from './src/embed/build/contained-css.ts';
import { fontScript } from './src/embed/build/font-script.ts';

const containedStyles: Plugin = {
  name: 'contained-styles',
  enforce: 'pre',
  transform: (code, id) => (/\.css\?inline$/.test(id) ? containedCss(code) : null),
};

const font: Plugin = {
  name: 'embed-font',
  generateBundle() {
    const file = '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2';
    const bytes = readFileSync(new URL(import.meta.resolve(file)));
    this.emitFile({ type: 'asset', fileName: 'embed-font.js', source: fontScript(bytes) });
  },
};

export default defineConfig({
  plugins: [
    containedStyles,
    svelte({
      compilerOptions: { css: 'injected' },
      preprocess: { style: ({ content }) => ({ code: containedCss(content) }) },
    }),
    font,
  ],
  publicDir: false,
  build: {
    target: 'es2023',
    emptyOutDir: false,
    lib: {
      entry: 'src/embed/main.ts',
      formats: ['iife'],
      name: 'WorldSeatEmbed',
      fileName: () => 'embed.js',
    },
  },
});
