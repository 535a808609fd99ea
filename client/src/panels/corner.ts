// Where a menu opens: beside its button, towards the side of the page that has more room, and never
// over the page's edge. What is too high for that scrolls inside.

/** Between the menu and its button, and between the menu and the page's edge. */
const GAP_PX = 8;

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}
interface View {
  readonly width: number;
  readonly height: number;
}

/** @returns styles of a fixed box, whose width stands in `--menu-width` */
export function cornerBeside({ top, bottom, right }: Box, { width, height }: View): string {
  const away = Math.max(GAP_PX, width - right);
  const across = `right:max(${GAP_PX}px,min(${away}px,100vw - var(--menu-width) - ${GAP_PX}px))`;
  const [above, below] = [top, height - bottom];
  const side = above > below ? ['bottom', height - top] : ['top', bottom];
  const room = Math.max(above, below) - 2 * GAP_PX;
  return `${across};${side[0]}:${Number(side[1]) + GAP_PX}px;max-height:${room}px`;
}

/** The same for a button as it stands now. */
export function cornerOf(button: HTMLElement): string {
  return cornerBeside(button.getBoundingClientRect(), { width: innerWidth, height: innerHeight });
}
