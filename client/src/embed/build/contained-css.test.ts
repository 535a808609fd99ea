// The page's styles, measured against the element instead of the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { containedCss } from './contained-css.ts';

test.each([
  [
    'margin: 1.2rem -0.45rem',
    'margin: calc(1.2 * var(--world-seat-rem)) calc(-0.45 * var(--world-seat-rem))',
  ],
  ['.a { height: 62vw; top: 100dvh }', '.a { height: 62cqw; top: 100cqh }'],
  ['@media (max-width: 720px) { .a {} }', '@container world-seat (max-width: 720px) { .a {} }'],
  [
    '@media (max-height: 40rem) and (min-width: 721px) {',
    '@container world-seat (max-height: 640px) and (min-width: 721px) {',
  ],
  ['@container (max-width: 36rem) {', '@container (max-width: 576px) {'],
  ['@media (prefers-reduced-motion: reduce) {', '@media (prefers-reduced-motion: reduce) {'],
  ['@media print {', '@media print {'],
  [":root,\n[data-theme='dark'] { --a: 1 }", ".world-seat,\n[data-theme='dark'] { --a: 1 }"],
  ['html,\nbody,\n#app { margin: 0 }', '.world-seat,\n.world-seat,\n.world-seat { margin: 0 }'],
  [
    ':root { font-size: clamp(0.8125rem, 1.04vw, 2rem); }',
    '.world-seat { --world-seat-rem: clamp(13px, 1.04cqw, 32px); }',
  ],
  ['.a { /* one */ top: 0 }\n  /* two\n  lines */ .b {}', '.a { top: 0 } .b {}'],
  ['.nobody, .app { font-size: 1.1em }', '.nobody, .app { font-size: 1.1em }'],
  ["--font: 'Archivo Variable', system-ui", "--font: 'WorldSeat Archivo', system-ui"],
])('%s', (css, contained) => {
  expect(containedCss(css)).toBe(contained);
});

test('nothing of the page is left in its own styles', () => {
  for (const name of ['tokens.css', 'base.css']) {
    const css = readFileSync(join(import.meta.dirname, '../../styles', name), 'utf8');
    const contained = containedCss(css);
    expect(contained).toContain('.world-seat');
    expect(contained).not.toMatch(/:root|\drem|\d[dsl]?v[wh]\b|@media[^{]*(width|height)/);
  }
});
