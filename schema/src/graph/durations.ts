// Durations leave the graph in milliseconds, as numbers whose names say so; inside they are
// nanoseconds.

const NS_A_MS = 1e6;

export function msOf(ns: number): number;
export function msOf(ns: number | null): number | null;
export function msOf(ns: number | null): number | null {
  return ns === null ? null : ns / NS_A_MS;
}
