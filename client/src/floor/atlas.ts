// Small pictures of a seat, drawn once each and copied thousands of times a frame. Each is blended
// with the stage already, so that the copy is whole runs of pixels with no arithmetic.
import { LOOK_FREE, LOOK_OVERSOLD, lookColour, TURNS } from './look.ts';
import { css, HOT, HOT_RIM, mix, STAGE, type Rgb } from './palette.ts';

export interface Sprite {
  /** Width and height in pixels; the seat's centre is its middle. */
  readonly size: number;
  readonly pixels: Uint32Array;
  /** Per row: the first pixel that is painted and the one after the last. */
  readonly spans: Uint16Array;
}

export class SeatAtlas {
  readonly #seatPitch: number;
  readonly #context: CanvasRenderingContext2D;
  readonly #sprites: (Sprite | undefined)[] = [];

  /** @param seatPitch between neighbours in device pixels; @param canvas scratch, any */
  constructor(seatPitch: number, canvas: HTMLCanvasElement) {
    this.#seatPitch = seatPitch;
    const size = Math.max(3, Math.ceil(seatPitch * 1.15));
    canvas.width = size;
    canvas.height = size;
    this.#context = contextOf(canvas);
  }

  /** @param look of look.ts; @param turn from 0 up to TURNS */
  sprite(look: number, turn: number): Sprite {
    const key = look * TURNS + turn;
    return (this.#sprites[key] ??= this.#draw(look, (turn / TURNS) * 2 * Math.PI));
  }

  #draw(look: number, angle: number): Sprite {
    const context = this.#context;
    const size = context.canvas.width;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, size, size);
    context.translate(size / 2, size / 2);
    context.rotate(angle - Math.PI / 2);
    if (look === LOOK_OVERSOLD) drawHotDisc(context, this.#seatPitch);
    else drawSeat(context, this.#seatPitch, lookColour(look), look === LOOK_FREE);
    return cutOut(context.getImageData(0, 0, size, size));
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  return context;
}

/** A chair from above, its back towards +y; a plain rounded square where a chair cannot be seen. */
function drawSeat(
  context: CanvasRenderingContext2D,
  pitch: number,
  colour: Rgb,
  hollow: boolean,
): void {
  const side = pitch * 0.74;
  const half = side / 2;
  const line = Math.max(1, pitch * 0.06);
  const inset = hollow ? line / 2 : 0;
  context.fillStyle = css(colour);
  context.strokeStyle = css(colour);
  context.lineWidth = line;
  context.beginPath();
  if (pitch < 20) {
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

function drawHotDisc(context: CanvasRenderingContext2D, pitch: number): void {
  context.beginPath();
  context.arc(0, 0, pitch * 0.5, 0, 2 * Math.PI);
  context.fillStyle = css(HOT);
  context.fill();
  context.lineWidth = Math.max(1, pitch * 0.09);
  context.strokeStyle = css(HOT_RIM);
  context.stroke();
}

/** Blends with the stage, and notes where each row is painted. */
function cutOut({ width, height, data }: ImageData): Sprite {
  const pixels = new Uint32Array(width * height);
  const spans = new Uint16Array(height * 2);
  for (let y = 0; y < height; y += 1) {
    let first = width;
    let end = 0;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const alpha = data[at + 3] ?? 0;
      const ink: Rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      pixels[y * width + x] = pack(mix(STAGE, ink, alpha / 255));
      if (alpha < 8) continue;
      first = Math.min(first, x);
      end = x + 1;
    }
    spans[y * 2] = Math.min(first, end);
    spans[y * 2 + 1] = end;
  }
  return { size: width, pixels, spans };
}

/** An opaque pixel, in the byte order of ImageData on little-endian machines (all that browsers run on). */
export function pack([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
