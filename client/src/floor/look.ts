// What a seat looks like, as one small integer, so that choosing it for every seat in every frame
// makes no garbage: a sprite is found by look and turn in a flat table.
import { FREE, OVERSOLD } from './model.ts';
import { dimmed, FREE_OUTLINE, HOT, mix, regionColour, WHITE, type Rgb } from './palette.ts';

/** How long a seat just sold stays lighter than the others. */
export const FLASH_MS = 350;
const FLASH_STEPS = 8;
/** Directions that a seat can face. */
export const TURNS = 32;
/** Regions told apart by colour; the last stands for all others and for none known. */
const REGIONS = 8;

export const LOOK_FREE = 0;
export const LOOK_OVERSOLD = FLASH_STEPS;
const FIRST_SOLD = 2 * FLASH_STEPS;

/**
 * @param status of the model; @param region index of the Region that sold it; @param ageMs since it
 * was sold, Infinity when nobody saw it; @param dim on a floor that oversold: only those shall glow
 */
export function lookOf(status: number, region: number, ageMs: number, dim: boolean): number {
  if (status === FREE) return LOOK_FREE;
  if (status === OVERSOLD) return LOOK_OVERSOLD;
  const tone = Math.min(region, REGIONS - 1) * 2 + (dim ? 1 : 0);
  return FIRST_SOLD + tone * FLASH_STEPS + flashStep(ageMs);
}

/** 0 settled to FLASH_STEPS - 1 just sold. */
function flashStep(ageMs: number): number {
  if (ageMs >= FLASH_MS) return 0;
  const left = 1 - Math.max(0, ageMs) / FLASH_MS;
  return Math.ceil(left * (FLASH_STEPS - 1));
}

/** True while the seat is on its way from white to its colour. */
export function isFlash(look: number): boolean {
  return look % FLASH_STEPS > 0;
}

export function lookColour(look: number): Rgb {
  if (look === LOOK_FREE) return FREE_OUTLINE;
  if (look < FIRST_SOLD) return HOT;
  const tone = Math.floor((look - FIRST_SOLD) / FLASH_STEPS);
  const bright = regionColour(tone >> 1);
  const settled = tone % 2 === 1 ? dimmed(bright) : bright;
  return mix(settled, WHITE, (look % FLASH_STEPS) / (FLASH_STEPS - 1));
}

/** The nearest of the TURNS directions. @param angle in radians, any */
export function turnOf(angle: number): number {
  const turn = Math.round((angle / (2 * Math.PI)) * TURNS) % TURNS;
  return turn < 0 ? turn + TURNS : turn;
}
