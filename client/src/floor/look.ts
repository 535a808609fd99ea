// What a seat looks like, as one byte, so that choosing it for every seat in every frame makes no
// garbage, and what was painted can be compared with what should be.
import { FREE, OVERSOLD } from './model.ts';
import { mix, regionColour, type Palette, type Rgb } from './palette.ts';

/** How long a seat just sold stands out from the others. */
export const FLASH_MS = 350;
const FLASH_STEPS = 8;
/** Directions that a seat can face. */
export const TURNS = 32;
/** Regions told apart by colour; the last stands for all others and for none known. */
const REGIONS = 8;

export const LOOK_FREE = 0;
export const LOOK_OVERSOLD = FLASH_STEPS;
const FIRST_SOLD = 2 * FLASH_STEPS;
/** So many looks there are. */
export const LOOKS = FIRST_SOLD + 2 * REGIONS * FLASH_STEPS;
/** No look: nothing was painted yet. */
export const LOOK_NONE = 255;

/** The look of a seat sold long ago, by its Region's number; a table, because it is asked so often. */
const SETTLED = [false, true].map((dim) =>
  Uint8Array.from({ length: 256 }, (_, region) => {
    const tone = Math.min(region, REGIONS - 1) * 2 + (dim ? 1 : 0);
    return FIRST_SOLD + tone * FLASH_STEPS;
  }),
);

/** @param dim on a floor that oversold: only those shall glow */
export function settledLooks(dim: boolean): Uint8Array {
  return SETTLED[dim ? 1 : 0] ?? new Uint8Array();
}

/** What is added to a settled look: 0 settled to FLASH_STEPS - 1 just sold. */
export function flashStep(ageMs: number): number {
  if (ageMs >= FLASH_MS) return 0;
  const left = 1 - Math.max(0, ageMs) / FLASH_MS;
  return Math.ceil(left * (FLASH_STEPS - 1));
}

/** @param look any but LOOK_NONE */
export function isFlashing(look: number): boolean {
  return look > FIRST_SOLD && (look - FIRST_SOLD) % FLASH_STEPS !== 0;
}

/** When a seat that flashes looks different. @param look the one that it has now */
export function nextStepMs(look: number, soldAtMs: number): number {
  const step = (look - FIRST_SOLD) % FLASH_STEPS;
  return soldAtMs + FLASH_MS * (1 - (step - 1) / (FLASH_STEPS - 1));
}

/** @param status of the model; @param region index of the Region that sold it; @returns 0 to 254 */
export function lookOf(status: number, region: number, ageMs: number, dim: boolean): number {
  if (status === FREE) return LOOK_FREE;
  if (status === OVERSOLD) return LOOK_OVERSOLD;
  return (settledLooks(dim)[region] ?? 0) + flashStep(ageMs);
}

export function lookColour(look: number, palette: Palette): Rgb {
  if (look === LOOK_FREE) return palette.freeOutline;
  if (look < FIRST_SOLD) return palette.hot;
  const tone = Math.floor((look - FIRST_SOLD) / FLASH_STEPS);
  const bright = regionColour(tone >> 1, palette);
  const settled = tone % 2 === 1 ? mix(palette.stage, bright, palette.dimmed) : bright;
  return mix(settled, palette.flash, (look % FLASH_STEPS) / (FLASH_STEPS - 1));
}

/** The nearest of the TURNS directions. @param angle in radians, any */
export function turnOf(angle: number): number {
  const turn = Math.round((angle / (2 * Math.PI)) * TURNS) % TURNS;
  return turn < 0 ? turn + TURNS : turn;
}
