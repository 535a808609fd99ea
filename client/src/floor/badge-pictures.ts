// Badges and their glow, drawn once each and put down pixel by pixel: on a floor that burns, hundreds of
// them are painted thirty times a second, and without a graphics card a scaled picture is dear.
import { contextOf, scratchCanvas, sizeCanvas, type Context2D } from './canvas.ts';
import type { Layout } from './layout.ts';
import { drawBadge, glowReach, paintGlow, seenFromAfar, type Badge } from './overlay.ts';
import type { Palette } from './palette.ts';

/** Of different size or number; beyond that all are drawn anew. */
const MAX_PICTURES = 300;
/** Rim and smooth edge. */
const MARGIN_PX = 2;

export interface BadgeStyle {
  readonly layout: Layout;
  readonly palette: Palette;
  readonly density: number;
}

export class BadgePictures {
  readonly #pictures = new Map<string, OffscreenCanvas>();
  #of: Pick<BadgeStyle, 'palette' | 'density'> | null = null;

  /**
   * All glows beneath all badges, each at the nearest whole pixel. From afar no glow reaches another
   * badge, and each is one picture with its own. @param context of that density
   */
  draw(context: Context2D, badges: readonly Badge[], style: BadgeStyle): void {
    const { palette, density } = style;
    const isFull = this.#pictures.size > MAX_PICTURES;
    if (this.#of?.palette !== palette || this.#of.density !== density || isFull) this.forget();
    this.#of = style;
    const { a: scale, e: left, f: top } = context.getTransform();
    const put = (picture: OffscreenCanvas, { x, y }: Badge): void => {
      const half = picture.width / 2;
      const atX = Math.round(x * scale + left - half);
      context.drawImage(picture, atX, Math.round(y * scale + top - half));
    };
    context.save();
    context.resetTransform();
    if (seenFromAfar(style.layout)) {
      for (const badge of badges) put(this.#both(badge, style), badge);
    } else {
      for (const badge of badges) put(this.#glow(badge, style), badge);
      for (const badge of badges) put(this.#badge(badge, style), badge);
    }
    context.restore();
  }

  /** The font has come: what was written in another one is drawn anew. */
  forget(): void {
    this.#pictures.clear();
  }

  /** As large as the glow, or a pixel more: so that the badge stands on whole pixels, as alone. */
  #both(badge: Badge, style: BadgeStyle): OffscreenCanvas {
    const [glow, alone] = [this.#glow(badge, style), this.#badge(badge, style)];
    const size = glow.width + ((glow.width + alone.width) % 2);
    return this.#picture(`both ${keyOf(badge)}`, size, (context) => {
      context.drawImage(glow, 0, 0);
      context.drawImage(alone, (size - alone.width) / 2, (size - alone.width) / 2);
    });
  }

  #glow({ radius }: Badge, { layout, palette, density }: BadgeStyle): OffscreenCanvas {
    const size = Math.ceil(2 * glowReach(radius, layout) * density);
    return this.#picture(`glow ${size}`, size, (context) => paintGlow(context, size, palette));
  }

  #badge(badge: Badge, { palette, density }: BadgeStyle): OffscreenCanvas {
    const size = Math.ceil((badge.radius * 1.11 + MARGIN_PX) * 2 * density);
    return this.#picture(keyOf(badge), size, (context) => {
      context.setTransform(density, 0, 0, density, size / 2, size / 2);
      drawBadge(context, badge, palette);
    });
  }

  #picture(key: string, size: number, draw: (context: Context2D) => void): OffscreenCanvas {
    const known = this.#pictures.get(key);
    if (known !== undefined) return known;
    const canvas = scratchCanvas();
    sizeCanvas(canvas, size, size);
    draw(contextOf(canvas));
    this.#pictures.set(key, canvas);
    return canvas;
  }
}

function keyOf({ label, radius }: Badge): string {
  return `${label} ${radius.toFixed(1)}`;
}
