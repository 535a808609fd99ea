// The one clock of every history: monotonic, in nanoseconds, and the same in all threads of the
// process, so that what an engine's thread noted can be put beside what a buyer saw. It is not the
// time of day.

/** Nanoseconds since some moment before the process began. Exact to 2 ns for a year of uptime. */
export function clockNs(): number {
  return Number(process.hrtime.bigint());
}
