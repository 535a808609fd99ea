// What is written on the seats when they are close enough to read it: the number, and the initials of
// whoever is known to hold the seat. The choice is pure; the drawing takes a context.
import { rowName } from '@worldseat/schema/domain';
import type { Context2D } from './canvas.ts';
import { seatPoint, type Layout, type Point } from './layout.ts';
import { FREE, OVERSOLD, type FloorModel } from './model.ts';
import { css, type Palette } from './palette.ts';
import { rowsIn, seatsInRow } from './places.ts';
import { seenPart } from './view.ts';

/** From this seat pitch on, in pixels at a unit of 1. */
const LABELS_FROM_PX = 26;
/** More cannot be in view at that pitch, but for a very large screen. */
const MAX_LABELS = 2_000;

/** Initials by seat index, as far as they are known. */
export type Owners = ReadonlyMap<number, string>;

export interface SeatLabel extends Point {
  /** "8", or "E8" where the row begins. */
  readonly name: string;
  readonly owner: string | null;
  readonly free: boolean;
}

export function showsLabels({ seatPitch, unit }: Layout): boolean {
  return seatPitch >= LABELS_FROM_PX * unit;
}

/** Of the seats in view; oversold ones have their badge instead. */
export function seatLabels(
  model: Pick<FloorModel, 'shape' | 'positions' | 'status'>,
  owners: Owners,
  layout: Layout,
): SeatLabel[] {
  const labels: SeatLabel[] = [];
  if (!showsLabels(layout)) return labels;
  const isSeen = seenBy(layout, model.positions);
  for (const [section, { first }] of model.shape.sections.entries()) {
    let index = first;
    for (let row = 0; row < rowsIn(model.shape, section); row += 1) {
      for (let seat = 0; seat < seatsInRow(model.shape, section, row); seat += 1, index += 1) {
        if (!isSeen(index) || model.status[index] === OVERSOLD) continue;
        if (labels.length >= MAX_LABELS) return labels;
        const name =
          seat === 0 ? `${rowLetter(model.shape.sections[section], row)}1` : `${seat + 1}`;
        const free = model.status[index] === FREE;
        const at = seatPoint(layout, model.positions, index);
        labels.push({ ...at, name, owner: owners.get(index) ?? null, free });
      }
    }
  }
  return labels;
}

/** Asked for every seat of the floor: without an object for each. */
function seenBy(layout: Layout, positions: Float32Array): (index: number) => boolean {
  const [left = 0, top = 0, right = 0, bottom = 0] = seenPart(layout);
  return (index) => {
    const [x, y] = [positions[index * 2] ?? 0, positions[index * 2 + 1] ?? 0];
    return x >= left && x <= right && y >= top && y <= bottom;
  };
}

/** Where a row is a section of its own, its name is in the pattern: "A{seat}". */
function rowLetter(section: { readonly seatIds: string } | undefined, row: number): string {
  const pattern = section?.seatIds ?? '';
  return pattern.includes('{row}') ? rowName(row) : pattern.replace('{seat}', '');
}

/** "AB" for "Ana Berg", "A7" for "Ana 7"; at most two characters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => firstOf(word ?? '').toUpperCase()).join('');
}

/** The first character as people see it. */
function firstOf(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment;
  return '';
}

/** @param dimmed the floor oversold, and its sold seats step back */
export function drawSeatLabels(
  context: Context2D,
  labels: readonly SeatLabel[],
  { seatPitch }: Layout,
  palette: Palette,
  dimmed: boolean,
): void {
  const soldText = dimmed ? palette.dimmedText : palette.soldText;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const size = seatPitch * 0.3;
  for (const { x, y, name, owner, free } of labels) {
    context.fillStyle = css(free ? palette.freeText : soldText);
    context.font = `650 ${owner === null ? size : size * 0.8}px "Archivo Variable", sans-serif`;
    context.fillText(name, x, y - (owner === null ? 0 : size * 0.45));
    if (owner === null) continue;
    context.font = `800 ${size}px "Archivo Variable", sans-serif`;
    context.fillText(owner, x, y + size * 0.5);
  }
}
