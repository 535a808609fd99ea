// A burst in figures, and two bursts side by side. What was sold comes from the committed ledger by
// way of the Witness; what was told comes from the answers. The two are never mixed.
import type { Answer, Outcome } from '../../domain/index.ts';
import type { Finding } from '../../witness/index.ts';
import type { History } from '../types.ts';
import { waitsOf } from './latency.ts';

/** Names carry their unit; a name without one counts. */
const FIGURES = [
  'orders',
  'told',
  'rejected',
  'indeterminate',
  'failed',
  'sales',
  'seatsSold',
  'doubleSells',
  'hiddenSales',
  'overLimit',
  'wrongRejections',
  'attempts',
  'maxAttempts',
  'conflicts',
  'abortsPerSale',
  'presses',
  'elapsedMs',
  'ordersPerSecond',
  'p50Ms',
  'p95Ms',
  'p99Ms',
  'maxMs',
] as const;
export type Figure = (typeof FIGURES)[number];

/** Null: the burst has nothing to work it out from. */
export type Figures = Readonly<Record<Figure, number | null>>;

export interface FigureComparison {
  readonly figure: Figure;
  readonly a: number | null;
  readonly b: number | null;
  /** b - a; null where either is. */
  readonly difference: number | null;
  /** b / a; null where either is, and when a is 0. */
  readonly ratio: number | null;
}

/** @param finding of this very history */
export function figuresOf(history: History, finding: Finding): Figures {
  const { answers, orders } = history;
  const conflicts = sum(answers.map((answer) => answer.conflicts.length));
  const elapsedMs = answers.reduce((last, { returnNs }) => Math.max(last, returnNs), 0) / 1e6;
  return {
    orders: orders.length,
    ...toldOf(history),
    sales: finding.sales,
    seatsSold: finding.seatsSold,
    doubleSells: finding.doubleSells,
    hiddenSales: finding.hiddenSales,
    overLimit: finding.overLimit,
    wrongRejections: finding.wrongRejections,
    attempts: sum(answers.map(({ attempts }) => attempts)),
    maxAttempts: answers.reduce((most, { attempts }) => Math.max(most, attempts), 0),
    conflicts,
    abortsPerSale: finding.sales === 0 ? null : conflicts / finding.sales,
    presses: sum(answers.map(({ presses }) => presses)),
    elapsedMs,
    ordersPerSecond: ordersPerSecond(answers),
    ...waitsOf(answers),
  };
}

/** One entry a figure, in the order of FIGURES. */
export function compareFigures(a: Figures, b: Figures): readonly FigureComparison[] {
  return FIGURES.map((figure) => ({ figure, ...compared(a[figure], b[figure]) }));
}

function compared(a: number | null, b: number | null): Omit<FigureComparison, 'figure'> {
  if (a === null || b === null) return { a, b, difference: null, ratio: null };
  return { a, b, difference: b - a, ratio: a === 0 ? null : b / a };
}

/** From the first call to the last return. */
function ordersPerSecond(answers: readonly Answer[]): number | null {
  const firstCallNs = answers.reduce((first, { callNs }) => Math.min(first, callNs), Infinity);
  const lastReturnNs = answers.reduce((last, { returnNs }) => Math.max(last, returnNs), 0);
  return lastReturnNs > firstCallNs ? answers.length / ((lastReturnNs - firstCallNs) / 1e9) : null;
}

function toldOf({ answers }: History) {
  const told: Record<Outcome, number> = { CONFIRMED: 0, REJECTED: 0, INDETERMINATE: 0, FAILED: 0 };
  for (const { outcome } of answers) told[outcome] += 1;
  const { CONFIRMED, REJECTED, INDETERMINATE, FAILED } = told;
  return { told: CONFIRMED, rejected: REJECTED, indeterminate: INDETERMINATE, failed: FAILED };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
