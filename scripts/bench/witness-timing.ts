// What the benches of the Witness share: the clock, the garbage collector, and the hearing of records
// that were made before.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { OpenWitness } from '@worldseat/schema/witness';
import type { Entries } from './witness-histories.ts';

export function hearAll(witness: OpenWitness, parts: readonly Entries[]): void {
  for (const { answers, sales, table } of parts) {
    for (const answer of answers) witness.answer(answer);
    for (const sale of sales) witness.sale(sale);
    witness.table(table);
  }
  witness.reading({ converged: true });
}

/** @returns milliseconds */
export function timed(run: () => unknown): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}

/** Of this thread, without what nobody needs any more. */
export function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

export const collectGarbage = openGarbageCollector();

function openGarbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
