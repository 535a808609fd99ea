// The pictures of a seat at one zoom, drawn once each and copied thousands of times a frame. Shape
// says as much as colour: free is hollow (a speck where nothing can be hollow), sold is filled,
// oversold is a larger disc with a rim. From afar dots, nearer squares, close up chairs with backs.
import type { Context2D } from './canvas.ts';
import { LOOK_FREE, LOOK_OVERSOLD, TURNS } from './look.ts';
import { css, pack, type Palette, type Rgb } from './palette.ts';
import { seatColours, SQUARES_FROM, TURNED_FROM } from './seat-colours.ts';
import { opaqueSprite, squareSprite, type Sprite } from './sprite.ts';

/** From here on it is a chair. */
const CHAIRS_FROM = 20;
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
  readonly #context: Context2D;
  readonly #sprites: (Sprite | undefined)[] = [];

  /**
   * @param seatPitch between neighbours in device pixels; @param unit device pixels for one pixel of
   * a screen of 1920 × 1080; @param context of a scratch canvas, read often
   */
  constructor(seatPitch: number, unit: number, palette: Palette, context: Context2D) {
    this.#seatPitch = seatPitch;
    this.#hotSize = Math.max(LEAST_HOT_PX * unit, seatPitch);
    this.#palette = palette;
    this.#context = context;
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
      return this.#picture(this.#hotSize * 1.25, 0, () => {
        drawHotDisc(this.#context, this.#hotSize, this.#palette);
      });
    }
    const colour = this.#inks[look] ?? this.#palette.freeOutline;
    if (!this.turned) return this.#square(look === LOOK_FREE, colour);
    const angle = (turn / TURNS) * 2 * Math.PI - Math.PI / 2;
    return this.#picture(this.#seatPitch * 1.15, angle, () => {
      drawSeat(this.#context, this.#seatPitch, colour, look === LOOK_FREE);
    });
  }

  /** So small that neighbours never overlap, whichever way their row runs. */
  #square(free: boolean, colour: Rgb): Sprite {
    const size = Math.max(1, Math.floor(this.#seatPitch / Math.SQRT2));
    return squareSprite(size, free ? Math.max(1, size - 1) : size, colour, this.#palette.stage);
  }

  #picture(width: number, angle: number, draw: () => void): Sprite {
    const size = Math.max(3, Math.ceil(width)) | 1;
    const context = this.#context;
    context.canvas.width = size;
    context.canvas.height = size;
    context.setTransform(1, 0, 0, 1, size / 2, size / 2);
    context.rotate(angle);
    draw();
    return opaqueSprite(context.getImageData(0, 0, size, size), this.#palette.stage);
  }
}

/** A chair from above, its back towards +y; a plain rounded square where a chair cannot be seen. */
function drawSeat(context: Context2D, pitch: number, colour: Rgb, hollow: boolean): void {
  const side = pitch * 0.74;
  const half = side / 2;
  const line = Math.max(1, pitch * 0.06);
  const inset = hollow ? line / 2 : 0;
  context.fillStyle = css(colour);
  context.strokeStyle = css(colour);
  context.lineWidth = line;
  context.beginPath();
  if (pitch < CHAIRS_FROM) {
    const front = side * 0.42;
    const back = side * 0.16;
    const edge = half - inset;
    context.roundRect(-edge, -edge, 2 * edge, 2 * edge, [front, front, back, back]);
  } else {
    const cushion = half - inset;
    context.roundRect(-cushion, -cushion, 2 * cushion, side * 0.74 - inset, side * 0.24);
    context.roundRect(-cushion, half - side * 0.17, 2 * cushion, side * 0.17 - inset, side * 0.08);
  }
  if (hollow) context.stroke();
  else context.fill();
}

function drawHotDisc(context: Context2D, size: number, palette: Palette): void {
  const line = Math.max(1, size * 0.09);
  context.beginPath();
  context.arc(0, 0, size / 2, 0, 2 * Math.PI);
  context.fillStyle = css(palette.hot);
  context.fill();
  context.lineWidth = line;
  context.strokeStyle = css(palette.hotRim, size < 9 ? 0.6 : 1);
  context.stroke();
}
