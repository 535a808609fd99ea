// A history in the formats of other checkers, so that strangers can judge it with tools that know
// nothing of WorldSeat.
import type { History } from '../types.ts';
import { exportEdn } from './edn.ts';
import { exportElle } from './elle.ts';
import { exportOperations } from './operations-jsonl.ts';

/** Jepsen and Knossos; elle-cli; Porcupine and other readers of one operation a line. */
export const EXPORT_FORMATS = ['edn', 'elle.json', 'ops.jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const EXPORTS: Readonly<Record<ExportFormat, (history: History) => string>> = {
  edn: exportEdn,
  'elle.json': exportElle,
  'ops.jsonl': exportOperations,
};

export function exportHistory(history: History, format: ExportFormat): string {
  return EXPORTS[format](history);
}
