// Badges drawn once each: on a floor that burns, hundreds of them are put down thirty times a second.
import { contextOf, sizeCanvas } from './canvas.ts';
import { drawBadge, type Badge } from './overlay.ts';
import type { Palette } from './palette.ts';

/** Of different size or number; beyond that all are drawn anew. */
const MAX_PICTURES = 200;
/** Rim and smooth edge. */
const MARGIN_PX = 2;

export class BadgePictures {
  readonly #pictures = new Map<string, HTMLCanvasElement>();
  #of: { readonly palette: Palette; readonly density: number } | null = null;

  /** On a context whose scale is the density. */
  draw(
    context: CanvasRenderingContext2D,
    badges: readonly Badge[],
    palette: Palette,
    density: number,
  ): void {
    const isFull = this.#pictures.size > MAX_PICTURES;
    if (this.#of?.palette !== palette || this.#of.density !== density || isFull) this.forget();
    this.#of = { palette, density };
    for (const badge of badges) {
      const picture = this.#picture(badge, palette, density);
      const size = picture.width / density;
      context.drawImage(picture, badge.x - size / 2, badge.y - size / 2, size, size);
    }
  }

  /** The font has come: what was written in another one is drawn anew. */
  forget(): void {
    this.#pictures.clear();
  }

  #picture(badge: Badge, palette: Palette, density: number): HTMLCanvasElement {
    const key = `${badge.label} ${badge.radius.toFixed(1)}`;
    const known = this.#pictures.get(key);
    if (known !== undefined) return known;
    const canvas = document.createElement('canvas');
    const size = Math.ceil((badge.radius * 1.11 + MARGIN_PX) * 2 * density);
    sizeCanvas(canvas, size, size);
    const context = contextOf(canvas);
    context.setTransform(density, 0, 0, density, size / 2, size / 2);
    drawBadge(context, badge, palette);
    this.#pictures.set(key, canvas);
    return canvas;
  }
}
