// The history that the lines of a file come to. Where lines that belong together are not all
// there, the rest is kept, and what is missing is said as a hole.
import type { Answer } from '../domain/index.ts';
import type { LedgerReading } from '../witness/index.ts';
import { readReturn } from './lines/return.ts';
import type { Parts } from './parts.ts';
import type { History, HistoryHeader } from './types.ts';

/** Lines that are told of one by one: a file may have any number that are wrong. */
const MOST_TOLD = 20;

/** @param damage what is wrong with the file as a whole. @throws HistoryFault */
export function assemble(header: HistoryHeader, parts: Parts, damage: readonly string[]): History {
  const holes = [...parts.holes, ...damage];
  if (parts.scope === null) holes.push('The file does not say which seats were on sale.');
  for (const [kind, line] of parts.unknown) {
    holes.push(`Line ${line} is of a kind that this version does not know: ${kind}.`);
  }
  const calls = [...parts.calls.values()].sort((one, other) => one.number - other.number);
  return {
    header,
    scope: parts.scope ?? new Map<string, number>(),
    orders: calls.map(({ order }) => order),
    answers: answersOf(header, parts, holes),
    releases: parts.releases,
    markers: parts.markers,
    ledger: ledgerOf(parts, holes),
    tables: parts.tables,
    holes,
  };
}

function answersOf(header: HistoryHeader, parts: Parts, holes: string[]): readonly Answer[] {
  const numbers = [...parts.returns.keys()].sort((one, other) => one - other);
  const missing: string[] = [];
  const answers = numbers.flatMap((number) => {
    const fields = parts.returns.get(number);
    const call = parts.calls.get(number);
    if (fields === undefined) return [];
    if (call === undefined) {
      missing.push(`Line ${fields.line} answers order ${number}, whose call is missing.`);
      return [];
    }
    const orderOf = (holder: number) => {
      const order = parts.calls.get(holder)?.order;
      if (order === undefined) {
        missing.push(`Line ${fields.line} names order ${holder}, whose call is missing.`);
      }
      return order;
    };
    const round = parts.scope?.get(call.order.seatId) ?? header.burst.round;
    return [readReturn(fields, call, { round, orderOf })];
  });
  holes.push(...missing.slice(0, MOST_TOLD));
  const more = missing.length - MOST_TOLD;
  if (more > 0) holes.push(`${more} more lines are about orders whose calls are missing.`);
  return answers;
}

/** Some of the sales are not the ledger: it then counts as one that has not converged. */
function ledgerOf({ ledger, sales }: Parts, holes: string[]): LedgerReading {
  if (ledger === null) {
    holes.push('The ledger is missing.');
    return { sales, converged: false, unreachable: [] };
  }
  const { converged, unreachable } = ledger;
  if (sales.length === ledger.sales) return { sales, converged, unreachable };
  holes.push(`The ledger has ${ledger.sales} sales, of which ${sales.length} are in the file.`);
  return { sales, converged: false, unreachable };
}
