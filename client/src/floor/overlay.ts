// The layer above the seats: the glow, the badge and the embers of what was sold more than once,
// the ring around the seat in question and the line that leads to its tickets. Pure drawing: it is
// given what is true and a context, and remembers nothing.
import type { Point } from './layout.ts';
import { css, HOT, HOT_RIM, WHITE } from './palette.ts';

/** Badges with numbers; further oversold seats stay hot discs of the layer below. */
export const MAX_BADGES = 400;
const MAX_EMBERS = 400;
const EMBERS_A_BADGE = 5;
const FULL_CIRCLE = 2 * Math.PI;

export interface Badge extends Point {
  readonly holders: number;
  readonly label: string;
  readonly radius: number;
}

/** @param seatPitch in pixels; a badge grows with the number of holders, slowly */
export function badgeRadius(seatPitch: number, holders: number): number {
  const least = Math.min(10, Math.max(7.5, seatPitch * 2));
  const base = Math.min(22, Math.max(least, seatPitch * 0.56));
  return base * Math.min(1.9, 0.55 + 0.45 * Math.log2(Math.max(2, holders)));
}

/** Draws over what is there; badges come sorted, the least important first. */
export function drawGlow(
  context: CanvasRenderingContext2D,
  badges: readonly Badge[],
  glow: CanvasImageSource,
): void {
  context.globalCompositeOperation = 'lighter';
  for (const { x, y, radius } of badges) {
    const reach = Math.max(Math.min(46, radius * 4), radius * 3.4);
    context.drawImage(glow, x - reach, y - reach, reach * 2, reach * 2);
  }
  context.globalCompositeOperation = 'source-over';
}

/** The glow of one badge, drawn once on a square canvas and stamped from then on. */
export function paintGlow(context: CanvasRenderingContext2D, size: number): void {
  const half = size / 2;
  const glow = context.createRadialGradient(half, half, half * 0.1, half, half, half);
  glow.addColorStop(0, css(HOT, 0.4));
  glow.addColorStop(0.4, css(HOT, 0.17));
  glow.addColorStop(1, css(HOT, 0));
  context.fillStyle = glow;
  context.fillRect(0, 0, size, size);
}

export function drawBadges(context: CanvasRenderingContext2D, badges: readonly Badge[]): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { x, y, radius, label } of badges) {
    circle(context, x, y, radius);
    context.fillStyle = css(HOT);
    context.fill();
    context.lineWidth = Math.max(1.25, radius * 0.11);
    context.strokeStyle = css(HOT_RIM);
    context.stroke();
    const size = radius * (label.length > 2 ? 0.84 : label.length > 1 ? 1.05 : 1.3);
    context.font = `800 ${size}px "Archivo Variable", sans-serif`;
    context.fillStyle = css(WHITE);
    context.fillText(label, x, y + size * 0.06);
  }
}

/** @param seconds of a clock that stands still once the floor is quiet */
export function drawEmbers(
  context: CanvasRenderingContext2D,
  badges: readonly Badge[],
  seconds: number,
): void {
  context.globalCompositeOperation = 'lighter';
  for (const badge of badges.slice(-Math.floor(MAX_EMBERS / EMBERS_A_BADGE))) {
    for (let ember = 0; ember < EMBERS_A_BADGE; ember += 1)
      drawEmber(context, badge, ember, seconds);
  }
  context.globalCompositeOperation = 'source-over';
}

function drawEmber(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Badge,
  ember: number,
  seconds: number,
): void {
  const seed = scatter(x * 7.31 + y * 3.17 + ember * 12.9);
  const risen = (seconds * (0.35 + seed * 0.4) + scatter(seed * 91.7)) % 1;
  const sway = Math.sin((risen + seed) * 9) * radius * 0.3;
  const left = x + (scatter(seed * 17.3) - 0.5) * radius * 1.5 + sway;
  const top = y - radius * (0.8 + risen * 1.9);
  context.fillStyle = `hsl(${24 + seed * 26} 100% ${58 + seed * 12}% / ${(1 - risen) * 0.85})`;
  circle(context, left, top, Math.max(0.8, radius * 0.11 * (1.2 - risen)));
  context.fill();
}

/** The same number for the same seed, in [0, 1). */
function scatter(seed: number): number {
  const value = Math.sin(seed) * 43_758.5453;
  return value - Math.floor(value);
}

/** The seat in question, and the line along `path` that leads to its tickets. */
export function drawTrace(
  context: CanvasRenderingContext2D,
  at: Point & { readonly radius: number },
  path: readonly Point[],
): void {
  context.lineWidth = 2;
  context.strokeStyle = css(WHITE);
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
  context: CanvasRenderingContext2D,
  at: Point & { readonly radius: number },
): void {
  context.lineWidth = 2;
  context.strokeStyle = css(WHITE, 0.85);
  context.setLineDash([3, 3]);
  circle(context, at.x, at.y, at.radius);
  context.stroke();
  context.setLineDash([]);
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_CIRCLE);
}
