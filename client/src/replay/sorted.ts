// Positions in a list of moments that is sorted by time.

/** How many of them are not after this moment: what happens at a moment has happened then. */
export function countUntil(sortedNs: Float64Array, timeNs: number): number {
  let [low, high] = [0, sortedNs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sortedNs[middle] ?? 0) <= timeNs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of them are before this moment. */
export function countBefore(sortedNs: Float64Array, timeNs: number): number {
  let [low, high] = [0, sortedNs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sortedNs[middle] ?? 0) < timeNs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorted, each once. */
export function distinct(timesNs: Float64Array): Float64Array {
  return timesNs.toSorted().filter((atNs, at, all) => at === 0 || atNs !== all[at - 1]);
}
