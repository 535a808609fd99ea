// How large a floor's box is, in what its painting needs to know, and whenever that changes.

export interface BoxSize {
  /** CSS pixels. */
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

/** Tells the size now and at each change. Returns its own end. */
export function watchSize(box: HTMLElement, onSize: (size: BoxSize) => void): () => void {
  let last = NO_SIZE;
  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = box;
    const typeSizePx = Number.parseFloat(getComputedStyle(box).fontSize);
    const unit = Math.max(LEAST_UNIT, typeSizePx / TYPE_SIZE_PX);
    const size = { width, height, density: devicePixelRatio, unit };
    if (isSame(last, size)) return;
    last = size;
    onSize(size);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(box);
  // Dragged to a screen of another density, or zoomed: the box may keep its size.
  addEventListener('resize', measure);
  return () => {
    observer.disconnect();
    removeEventListener('resize', measure);
  };
}

function isSame(one: BoxSize, other: BoxSize): boolean {
  return (
    one.width === other.width &&
    one.height === other.height &&
    one.density === other.density &&
    one.unit === other.unit
  );
}
