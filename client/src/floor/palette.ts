// The colours that the canvas paints with. Hues say the Region, brightness says whether to look:
// on a floor that oversold, sold seats are dimmed so that only the oversold ones glow.

export type Rgb = readonly [red: number, green: number, blue: number];

export const STAGE: Rgb = [6, 8, 12];
export const WHITE: Rgb = [255, 255, 255];
export const FREE_OUTLINE: Rgb = [84, 97, 116];
export const HOT: Rgb = [214, 52, 20];
export const HOT_RIM: Rgb = [255, 214, 196];
const UNKNOWN_REGION: Rgb = [150, 163, 184];

/** By position of the Region in its engine's list; the names are always written beside them. */
const REGION_COLOURS: readonly Rgb[] = [
  [86, 180, 233],
  [34, 195, 160],
  [196, 160, 255],
  [240, 200, 90],
];

const DIMMED = 0.5;

/** @param index of the Region, any; @returns a grey when there is no such Region */
export function regionColour(index: number): Rgb {
  return REGION_COLOURS[index] ?? UNKNOWN_REGION;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (at: 0 | 1 | 2): number => Math.round(from[at] + (to[at] - from[at]) * share);
  return [channel(0), channel(1), channel(2)];
}

export function dimmed(colour: Rgb): Rgb {
  return mix(STAGE, colour, DIMMED);
}

export function css([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

/** What the middle of the floor says without words. */
export type Tone = 'good' | 'bad' | 'unproven';

export const PITCH_COLOURS: Readonly<Record<Tone, { readonly core: Rgb; readonly edge: Rgb }>> = {
  good: { core: [14, 44, 42], edge: [10, 22, 26] },
  bad: { core: [112, 28, 10], edge: [30, 9, 8] },
  unproven: { core: [24, 31, 43], edge: [13, 18, 26] },
};
