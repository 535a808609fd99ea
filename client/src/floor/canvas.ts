// The few things that every canvas here needs, on the page and in the thread that paints for it.

/** One of the page, or one whose pixels a thread has. */
export type Canvas = HTMLCanvasElement | OffscreenCanvas;
export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** @throws Error when the browser gives none */
export function contextOf(
  canvas: Canvas,
  settings: CanvasRenderingContext2DSettings = {},
): Context2D {
  const context =
    canvas instanceof OffscreenCanvas
      ? canvas.getContext('2d', settings)
      : canvas.getContext('2d', settings);
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  return context;
}

/** One that is never seen itself. */
export function scratchCanvas(): OffscreenCanvas {
  return new OffscreenCanvas(1, 1);
}

/** Clears it, too. At least one pixel each way. */
export function sizeCanvas(canvas: Canvas, width: number, height: number): void {
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
}

/** Pixels to fill and the image that puts them on a canvas; they share their memory. */
export function pixelsFor({ canvas }: Context2D): {
  readonly image: ImageData;
  readonly frame: { readonly width: number; readonly height: number; readonly pixels: Uint32Array };
} {
  const { width, height } = canvas;
  const image = new ImageData(width, height);
  return { image, frame: { width, height, pixels: new Uint32Array(image.data.buffer) } };
}
