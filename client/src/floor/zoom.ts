// The view of one floor in the visitor's hands: wheel, pinch and drag by d3-zoom; keys, buttons and
// "where is it?" by glides. A page that scrolls keeps its wheel and its one finger until the floor is
// zoomed in.
import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom';
import type { Layout } from './layout.ts';
import { between, HOME, isHome, limited, maxZoom, type View } from './view.ts';

const GLIDE_MS = 280;
/** A hand that trembles still clicks. */
const CLICK_DISTANCE_PX = 4;

export class FloorZoom {
  readonly #node: HTMLElement;
  readonly #behaviour: ZoomBehavior<HTMLElement, unknown>;
  readonly #onView: (view: View) => void;
  #home: Layout | null = null;
  #glide: number | null = null;
  #goal: View | null = null;

  constructor(node: HTMLElement, onView: (view: View) => void) {
    this.#node = node;
    this.#onView = onView;
    this.#behaviour = zoom<HTMLElement, unknown>()
      .filter((event: Event) => this.#takes(event))
      .clickDistance(CLICK_DISTANCE_PX)
      .on('start', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (event.sourceEvent instanceof Event) this.#stopGlide();
      })
      .on('zoom', ({ transform: { k, x, y } }: D3ZoomEvent<HTMLElement, unknown>) => {
        this.#onView({ k, x, y });
      });
    // A double click is the floor's own matter: its first click must not buy a seat.
    select(node).call(this.#behaviour).on('dblclick.zoom', null);
  }

  get view(): View {
    const { k, x, y } = zoomTransform(this.#node);
    return { k, x, y };
  }

  /** Where a glide leads, or where it is: the next step starts from there, so that steps add up. */
  get goal(): View {
    return this.#goal ?? this.view;
  }

  /** Another floor or box: the view keeps its limits. */
  fit(home: Layout): void {
    const before = this.#home;
    this.#home = home;
    const { width, height } = home;
    const box: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    this.#behaviour
      .extent(box)
      .translateExtent(box)
      .scaleExtent([1, maxZoom(home)]);
    const { k, x, y } = this.view;
    const [right, down] = [width / (before?.width ?? width), height / (before?.height ?? height)];
    if (!isHome({ k, x, y })) this.#put(limited(home, { k, x: x * right, y: y * down }));
  }

  /** @param calm at once, without the way between */
  go(to: View, calm: boolean): void {
    this.#stopGlide();
    const from = this.view;
    if (calm) {
      this.#put(to);
      return;
    }
    this.#goal = to;
    const startMs = performance.now();
    const step = (nowMs: number): void => {
      const share = Math.min(1, Math.max(0, nowMs - startMs) / GLIDE_MS);
      this.#glide = share < 1 ? requestAnimationFrame(step) : null;
      if (share === 1) this.#goal = null;
      this.#put(share < 1 ? between(from, to, 1 - (1 - share) ** 3) : to);
    };
    this.#glide = requestAnimationFrame(step);
  }

  close(): void {
    this.#stopGlide();
    select(this.#node).on('.zoom', null);
  }

  #put({ k, x, y }: View): void {
    const { k: homeK } = HOME;
    const transform = k === homeK ? zoomIdentity : zoomIdentity.translate(x, y).scale(k);
    this.#behaviour.transform(select(this.#node), transform);
  }

  #stopGlide(): void {
    if (this.#glide !== null) cancelAnimationFrame(this.#glide);
    this.#glide = null;
    this.#goal = null;
  }

  #takes(event: Event): boolean {
    const isZoomed = !isHome(this.view);
    if (event instanceof WheelEvent) return isZoomed || event.ctrlKey || !pageScrolls();
    if ('touches' in event) return isZoomed || (event as TouchEvent).touches.length > 1;
    return isZoomed && event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
  }
}

function pageScrolls(): boolean {
  const page = document.scrollingElement;
  return page !== null && page.scrollHeight > page.clientHeight + 1;
}
