// What a buyer was told as a shape: a disc with a tick, a ring with a bar, a diamond, a cross; so
// that no colour is needed to tell them apart. Drawn with a rim, to stand out from the bars.
import type { Outcome } from '@worldseat/schema/domain';
import type { TimelineColours } from './timeline-colours.ts';

/** Of a shape, in rem. */
const RADIUS = 0.42;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Style {
  readonly colours: TimelineColours;
  /** The page's size of type in pixels: shapes grow with it. */
  readonly rem: number;
}

type Painter = (context: CanvasRenderingContext2D, at: Point, style: Style) => void;

const TICK = [
  [-0.46, 0],
  [-0.12, 0.38],
  [0.48, -0.38],
] as const;
const BAR = [
  [-0.42, 0],
  [0.42, 0],
] as const;
const DIAMOND = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;
const BOLT = [
  [0.3, -1],
  [-0.6, 0.15],
  [-0.1, 0.15],
  [-0.3, 1],
  [0.6, -0.3],
  [0.1, -0.3],
] as const;
const CROSS = [
  [
    [-0.55, -0.55],
    [0.55, 0.55],
  ],
  [
    [-0.55, 0.55],
    [0.55, -0.55],
  ],
] as const;

const PAINTERS: Readonly<Record<Outcome, Painter>> = {
  CONFIRMED: (context, at, { colours, rem }) => {
    disc(context, at, rem, colours.good, colours.stage);
    stroke(context, at, rem, colours.stage, TICK);
  },
  REJECTED: (context, at, { colours, rem }) => {
    disc(context, at, rem, colours.stage, colours.muted);
    stroke(context, at, rem, colours.muted, BAR);
  },
  INDETERMINATE: (context, at, { colours, rem }) => {
    fill(context, at, rem, colours.warm, DIAMOND);
  },
  FAILED: (context, at, { colours, rem }) => {
    disc(context, at, rem, colours.stage, colours.stage);
    for (const line of CROSS) stroke(context, at, rem, colours.bad, line);
  },
};

export function paintOutcome(
  context: CanvasRenderingContext2D,
  at: Point,
  outcome: Outcome,
  style: Style,
): void {
  PAINTERS[outcome](context, at, style);
}

/** Where the database refused an attempt. */
export function paintRefusal(
  context: CanvasRenderingContext2D,
  at: Point,
  { colours, rem }: Style,
): void {
  disc(context, at, rem, colours.stage, colours.stage);
  for (const line of CROSS) stroke(context, at, rem, colours.warm, line);
}

/** Where an answer was lost. */
export function paintBolt(
  context: CanvasRenderingContext2D,
  at: Point,
  rem: number,
  colour: string,
): void {
  fill(context, at, rem, colour, BOLT);
}

/** Corners, from -1 to 1 about the shape's middle. */
type Corners = readonly (readonly [number, number])[];

function disc(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  rem: number,
  inside: string,
  rim: string,
): void {
  context.beginPath();
  context.arc(x, y, RADIUS * rem, 0, 2 * Math.PI);
  context.fillStyle = inside;
  context.fill();
  context.lineWidth = 0.1 * rem;
  context.strokeStyle = rim;
  context.stroke();
}

function stroke(
  context: CanvasRenderingContext2D,
  at: Point,
  rem: number,
  colour: string,
  corners: Corners,
): void {
  trace(context, at, rem, corners);
  context.lineWidth = 0.13 * rem;
  context.lineCap = 'round';
  context.strokeStyle = colour;
  context.stroke();
}

function fill(
  context: CanvasRenderingContext2D,
  at: Point,
  rem: number,
  colour: string,
  corners: Corners,
): void {
  trace(context, at, rem, corners);
  context.fillStyle = colour;
  context.fill();
}

function trace(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  rem: number,
  corners: Corners,
): void {
  const radius = RADIUS * rem;
  context.beginPath();
  for (const [right, down] of corners) context.lineTo(x + right * radius, y + down * radius);
}
