// Sorts what the Witness is given by seat, once, so that each rule can look at one seat at a time.
// It drops what lies outside the scope (other seats, other rounds) and decides nothing.
import { compareSales, compareText } from '../domain/index.ts';
import type { Answer, Outcome, RegionTable, Sale, SeatRow } from '../domain/index.ts';
import type { WitnessInput } from './types.ts';

/** Everything that is known about one seat in its current round. */
export interface SeatEvidence {
  readonly seatId: string;
  readonly round: number;
  /** In order of soldAtMs, then id. */
  readonly sales: Sale[];
  /** What its buyers were told, each list in order of order id. */
  readonly told: Readonly<Record<Outcome, Answer[]>>;
  /** Its row in each Region's table that was read and has one; of any round. */
  readonly rows: SeatRow[];
}

/** What the seats tables show of one seat, all Regions taken together. */
export type Shown =
  | { readonly state: 'UNREAD' | 'DIFFERENT' | 'MISSING' }
  | { readonly state: 'AGREED'; readonly row: SeatRow };

/** How far the whole reading can be trusted: the same for every seat. */
export interface Circumstances {
  readonly pending: number;
  /** Every Region's ledger was read, and they show the same rows. */
  readonly ledgerCertain: boolean;
  /** The history has no holes. */
  readonly historyWhole: boolean;
  /** How many Regions' seats tables were read; 0 when any could not be. */
  readonly tables: number;
}

export function circumstancesOf({ ledger, holes, pending, tables }: WitnessInput): Circumstances {
  return {
    pending,
    ledgerCertain: ledger.converged && ledger.unreachable.length === 0,
    historyWhole: holes.length === 0,
    tables: tables.every(isRead) ? tables.length : 0,
  };
}

/** One entry for each seat of the scope, in its order. Takes one pass over each part. */
export function gather(input: WitnessInput): Map<string, SeatEvidence> {
  const seats = new Map<string, SeatEvidence>();
  for (const [seatId, round] of input.scope) seats.set(seatId, noEvidence(seatId, round));
  for (const sale of input.ledger.sales) {
    const seat = seats.get(sale.seatId);
    if (seat?.round === sale.round) seat.sales.push(sale);
  }
  for (const answer of input.answers) {
    const seat = seats.get(answer.seatId);
    if (seat?.round === answer.round) seat.told[answer.outcome].push(answer);
  }
  for (const table of input.tables.filter(isRead)) {
    for (const row of table.rows) seats.get(row.seatId)?.rows.push(row);
  }
  for (const seat of seats.values()) inOrder(seat);
  return seats;
}

/** What the tables show; certain only when every Region was read and all of them agree. */
export function shownOf(seat: SeatEvidence, { tables }: Circumstances): Shown {
  if (tables === 0) return { state: 'UNREAD' };
  const [row, ...others] = seat.rows;
  if (row === undefined) return { state: 'MISSING' };
  const agreed = seat.rows.length === tables && others.every((other) => isSameRow(row, other));
  return agreed ? { state: 'AGREED', row } : { state: 'DIFFERENT' };
}

/** True when no order, answer or replica can change any more what is known of this seat. */
export function isSettled(seat: SeatEvidence, around: Circumstances): boolean {
  return around.pending === 0 && around.ledgerCertain && seat.told.INDETERMINATE.length === 0;
}

type ReadTable = Extract<RegionTable, { rows: unknown }>;
const isRead = (table: RegionTable): table is ReadTable => 'rows' in table;

function isSameRow(one: SeatRow, other: SeatRow): boolean {
  return (
    one.round === other.round &&
    one.status === other.status &&
    one.orderId === other.orderId &&
    one.owner === other.owner
  );
}

function noEvidence(seatId: string, round: number): SeatEvidence {
  const told = { CONFIRMED: [], REJECTED: [], INDETERMINATE: [], FAILED: [] };
  return { seatId, round, sales: [], told, rows: [] };
}

/** The order in which records arrived must not show: equal evidence gives equal words. */
function inOrder(seat: SeatEvidence): void {
  seat.sales.sort(compareSales);
  seat.told.CONFIRMED.sort(byOrder);
  seat.told.INDETERMINATE.sort(byOrder);
}

const byOrder = (one: Answer, other: Answer): number => compareText(one.orderId, other.orderId);
