// What stands above the seats: the glow, the badge and the embers of what was sold more than once,
// the ring around the seat in question and the line that leads to its tickets. Pure drawing: it is
// given what is true and a context, and remembers nothing.
import type { Context2D } from './canvas.ts';
import type { Layout, Point } from './layout.ts';
import { css, type Palette } from './palette.ts';

const MAX_EMBERS = 300;
const MAX_EMBERS_AFAR = 100;
const EMBERS_A_BADGE = 5;
const FULL_CIRCLE = 2 * Math.PI;
/** Below it an ember is a speck in the middle tone of its picture; CSS pixels. */
const SPECKS_BELOW_PX = 3;
const SPECK = 'rgb(255 165 65)';
/** The share of its box that an ember's picture fills, each way. */
const SPECK_SHARE = 0.82;

export interface Badge extends Point {
  readonly holders: number;
  readonly label: string;
  readonly radius: number;
}

/** A badge covers dozens of seats: fewer of them, and less glow, so that the floor is still seen. */
export function seenFromAfar({ seatPitch, unit }: Pick<Layout, 'seatPitch' | 'unit'>): boolean {
  return seatPitch < 4 * unit;
}

/** In pixels. A badge grows with the number of holders, slowly. */
export function badgeRadius(
  { seatPitch, unit }: Pick<Layout, 'seatPitch' | 'unit'>,
  holders: number,
): number {
  const least = Math.min(10 * unit, Math.max(7.5 * unit, seatPitch * 2));
  const base = Math.min(22 * unit, Math.max(least, seatPitch * 0.56));
  return base * Math.min(1.9, 0.55 + 0.45 * Math.log2(Math.max(2, holders)));
}

/** How far the glow of a badge reaches from its middle. */
export function glowReach(radius: number, layout: Layout): number {
  if (seenFromAfar(layout)) return radius * 2.2;
  return Math.max(Math.min(46 * layout.unit, radius * 4), radius * 3.4);
}

/** The glow of one badge, as large as its square canvas. */
export function paintGlow(
  context: Context2D,
  size: number,
  { hot, glow: strength }: Palette,
): void {
  const half = size / 2;
  const glow = context.createRadialGradient(half, half, half * 0.1, half, half, half);
  glow.addColorStop(0, css(hot, strength));
  glow.addColorStop(0.4, css(hot, strength * 0.42));
  glow.addColorStop(1, css(hot, 0));
  context.fillStyle = glow;
  context.fillRect(0, 0, size, size);
}

/** About the context's origin. */
export function drawBadge(
  context: Context2D,
  { radius, label }: Pick<Badge, 'radius' | 'label'>,
  { hot, hotRim, hotText }: Palette,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  circle(context, 0, 0, radius);
  context.fillStyle = css(hot);
  context.fill();
  context.lineWidth = Math.max(1.25, radius * 0.11);
  context.strokeStyle = css(hotRim);
  context.stroke();
  const size = radius * (label.length > 2 ? 0.84 : label.length > 1 ? 1.05 : 1.3);
  context.font = `800 ${size}px "Archivo Variable", sans-serif`;
  context.fillStyle = css(hotText);
  context.fillText(label, 0, size * 0.06);
}

/** @param ember a small picture of one; @param seconds of a clock that stands still once it is quiet */
export function drawEmbers(
  context: Context2D,
  badges: readonly Badge[],
  ember: CanvasImageSource,
  seconds: number,
  layout: Layout,
): void {
  const most = seenFromAfar(layout) ? MAX_EMBERS_AFAR : MAX_EMBERS;
  context.globalCompositeOperation = 'lighter';
  context.fillStyle = SPECK;
  for (const badge of badges.slice(-Math.floor(most / EMBERS_A_BADGE))) {
    for (let each = 0; each < EMBERS_A_BADGE; each += 1) {
      drawEmber(context, badge, each, ember, seconds);
    }
  }
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
}

function drawEmber(
  context: Context2D,
  { x, y, radius }: Badge,
  each: number,
  ember: CanvasImageSource,
  seconds: number,
): void {
  const seed = scatter(x * 7.31 + y * 3.17 + each * 12.9);
  const risen = (seconds * (0.35 + seed * 0.4) + scatter(seed * 91.7)) % 1;
  const sway = Math.sin((risen + seed) * 9) * radius * 0.3;
  const left = x + (scatter(seed * 17.3) - 0.5) * radius * 1.5 + sway;
  const top = y - radius * (0.8 + risen * 1.9);
  const size = 2 * Math.max(0.8, radius * 0.11 * (1.2 - risen));
  context.globalAlpha = (1 - risen) * 0.85;
  if (size < SPECKS_BELOW_PX) fillSpeck(context, left, top, size * SPECK_SHARE);
  else context.drawImage(ember, left - size / 2, top - size / 2, size, size);
}

function fillSpeck(context: Context2D, x: number, y: number, size: number): void {
  context.fillRect(x - size / 2, y - size / 2, size, size);
}

/** One ember, as large as its square canvas. */
export function paintEmber(context: Context2D, size: number): void {
  const half = size / 2;
  const glow = context.createRadialGradient(half, half, 0, half, half, half);
  glow.addColorStop(0, 'rgb(255 214 120)');
  glow.addColorStop(0.6, 'rgb(255 150 50)');
  glow.addColorStop(1, 'rgb(255 110 30 / 0)');
  context.fillStyle = glow;
  context.fillRect(0, 0, size, size);
}

/** The same number for the same seed, in [0, 1). */
function scatter(seed: number): number {
  const value = Math.sin(seed) * 43_758.5453;
  return value - Math.floor(value);
}

interface Stroke {
  readonly palette: Palette;
  readonly unit: number;
}

/** The seat in question, and the line along `path` that leads to its tickets. */
export function drawTrace(
  context: Context2D,
  at: Point & { readonly radius: number },
  path: readonly Point[],
  { palette, unit }: Stroke,
): void {
  context.lineWidth = 2 * unit;
  context.strokeStyle = css(palette.mark);
  circle(context, at.x, at.y, at.radius);
  context.stroke();
  context.beginPath();
  for (const [step, { x, y }] of path.entries()) {
    if (step === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}

/** Where the keyboard or the pointer is. */
export function drawCursor(
  context: Context2D,
  at: Point & { readonly radius: number },
  { palette, unit }: Stroke,
): void {
  context.lineWidth = 2 * unit;
  context.strokeStyle = css(palette.mark, 0.85);
  context.setLineDash([3 * unit, 3 * unit]);
  circle(context, at.x, at.y, at.radius);
  context.stroke();
  context.setLineDash([]);
}

function circle(context: Context2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_CIRCLE);
}
