// What is really painted on a canvas: pixels of the colours that mean something, in the dark theme.

export interface Ink {
  readonly free: number;
  readonly sold: number;
  readonly hot: number;
}

/** Of anything that can be drawn. A thread has its pixels: what can be read is the picture shown. */
const COUNT_INK = `(picture) => {
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const near = (at, [red, green, blue]) =>
    Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue) < 12;
  const count = (...colours) => {
    let found = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (colours.some((colour) => near(at, colour))) found += 1;
    }
    return found;
  };
  return {
    free: count([84, 97, 116]),
    sold: count([86, 180, 233], [34, 195, 160]),
    hot: count([214, 52, 20]),
  };
}`;

/** Where an engine's seats are painted. */
export const floorOf = (engine: string): string =>
  `section[aria-labelledby=engine-${engine}] canvas.base`;

/** Counts on an engine's floor; evaluated in a page, it is an `Ink`. */
export const inkScript = (engine: string): string =>
  `(${COUNT_INK})(document.querySelector('${floorOf(engine)}'))`;

/**
 * Counts on a picture of a page, whichever page evaluates it. For Firefox: a page that reads a canvas
 * of a thread waits there for the thread, whose own getImageData waits for the page, until after
 * 10 s the browser lets one of them go; measured with 153esr. @param png in base64
 */
export const pictureInkScript = (png: string): string => `(async () => {
  const bytes = Uint8Array.from(atob('${png}'), (letter) => letter.charCodeAt(0));
  return (${COUNT_INK})(await createImageBitmap(new Blob([bytes], { type: 'image/png' })));
})()`;
