// Everything about a frame that stays the same while only seats change: sizes, the stage behind
// them, where each seat stands in device pixels, and the sprites of this zoom.
import { SeatAtlas } from './atlas.ts';
import { paintBackground } from './background.ts';
import { seatAngles, seatPoint, type Layout } from './layout.ts';
import { turnOf } from './look.ts';
import type { FloorModel } from './model.ts';
import type { Tone } from './palette.ts';
import type { Frame, SeatPixels } from './raster.ts';

export interface Surface {
  /** Device pixels a CSS pixel. */
  readonly density: number;
  /** In CSS pixels. */
  readonly layout: Layout;
  readonly frame: Frame;
  /** Shares its memory with the frame's pixels. */
  readonly image: ImageData;
  readonly seats: SeatPixels;
}

/** Paints the background on the context, which has its final size. @param layout in CSS pixels */
export function prepareSurface(
  context: CanvasRenderingContext2D,
  model: FloorModel,
  layout: Layout,
  density: number,
  tone: Tone,
): Surface {
  const { width, height } = context.canvas;
  const device = inDevicePixels(layout, density);
  paintBackground(context, { ...device, width, height }, tone);
  const image = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const frame = { width, height, pixels, background: pixels.slice() };
  return { density, layout, frame, image, seats: seatPixels(model, device) };
}

function inDevicePixels(layout: Layout, density: number): Layout {
  const { pitch } = layout;
  return {
    width: layout.width * density,
    height: layout.height * density,
    scale: layout.scale * density,
    originX: layout.originX * density,
    originY: layout.originY * density,
    seatPitch: layout.seatPitch * density,
    pitch: {
      left: pitch.left * density,
      top: pitch.top * density,
      width: pitch.width * density,
      height: pitch.height * density,
    },
  };
}

function seatPixels(model: FloorModel, layout: Layout): SeatPixels {
  const atlas = new SeatAtlas(layout.seatPitch, document.createElement('canvas'));
  const centres = new Int32Array(model.positions.length);
  for (let index = 0; index < model.shape.seatCount; index += 1) {
    const { x, y } = seatPoint(layout, model.positions, index);
    centres[index * 2] = Math.round(x);
    centres[index * 2 + 1] = Math.round(y);
  }
  const turns = Uint8Array.from(seatAngles(model.shape, model.positions), turnOf);
  return { centres, turns, sprite: (look, turn) => atlas.sprite(look, turn) };
}
