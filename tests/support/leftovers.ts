// What a test file opened and must close, whatever its tests come to. Closed in reverse order
// after the last test of the file; a failing close does not keep the others from closing.
import { afterAll } from 'vitest';

export type Close = () => unknown;

/** To be called at the top of a test file. The result registers what is to be closed. */
export function leftovers(): (close: Close) => void {
  const closes: Close[] = [];
  afterAll(async () => {
    const faults: unknown[] = [];
    for (let close = closes.pop(); close !== undefined; close = closes.pop()) {
      try {
        await close();
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'something could not be closed');
  });
  return (close) => void closes.push(close);
}
