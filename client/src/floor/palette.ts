// The colours that the canvas paints with, dark for a stage and light for a bright room. Hues say
// the Region, strength says whether to look: on a floor that oversold, sold seats step back so that
// only the oversold ones stand out. No meaning hangs on colour alone; look.ts and atlas.ts give shape.

export const THEMES = ['dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

export type Rgb = readonly [red: number, green: number, blue: number];

/** What the middle of the floor says without words. */
export type Tone = 'good' | 'bad' | 'unproven';

export interface Palette {
  readonly stage: Rgb;
  readonly freeOutline: Rgb;
  /** A seat at the moment it is sold. */
  readonly flash: Rgb;
  readonly hot: Rgb;
  readonly hotRim: Rgb;
  /** Opacity of the glow around a badge, in its middle. */
  readonly glow: number;
  /** What is written on a hot badge. */
  readonly hotText: Rgb;
  /** Rings, the line to the tickets, the cursor. */
  readonly mark: Rgb;
  /** What is written on free seats, on sold ones, and on those while they are dimmed. */
  readonly freeText: Rgb;
  readonly soldText: Rgb;
  readonly dimmedText: Rgb;
  /** By position of the Region in its engine's list; the names are always written beside them. */
  readonly regions: readonly Rgb[];
  readonly unknownRegion: Rgb;
  /** How much of its colour a sold seat keeps on a floor that oversold. */
  readonly dimmed: number;
  readonly pitch: Readonly<Record<Tone, { readonly core: Rgb; readonly edge: Rgb }>>;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: {
    stage: [6, 8, 12],
    freeOutline: [84, 97, 116],
    flash: [255, 255, 255],
    hot: [214, 52, 20],
    hotRim: [255, 214, 196],
    glow: 0.4,
    hotText: [255, 255, 255],
    mark: [255, 255, 255],
    freeText: [165, 177, 194],
    soldText: [6, 18, 26],
    dimmedText: [240, 245, 250],
    regions: [
      [86, 180, 233],
      [34, 195, 160],
      [196, 160, 255],
      [240, 200, 90],
    ],
    unknownRegion: [150, 163, 184],
    dimmed: 0.5,
    pitch: {
      good: { core: [14, 44, 42], edge: [10, 22, 26] },
      bad: { core: [112, 28, 10], edge: [30, 9, 8] },
      unproven: { core: [24, 31, 43], edge: [13, 18, 26] },
    },
  },
  light: {
    stage: [245, 247, 250],
    freeOutline: [122, 134, 153],
    flash: [10, 22, 40],
    hot: [201, 32, 6],
    hotRim: [38, 4, 0],
    glow: 0.24,
    hotText: [255, 255, 255],
    mark: [10, 22, 40],
    freeText: [70, 83, 102],
    soldText: [255, 255, 255],
    dimmedText: [10, 22, 40],
    regions: [
      [21, 113, 179],
      [6, 122, 95],
      [122, 79, 208],
      [143, 98, 0],
    ],
    unknownRegion: [95, 109, 131],
    dimmed: 0.52,
    pitch: {
      good: { core: [206, 240, 229], edge: [228, 245, 239] },
      bad: { core: [255, 214, 203], edge: [253, 233, 227] },
      unproven: { core: [221, 228, 237], edge: [233, 238, 244] },
    },
  },
};

/** @param index of the Region, any; @returns a grey when there is no such Region */
export function regionColour(index: number, { regions, unknownRegion }: Palette): Rgb {
  return regions[index] ?? unknownRegion;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (at: 0 | 1 | 2): number => Math.round(from[at] + (to[at] - from[at]) * share);
  return [channel(0), channel(1), channel(2)];
}

export function css([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

/** An opaque pixel, in the byte order of ImageData on little-endian machines (all that browsers run on). */
export function pack([red, green, blue]: Rgb, alpha = 255): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
