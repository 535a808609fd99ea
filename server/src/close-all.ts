// Closes what was opened, the last first. One that cannot be closed does not keep the others open.

export type Closers = (() => Promise<void>)[];

/** Empties the list. @throws the first fault, when all were closed */
export async function closeAll(closers: Closers): Promise<void> {
  const faults: unknown[] = [];
  for (let next = closers.pop(); next !== undefined; next = closers.pop()) {
    await next().catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw faults[0];
}
