// Whether model and canvas show the last state that was sent, for every seat. The canvas is read pixel
// by pixel, as a visitor sees it. Pure but for what it is given to read.
import { fitFloor, seatPoint } from '../floor/layout.ts';
import { lookOf } from '../floor/look.ts';
import { OVERSOLD, type FloorModel } from '../floor/model.ts';
import { mix, type Palette, type Rgb } from '../floor/palette.ts';
import { seatColours } from '../floor/seat-colours.ts';
import type { FeedEnd } from './bench-engine.svelte.ts';

export interface PictureCheck {
  readonly seats: number;
  /** Seats whose state in the model is not the last one sent. */
  readonly wrongInModel: number;
  /** Seats whose pixel does not have the colour of the last state sent. */
  readonly wrongOnCanvas: number;
  /** Seats beneath the disc of an oversold neighbour: their pixel is that of the disc. */
  readonly covered: number;
}

/** For a floor that is seen whole, long after its last flash, at one pixel of the screen a CSS pixel. */
export function checkPicture(
  model: FloorModel,
  sent: FeedEnd,
  canvas: HTMLCanvasElement,
  palette: Palette,
): PictureCheck {
  const { seatCount } = model.shape;
  const colourAt = pixelReader(canvas);
  const layout = fitFloor(model.shape, canvas.width, canvas.height);
  const colours = seatColours(layout.seatPitch, palette);
  const dim = sent.holders.some((holders) => holders > 1);
  let [wrongInModel, wrongOnCanvas, covered] = [0, 0, 0];
  for (let index = 0; index < seatCount; index += 1) {
    const holders = sent.holders[index] ?? 0;
    const status = Math.min(holders, OVERSOLD);
    const region = sent.regions[index] ?? 0;
    const isHeld = model.status[index] === status && model.holders[index] === holders;
    if (!isHeld || model.region[index] !== region) wrongInModel += 1;
    const { x, y } = seatPoint(layout, model.positions, index);
    const seen = colourAt(Math.round(x), Math.round(y));
    if (isNear(seen, colours[lookOf(status, region, Infinity, dim)])) continue;
    if (isDisc(seen, palette)) covered += 1;
    else wrongOnCanvas += 1;
  }
  return { seats: seatCount, wrongInModel, wrongOnCanvas, covered };
}

function pixelReader(canvas: HTMLCanvasElement): (x: number, y: number) => Rgb {
  // A thread has its pixels: what can be read is the picture that is shown.
  const { width, height } = canvas;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return (x, y) => {
    const at = (y * width + x) * 4;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  };
}

function isNear(one: Rgb, other: Rgb | undefined): boolean {
  return (
    other !== undefined && one.every((channel, at) => Math.abs(channel - (other[at] ?? 0)) <= 2)
  );
}

/** Of the disc or its rim, however they blend: on the line from hot to its rim, or from the stage. */
function isDisc(colour: Rgb, { hot, hotRim, stage }: Palette): boolean {
  // Where nothing was painted at all there is no disc either.
  if (isNear(colour, stage)) return false;
  const lines: readonly (readonly [Rgb, Rgb])[] = [
    [hot, hotRim],
    [stage, hotRim],
    [stage, hot],
    [stage, mix(hot, hotRim, 0.6)],
  ];
  return lines.some(([from, to]) => distanceToLine(colour, from, to) < 14);
}

function distanceToLine(colour: Rgb, from: Rgb, to: Rgb): number {
  const along = to.map((channel, at) => channel - (from[at] ?? 0));
  const off = colour.map((channel, at) => channel - (from[at] ?? 0));
  const dot = along.reduce((sum, value, at) => sum + value * (off[at] ?? 0), 0);
  const length = along.reduce((sum, value) => sum + value * value, 0);
  const share = Math.min(1, Math.max(0, dot / Math.max(1, length)));
  return Math.hypot(...off.map((value, at) => value - (along[at] ?? 0) * share));
}
