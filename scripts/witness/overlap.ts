// The contradiction as a drawing in text: a line for each order that proves a breach, with a bar
// from its call to its return on one axis of time, R where it read and W where it wrote. Pure.
import type { Answer, Release } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import type { Breach } from '@worldseat/schema/witness';
import { plain } from './plain.ts';

/** Lines of one drawing; more orders are counted. */
const MAX_BARS = 16;
/** Columns of the narrowest drawing of time. */
const MIN_AXIS = 20;
const MAX_NAME = 24;

interface Bar {
  readonly who: string;
  readonly where: string;
  readonly outcome: string;
  readonly callNs: number;
  readonly returnNs: number;
  readonly marks: readonly { readonly atNs: number; readonly sign: 'R' | 'W' }[];
}

/** @param width in columns. Empty when nobody's answer is known: there is nothing to draw. */
export function drawOverlap(breach: Breach, history: History, width: number): readonly string[] {
  const all = barsOf(breach, history);
  const bars = all.slice(0, MAX_BARS);
  if (bars.length === 0) return [];
  const fromNs = Math.min(...bars.map(({ callNs }) => callNs));
  const toNs = Math.max(...bars.map(({ returnNs }) => returnNs));
  const nameWidth = Math.max(...bars.map(({ who }) => who.length));
  const labelOf = ({ who, where }: Bar): string => `${who.padEnd(nameWidth)}  ${where}`;
  const labelWidth = Math.max(...bars.map((bar) => labelOf(bar).length));
  const outcomeWidth = Math.max(...bars.map(({ outcome }) => outcome.length));
  const axisWidth = Math.max(MIN_AXIS, width - labelWidth - outcomeWidth - 4);
  const columnOf = (atNs: number): number =>
    toNs === fromNs ? 0 : Math.round(((atNs - fromNs) / (toNs - fromNs)) * (axisWidth - 1));
  const indent = ' '.repeat(labelWidth + 2);
  const lines = bars.map((bar) => {
    const drawn = drawBar(bar, columnOf).padEnd(axisWidth);
    return `${labelOf(bar).padEnd(labelWidth)}  ${drawn}  ${bar.outcome}`.trimEnd();
  });
  const more = all.length - bars.length;
  return [
    `${indent}${axisOf(fromNs, toNs, axisWidth)}`,
    ...lines,
    ...(more > 0 ? [`and ${more} more`] : []),
    `${indent}├ called  R read  W first write  ┤ answered`,
  ];
}

/** By call, so that the drawing is read from the top left. */
function barsOf({ orderIds }: Breach, { answers, releases }: History): readonly Bar[] {
  const involved = new Set(orderIds);
  return [
    ...answers.filter(({ orderId }) => involved.has(orderId)).map(answerBar),
    ...releases.filter(({ orderId }) => involved.has(orderId)).map(releaseBar),
  ].sort((one, other) => one.callNs - other.callNs);
}

function answerBar({ buyer, region, outcome, callNs, returnNs, trace }: Answer): Bar {
  const marks = trace.flatMap(({ readNs, writeNs }) => [
    ...(readNs === null ? [] : [{ atNs: readNs, sign: 'R' as const }]),
    ...(writeNs === null ? [] : [{ atNs: writeNs, sign: 'W' as const }]),
  ]);
  return { who: shortened(buyer), where: shortened(region), outcome, callNs, returnNs, marks };
}

function releaseBar({ buyer, region, outcome, callNs, returnNs }: Release): Bar {
  const who = `${shortened(buyer)} gives back`;
  return { who, where: shortened(region), outcome, callNs, returnNs, marks: [] };
}

/** Cut between characters, as people see them. */
function shortened(text: string): string {
  if (text.length <= MAX_NAME) return plain(text);
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, 10 * MAX_NAME))) {
    if (kept.length + segment.length >= MAX_NAME) break;
    kept += segment;
  }
  return `${plain(kept)}…`;
}

/** Marks that fall on one column stand beside each other, as long as the bar has room. */
function drawBar({ callNs, returnNs, marks }: Bar, columnOf: (atNs: number) => number): string {
  const [from, to] = [columnOf(callNs), Math.max(columnOf(callNs), columnOf(returnNs))];
  const cells = Array.from({ length: to - from + 1 }, () => '─');
  for (const { atNs, sign } of marks) {
    let cell = Math.min(Math.max(columnOf(atNs) - from, 1), Math.max(to - from - 1, 0));
    while (cell < to - from - 1 && cells[cell] !== '─') cell += 1;
    cells[cell] = sign;
  }
  if (to > from) cells[0] = '├';
  if (to > from) cells[to - from] = '┤';
  return ' '.repeat(from) + (to > from ? cells.join('') : '│');
}

function axisOf(fromNs: number, toNs: number, width: number): string {
  const [left, right] = [`${ms(fromNs)} ms`, `${ms(toNs)} ms`];
  const gap = Math.max(1, width - left.length - right.length - 2);
  return `${left} ${'·'.repeat(gap)} ${right}`;
}

const ms = (atNs: number): string => (atNs / 1e6).toFixed(3);
