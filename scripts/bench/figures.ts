// A measured figure, and how it is printed: a line for people, or a line of JSON. Nothing here
// knows a figure beforehand; a ratio is always of two figures of the same run.

export interface Figure {
  readonly bench: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The name of the figure that it is compared with; null: it stands alone. */
  readonly against: string | null;
  /** value / the other's value, as measured in the same rounds. */
  readonly ratio: number | null;
}

/** @throws RangeError for an empty list */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('no values');
  return (low + high) / 2;
}

/** The median of the rounds, each divided by the other's value of the same round. */
export function medianRatio(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, round) => value / (others[round] ?? NaN)));
}

export function jsonLine(figure: Figure): string {
  const { bench, name, value, unit, against, ratio } = figure;
  return JSON.stringify({ bench, name, value, unit, against, ratio });
}

const NAME_WIDTH = 44;
const VALUE_WIDTH = 12;

export function wordsOf({ name, value, unit, against, ratio }: Figure): string {
  const number = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
  const compared = ratio === null ? '' : `  ${ratio.toFixed(2)} × ${against ?? ''}`;
  return `${name.padEnd(NAME_WIDTH)}${number.padStart(VALUE_WIDTH)} ${unit}${compared}`;
}
