// The runs of the strategy behind one answer, each as [startNs, readNs, writeNs, endNs, conflict].
import type { Attempt } from '../../domain/index.ts';
import { type Fields, isNumber } from '../fields.ts';

export function writeTrace(trace: readonly Attempt[]): readonly unknown[] {
  return trace.map(({ startNs, readNs, writeNs, endNs, conflict }) =>
    conflict === null
      ? [startNs, readNs, writeNs, endNs]
      : [startNs, readNs, writeNs, endNs, conflict],
  );
}

/** @throws HistoryFault */
export function readTrace(fields: Fields): readonly Attempt[] {
  return fields.list('trace').map((run): Attempt => {
    const [startNs, readNs, writeNs, endNs, conflict = null] = Array.isArray(run)
      ? (run as unknown[])
      : [];
    if (!isNumber(startNs) || !isNumber(endNs) || !isMoment(readNs) || !isMoment(writeNs)) {
      return fields.refuse('trace', 'made of [startNs, readNs, writeNs, endNs]', run);
    }
    if (conflict !== null && typeof conflict !== 'string') {
      return fields.refuse('trace', 'made of runs whose fifth entry is a string', run);
    }
    return { startNs, readNs, writeNs, endNs, conflict };
  });
}

const isMoment = (value: unknown): value is number | null => value === null || isNumber(value);

/** Why runs were refused, one code each: what an answer's `conflicts` usually are. */
export function traceConflicts(trace: readonly Attempt[]): string[] {
  return trace.flatMap(({ conflict }) => conflict ?? []);
}
