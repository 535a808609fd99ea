// The contrast of every pair of colours that text and controls use, in both themes, computed from
// tokens.css as it is (WCAG 2.2, 1.4.3 and 1.4.11).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
type Tokens = ReadonlyMap<string, string>;

/** The custom properties of the rule that has this selector. */
function tokensOf(selector: string): [string, string][] {
  const rule = CSS.split('}').find((each) => each.includes(`${selector} {`)) ?? '';
  return [...rule.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
}

const dark: Tokens = new Map(tokensOf("[data-theme='dark']"));
const light: Tokens = new Map([...dark, ...tokensOf("[data-theme='light']")]);
const THEMES: readonly (readonly [string, Tokens])[] = [
  ['dark', dark],
  ['light', light],
];

/** Relative luminance of #rgb or #rrggbb. */
function luminance(hex: string): number {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(hex);
  const full = short ? short.slice(1).map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [red = Number.NaN, green = 0, blue = 0] = (full ?? []).map((pair) => {
    const channel = Number.parseInt(pair, 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** [in front, behind] */
const TEXT: readonly (readonly [string, string])[] = [
  ...['text', 'muted', 'faint', 'good', 'bad', 'warm'].map((each) => [each, 'stage'] as const),
  ...['text', 'muted', 'good', 'bad', 'warm'].map((each) => [each, 'overlay'] as const),
  ...['text', 'muted', 'faint'].map((each) => [each, 'raised'] as const),
  ...['text', 'muted'].map((each) => [each, 'raised-more'] as const),
  ['text', 'chosen'],
  ['warm', 'warn-back'],
  ...['0', '1', '2', '3', 'none'].map((each) => ['card-text', `card-${each}`] as const),
  // The names of the Regions on the map.
  ...['0', '1', '2', '3', 'none'].map((each) => [`region-${each}`, 'stage'] as const),
  ['card-taken-text', 'card-taken'],
  ['card-more-text', 'card-more'],
  ['break-off-text', 'break-off'],
  ['banner-warm-text', 'banner-warm'],
  ['banner-good-text', 'banner-good'],
];
const CONTROLS: readonly (readonly [string, string])[] = [
  ['rim', 'stage'],
  ['rim', 'raised'],
  ['focus', 'stage'],
  ['bar', 'stage'],
];

describe.each(THEMES)('the %s theme', (_, tokens) => {
  const colour = (name: string): string => tokens.get(name) ?? '';

  test.each(TEXT)('%s on %s can be read', (front, behind) => {
    expect(contrast(colour(front), colour(behind))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(CONTROLS)('%s on %s can be seen', (front, behind) => {
    expect(contrast(colour(front), colour(behind))).toBeGreaterThanOrEqual(3);
  });

  test('white can be read on the button, and on every stop of every band', () => {
    const bands = tokensOf(':root,\n[data-theme]').filter(([name]) => name.startsWith('band-'));
    const stops = bands.flatMap(([, value]) => value.match(/#[0-9a-f]{6}/g) ?? []);
    expect(stops).toHaveLength(6);
    for (const stop of [...stops, colour('break'), colour('break-end')]) {
      expect(contrast('#fff', stop)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('the measure itself: black on white is 21, and a colour on itself is 1', () => {
  expect([contrast('#000', '#ffffff'), contrast('#abc', '#aabbcc')]).toEqual([21, 1]);
});

test('the light theme says every colour that is not the same in both', () => {
  const missing = [...dark.keys()].filter(
    (name) => !new Map(tokensOf("[data-theme='light']")).has(name),
  );
  expect(missing).toEqual(['break', 'break-end']);
});
