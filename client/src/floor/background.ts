// The stage under the seats, painted once for each size and tone: darkness, and in its middle the
// pitch, whose colour says what the big number on it means.
import type { Layout } from './layout.ts';
import { css, PITCH_COLOURS, STAGE, type Tone } from './palette.ts';

/** Paints over the whole context. @param layout in the context's pixels */
export function paintBackground(
  context: CanvasRenderingContext2D,
  { width, height, pitch }: Layout,
  tone: Tone,
): void {
  context.fillStyle = css(STAGE);
  context.fillRect(0, 0, width, height);
  const { core, edge } = PITCH_COLOURS[tone];
  const middleX = pitch.left + pitch.width / 2;
  const middleY = pitch.top + pitch.height / 2;
  const fill = context.createRadialGradient(
    middleX,
    middleY,
    0,
    middleX,
    middleY,
    Math.max(1, pitch.width / 2),
  );
  fill.addColorStop(0, css(core));
  fill.addColorStop(1, css(edge));
  context.beginPath();
  context.roundRect(pitch.left, pitch.top, pitch.width, pitch.height, pitch.height / 2);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = Math.max(1, height / 600);
  context.strokeStyle = css(core);
  context.stroke();
}
