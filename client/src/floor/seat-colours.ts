// The colour of every look at one zoom. Pure: the pictures are drawn with it, and the bench reads it
// back from the canvas.
import { LOOK_FREE, lookColour, LOOKS } from './look.ts';
import { mix, type Palette, type Rgb } from './palette.ts';

/** Below this seat pitch, in device pixels, a seat is a small square, and none is turned. */
export const TURNED_FROM = 5;
/** Below this one there is no room for two by two pixels whichever way a row runs. */
export const SQUARES_FROM = 2 * Math.SQRT2;
/** How strong a free seat is that has no room to be hollow: together they must not outshine the sold. */
const FREE_SQUARE = 0.8;
const FREE_DOT = 0.5;

/** By look. @param seatPitch between neighbours in device pixels */
export function seatColours(seatPitch: number, palette: Palette): Rgb[] {
  return Array.from({ length: LOOKS }, (_, look) => {
    const colour = lookColour(look, palette);
    if (look !== LOOK_FREE || seatPitch >= TURNED_FROM) return colour;
    return mix(palette.stage, colour, seatPitch < SQUARES_FROM ? FREE_DOT : FREE_SQUARE);
  });
}
