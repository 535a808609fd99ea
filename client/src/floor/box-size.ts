// How large a floor's box is, in what its painting needs to know, and whenever that changes.

export interface BoxSize {
  /** CSS pixels, so many that they are whole pixels of the screen. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly density: number;
  /** How large things are beside a screen of 1920 × 1080, where type has 20 pixels. */
  readonly unit: number;
}

export const NO_SIZE: BoxSize = { width: 0, height: 0, density: 1, unit: 1 };

const TYPE_SIZE_PX = 20;
/** On a small screen type shrinks further than a badge may. */
const LEAST_UNIT = 0.85;
/** Either edge goes to the nearest pixel. */
const ROUNDED_BY_PX = 1;

/** Tells the size now and at each change. Returns its own end. */
export function watchSize(box: HTMLElement, onSize: (size: BoxSize) => void): () => void {
  let last = NO_SIZE;
  let covered: Covered | null = null;
  const measure = (): void => {
    const { devicePixelRatio: density } = window;
    // Of another screen than now: some browsers will tell exactly what it covers of this one.
    if (covered?.density !== density) covered = coveredBy(box, undefined);
    const [width, height] = [covered.width / density, covered.height / density];
    const typeSizePx = Number.parseFloat(getComputedStyle(box).fontSize);
    const unit = Math.max(LEAST_UNIT, typeSizePx / TYPE_SIZE_PX);
    const size = { width, height, density, unit };
    if (isSame(last, size)) return;
    last = size;
    onSize(size);
  };
  const observer = new ResizeObserver((entries) => {
    covered = coveredBy(box, entries.at(-1));
    measure();
  });
  observePixels(observer, box);
  // Dragged to a screen of another density, or zoomed: the box may keep its size.
  addEventListener('resize', measure);
  return () => {
    observer.disconnect();
    removeEventListener('resize', measure);
  };
}

/** Pixels of the screen, after rounding by the browser; only it knows which way each edge goes. */
interface Covered {
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel, then. */
  readonly density: number;
}

/** Safari does not say; and a screen that is only played, as in a browser's tools, has none. */
function coveredBy(box: HTMLElement, entry: ResizeObserverEntry | undefined): Covered {
  const { devicePixelRatio: density } = window;
  // Unlike the rectangle on the screen, it is not scaled with a slide.
  const { width, height } = getComputedStyle(box);
  const near = {
    width: Math.round(Number.parseFloat(width) * density),
    height: Math.round(Number.parseFloat(height) * density),
    density,
  };
  const sizes: readonly ResizeObserverSize[] | undefined = entry?.devicePixelContentBoxSize;
  const told = sizes?.[0];
  if (told === undefined || Math.abs(told.inlineSize - near.width) > ROUNDED_BY_PX) return near;
  return { width: told.inlineSize, height: told.blockSize, density };
}

function observePixels(observer: ResizeObserver, box: HTMLElement): void {
  try {
    observer.observe(box, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(box);
  }
}

function isSame(one: BoxSize, other: BoxSize): boolean {
  return (
    one.width === other.width &&
    one.height === other.height &&
    one.density === other.density &&
    one.unit === other.unit
  );
}
