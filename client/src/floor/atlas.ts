// The pictures of a seat at one zoom, drawn once each and copied thousands of times a frame. Shape
// says as much as colour: free is hollow (a speck where nothing can be hollow), sold is filled,
// oversold is a larger disc with a rim. From afar dots, nearer squares, close up chairs with backs.
import { LOOK_FREE, LOOK_OVERSOLD, TURNS } from './look.ts';
import { pack, type Palette, type Rgb } from './palette.ts';
import { seatColours, SQUARES_FROM, TURNED_FROM } from './seat-colours.ts';
import { coatedSprite, hotDisc, seatShape, type Coat } from './seat-shapes.ts';
import { squareSprite, type Sprite } from './sprite.ts';

/** The smallest mark of an oversold seat, in device pixels at a unit of 1. */
const LEAST_HOT_PX = 5;

export class SeatAtlas {
  /** False: every seat looks the same from all sides, and turn 0 is asked for. */
  readonly turned: boolean;
  /** No picture but that of an oversold seat fits: dotStamp puts down the rest. */
  readonly dots: boolean;
  /** Of each look, packed. */
  readonly colours: Uint32Array;
  /** Half of the largest picture, in device pixels. */
  readonly reach: number;
  readonly #seatPitch: number;
  readonly #hotSize: number;
  readonly #palette: Palette;
  readonly #inks: readonly Rgb[];
  readonly #sprites: (Sprite | undefined)[] = [];

  /**
   * @param seatPitch between neighbours in device pixels; @param unit device pixels for one pixel of
   * a screen of 1920 × 1080
   */
  constructor(seatPitch: number, unit: number, palette: Palette) {
    this.#seatPitch = seatPitch;
    this.#hotSize = Math.max(LEAST_HOT_PX * unit, seatPitch);
    this.#palette = palette;
    this.turned = seatPitch >= TURNED_FROM;
    this.dots = seatPitch < SQUARES_FROM;
    this.#inks = seatColours(seatPitch, palette);
    this.colours = Uint32Array.from(this.#inks, (ink) => pack(ink));
    this.reach = Math.ceil(this.#hotSize * 0.63) + 2;
  }

  /** @param look of look.ts; @param turn from 0 up to TURNS */
  sprite(look: number, turn: number): Sprite {
    const key = look * TURNS + turn;
    return (this.#sprites[key] ??= this.#draw(look, turn));
  }

  #draw(look: number, turn: number): Sprite {
    if (look === LOOK_OVERSOLD) {
      return this.#picture(this.#hotSize * 1.25, 0, hotDisc(this.#hotSize, this.#palette));
    }
    const colour = this.#inks[look] ?? this.#palette.freeOutline;
    if (!this.turned) return this.#square(look === LOOK_FREE, colour);
    const angle = (turn / TURNS) * 2 * Math.PI - Math.PI / 2;
    const distance = seatShape(this.#seatPitch, look === LOOK_FREE);
    return this.#picture(this.#seatPitch * 1.15, angle, [{ distance, colour, opacity: 1 }]);
  }

  /** So small that neighbours never overlap, whichever way their row runs. */
  #square(free: boolean, colour: Rgb): Sprite {
    const size = Math.max(1, Math.floor(this.#seatPitch / Math.SQRT2));
    return squareSprite(size, free ? Math.max(1, size - 1) : size, colour, this.#palette.stage);
  }

  #picture(width: number, angle: number, coats: readonly Coat[]): Sprite {
    return coatedSprite(Math.max(3, Math.ceil(width)) | 1, angle, coats, this.#palette.stage);
  }
}
