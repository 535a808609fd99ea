// What a buyer is doing, as a shape in the colour of its Region: nothing is said by colour alone. The
// final ones are those of the timeline: a disc for a ticket, a ring with a bar for "taken", a diamond
// for a lost answer, a cross for a failure.
import type { BuyerPhase } from './actors.ts';
import type { Context2D } from './canvas.ts';
import { css, type Palette, type Rgb } from './palette.ts';

export interface ActorInk {
  readonly colour: Rgb;
  readonly palette: Palette;
}

type Draw = (context: Context2D, size: number, ink: ActorInk) => void;

const SHAPES: Readonly<Record<BuyerPhase, Draw>> = {
  RUNNING: (context, size, { colour }) => disc(context, size * 0.3, css(colour)),
  READING: (context, size, ink) => ring(context, size, ink),
  WRITING: (context, size, ink) => {
    ring(context, size, ink);
    disc(context, size * 0.17, css(ink.colour));
  },
  CONFLICT: (context, size, { colour, palette }) => {
    disc(context, size * 0.46, css(colour));
    cross(context, size * 0.2, size * 0.14, css(palette.stage));
  },
  CONFIRMED: (context, size, { colour, palette }) => {
    disc(context, size * 0.48, css(palette.mark));
    disc(context, size * 0.34, css(colour));
  },
  REJECTED: (context, size, ink) => {
    ring(context, size, ink);
    context.fillStyle = css(ink.colour);
    context.fillRect(-size * 0.22, -size * 0.08, size * 0.44, size * 0.16);
  },
  INDETERMINATE: (context, size, { colour, palette }) => {
    diamond(context, size * 0.5, css(palette.mark));
    diamond(context, size * 0.34, css(colour));
  },
  FAILED: (context, size, { colour }) => cross(context, size * 0.36, size * 0.2, css(colour)),
};

/** Draws about the context's origin. @param size the whole width, in the context's pixels */
export function drawActor(
  context: Context2D,
  phase: BuyerPhase,
  size: number,
  ink: ActorInk,
): void {
  SHAPES[phase](context, size, ink);
}

function disc(context: Context2D, radius: number, colour: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** The stage within it, so that it stands out from the seats. */
function ring(context: Context2D, size: number, { colour, palette }: ActorInk): void {
  disc(context, size * 0.46, css(colour));
  disc(context, size * 0.31, css(palette.stage));
}

function cross(context: Context2D, reach: number, width: number, colour: string): void {
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(-reach, -reach * side);
    context.lineTo(reach, reach * side);
  }
  context.lineWidth = width;
  context.lineCap = 'round';
  context.strokeStyle = colour;
  context.stroke();
}

function diamond(context: Context2D, reach: number, colour: string): void {
  context.beginPath();
  context.moveTo(0, -reach);
  context.lineTo(reach, 0);
  context.lineTo(0, reach);
  context.lineTo(-reach, 0);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
}
