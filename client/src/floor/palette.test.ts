import { describe, expect, test } from 'vitest';
import { mix, pack, PALETTES, THEMES, type Rgb } from './palette.ts';

/** Relative luminance and contrast, as WCAG 2 defines them. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)('%s', (theme) => {
  const palette = PALETTES[theme];
  const { stage, hot, hotText, hotRim, mark, regions, unknownRegion, freeOutline } = palette;
  const least = (pairs: [Rgb, Rgb][]): number =>
    Math.min(...pairs.map(([one, other]) => contrast(one, other)));

  test('text has a contrast of 4.5 on what it is written on', () => {
    const onSold = [...regions, unknownRegion].map((region): [Rgb, Rgb] => [
      palette.soldText,
      region,
    ]);
    const onDimmed = [...regions, unknownRegion].map((region): [Rgb, Rgb] => [
      palette.dimmedText,
      mix(stage, region, palette.dimmed),
    ]);
    const pairs: [Rgb, Rgb][] = [[hotText, hot], [palette.freeText, stage], ...onSold, ...onDimmed];
    expect(least(pairs)).toBeGreaterThanOrEqual(4.5);
  });

  test('shapes have a contrast of 3 with the stage', () => {
    const shapes = [freeOutline, hot, mark, ...regions, unknownRegion];
    expect(least(shapes.map((shape): [Rgb, Rgb] => [shape, stage]))).toBeGreaterThanOrEqual(3);
  });

  test('an oversold seat stands out from the dimmed ones, and its rim from itself', () => {
    const dimmed = regions.map((region) => mix(stage, region, palette.dimmed));
    expect(contrast(hotRim, hot)).toBeGreaterThanOrEqual(3);
    const marks = dimmed.map((each) => Math.max(contrast(hot, each), contrast(hotRim, each)));
    expect(Math.min(...marks)).toBeGreaterThanOrEqual(2);
  });
});

test('a packed pixel is red, green, blue and alpha in the order of ImageData', () => {
  const bytes = new Uint8ClampedArray(Uint32Array.of(pack([1, 2, 3])).buffer);
  expect([...bytes]).toEqual([1, 2, 3, 255]);
});
