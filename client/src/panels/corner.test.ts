import { describe, expect, it } from 'vitest';
import { cornerBeside } from './corner.ts';

const PHONE = { width: 390, height: 844 };
const ACROSS = (away: number) => `right:max(8px,min(${away}px,100vw - var(--menu-width) - 8px))`;

describe('where a menu opens', () => {
  it('is below a button at the top, and as high as what is left there', () => {
    const style = cornerBeside({ top: 300, bottom: 340, right: 120 }, PHONE);
    expect(style).toBe(`${ACROSS(270)};top:348px;max-height:488px`);
  });

  it('is above a button at the foot', () => {
    const style = cornerBeside(
      { top: 1_000, bottom: 1_040, right: 1_600 },
      { width: 1_920, height: 1_080 },
    );
    expect(style).toBe(`${ACROSS(320)};bottom:88px;max-height:984px`);
  });

  it('keeps its distance from the edge, however far the button stands out', () => {
    expect(cornerBeside({ top: 10, bottom: 50, right: 400 }, PHONE)).toContain(ACROSS(8));
  });
});
