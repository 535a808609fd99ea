// What is really painted on a canvas: pixels of the colours that mean something, in the dark theme.

export interface Ink {
  readonly free: number;
  readonly sold: number;
  readonly hot: number;
}

const COUNT_INK = `(canvas) => {
  // A thread has its pixels: what can be read is the picture that is shown.
  const { width, height } = canvas;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(canvas, 0, 0);
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

/** Counts on an engine's floor; evaluated in a page, it is an `Ink`. */
export const inkScript = (engine: string): string =>
  `(${COUNT_INK})(document.querySelector('section[aria-labelledby=engine-${engine}] canvas.base'))`;
