// The order in which buyers were served, for sorting rows of a burst.

/** Orders that were never called, as far as is known, come last; equal times in the plan's order. */
export function byCall(callNs: Float64Array): (one: number, other: number) => number {
  const timeOf = (order: number): number => {
    const atNs = callNs[order] ?? NaN;
    return Number.isNaN(atNs) ? Number.MAX_VALUE : atNs;
  };
  return (one, other) => timeOf(one) - timeOf(other) || one - other;
}
