// The durable ceiling of the hybrid clocks: one number in one file, replaced whole.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface ClockCeiling {
  /** No stamp in the store is past this, in microseconds. */
  readonly currentUs: number;
  /** Makes the ceiling durable before it returns. */
  set(toUs: number): void;
}

/** @param path the file; missing: the clocks start at the wall clock. @throws on a damaged file */
export function openClockCeiling(path: string): ClockCeiling {
  let currentUs = readCeiling(path);
  return {
    get currentUs() {
      return currentUs;
    },
    set(toUs) {
      writeFileSync(`${path}.new`, String(toUs), { flush: true });
      renameSync(`${path}.new`, path);
      currentUs = toUs;
    },
  };
}

function readCeiling(path: string): number {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
  if (!/^\d{1,16}$/.test(text)) throw new Error(`${path} should hold one number, not "${text}"`);
  return Number(text);
}
