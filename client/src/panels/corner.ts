// Where a menu opens: beside its button, towards the side of the page that has more room.

/** Below this a menu is as wide as the page. */
const NARROW_PX = 721;

/** @returns styles of a fixed box that ends at the button's right edge, or at the page's */
export function cornerBeside(button: HTMLElement): string {
  const { top, bottom, right } = button.getBoundingClientRect();
  const away = innerWidth < NARROW_PX ? 8 : Math.max(8, innerWidth - right);
  return top > innerHeight - bottom
    ? `right:${away}px;bottom:${innerHeight - top + 8}px;top:auto;max-height:${top - 16}px`
    : `right:${away}px;top:${bottom + 8}px;bottom:auto;max-height:${innerHeight - bottom - 16}px`;
}
