// What a pointer means on a floor: a mouse points, a click chooses, a double click comes closer. A
// click waits for the second one of a double click, so that coming closer never buys a seat.
import type { Point } from './layout.ts';

/** Within which a second click makes a double click. */
const DOUBLE_CLICK_MS = 240;
/** A hand that trembles still clicks; one that goes further drags, which is no click. */
const CLICK_DISTANCE_PX = 4;

export interface PointerActions {
  /** A mouse is here; null: it left. */
  readonly onPoint: (at: Point | null) => void;
  /** @param fine false: a finger, which covers more than a mouse */
  readonly onPress: (at: Point, shift: boolean, fine: boolean) => void;
  readonly onCloser: (at: Point) => void;
}

/** Points are in CSS pixels of the node. Returns its own end. */
export function watchPointer(node: HTMLElement, actions: PointerActions): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let fine = true;
  let pressed: Point = { x: 0, y: 0 };
  const at = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = node.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const move = (event: PointerEvent): void => {
    // While a button is down, the floor is dragged.
    const points = event.pointerType === 'mouse' && event.buttons === 0;
    actions.onPoint(points ? at(event) : null);
  };
  const leave = (): void => actions.onPoint(null);
  const down = (event: PointerEvent): void => {
    fine = event.pointerType !== 'touch';
    pressed = at(event);
  };
  const click = (event: MouseEvent): void => {
    clearTimeout(waiting);
    if (event.detail > 1) return;
    const [place, shift, wasFine] = [at(event), event.shiftKey, fine];
    if (fine && Math.hypot(place.x - pressed.x, place.y - pressed.y) > CLICK_DISTANCE_PX) return;
    waiting = setTimeout(() => actions.onPress(place, shift, wasFine), DOUBLE_CLICK_MS);
  };
  const closer = (event: MouseEvent): void => actions.onCloser(at(event));
  node.addEventListener('pointermove', move);
  node.addEventListener('pointerleave', leave);
  node.addEventListener('pointerdown', down);
  node.addEventListener('click', click);
  node.addEventListener('dblclick', closer);
  return () => {
    clearTimeout(waiting);
    node.removeEventListener('pointermove', move);
    node.removeEventListener('pointerleave', leave);
    node.removeEventListener('pointerdown', down);
    node.removeEventListener('click', click);
    node.removeEventListener('dblclick', closer);
  };
}
