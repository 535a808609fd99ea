// The few things that every canvas here needs.

/** @throws Error when the browser gives none */
export function contextOf(
  canvas: HTMLCanvasElement,
  settings: CanvasRenderingContext2DSettings = {},
): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', settings);
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  return context;
}

/** Clears it, too. At least one pixel each way. */
export function sizeCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
}

/** Pixels to fill and the image that puts them on a canvas; they share their memory. */
export function pixelsFor({ canvas }: CanvasRenderingContext2D): {
  readonly image: ImageData;
  readonly frame: { readonly width: number; readonly height: number; readonly pixels: Uint32Array };
} {
  const { width, height } = canvas;
  const image = new ImageData(width, height);
  return { image, frame: { width, height, pixels: new Uint32Array(image.data.buffer) } };
}
