// The seats table as one Region shows it. A row is [seat, round, status, owner, order, region].
// With "rest":"AVAILABLE" every other seat of the scope is available in its round, and the rows of
// the table are in the order of the scope.
import type { RegionTable, Scope, SeatRow } from '../../domain/index.ts';
import { HistoryFault } from '../fault.ts';
import type { Fields } from '../fields.ts';
import { HISTORY_LIMITS } from '../limits.ts';

export function writeTable(table: RegionTable, scope: Scope): string {
  const { region } = table;
  if ('unreachable' in table) {
    return JSON.stringify({ line: 'table', region, unreachable: table.unreachable });
  }
  const ordered = inScopeOrder(table.rows, scope);
  const rows = ordered?.filter((row) => !isAvailable(row, scope)) ?? table.rows;
  const rest = ordered === null ? null : 'AVAILABLE';
  return JSON.stringify({ line: 'table', region, rest, rows: rows.map(cellsOf) });
}

const cellsOf = ({ seatId, round, status, owner, orderId, region }: SeatRow): unknown[] => [
  ...[seatId, round, status, owner, orderId, region],
];

/** Null unless the table has exactly one row for each seat of the scope. */
function inScopeOrder(rows: readonly SeatRow[], scope: Scope): readonly SeatRow[] | null {
  const bySeat = new Map(rows.map((row) => [row.seatId, row]));
  if (rows.length !== scope.size || bySeat.size !== scope.size) return null;
  const ordered = [...scope.keys()].flatMap((seatId) => bySeat.get(seatId) ?? []);
  return ordered.length === scope.size ? ordered : null;
}

function isAvailable(row: SeatRow, scope: Scope): boolean {
  const { seatId, round, status, owner, orderId, region } = row;
  const isUntouched = owner === null && orderId === null && region === null;
  return status === 'AVAILABLE' && isUntouched && round === scope.get(seatId);
}

/**
 * @param scope null: it is missing, so that the rest of the rows is not known
 * @param rowsLeft that it may have, so that few lines do not unfold to many
 * @throws HistoryFault
 */
export function readTable(fields: Fields, scope: Scope | null, rowsLeft: number): RegionTable {
  const region = fields.text('region');
  if (fields.has('unreachable')) return { region, unreachable: fields.text('unreachable') };
  const cells = fields.list('rows');
  const restOf = fields.isNull('rest') ? null : scope;
  if (Math.max(cells.length, restOf?.size ?? 0) > rowsLeft) {
    const expected = `at most ${HISTORY_LIMITS.tableRows} rows in all seats tables`;
    throw new HistoryFault('TOO_LARGE', fields.line, expected);
  }
  const rows = cells.map((row) => readRow(row, fields));
  return { region, rows: restOf === null ? rows : withRest(rows, restOf, fields) };
}

function withRest(rows: readonly SeatRow[], scope: Scope, fields: Fields): readonly SeatRow[] {
  fields.oneOf('rest', ['AVAILABLE']);
  const bySeat = new Map(rows.map((row) => [row.seatId, row]));
  const stray = rows.find(({ seatId }) => !scope.has(seatId));
  // Left out, it would be evidence that nobody sees.
  if (stray !== undefined) fields.refuse('rows', 'of seats of the scope', stray.seatId);
  if (bySeat.size < rows.length) fields.refuse('rows', 'one a seat', seatWithTwo(rows));
  return Array.from(
    scope,
    ([seatId, round]): SeatRow => bySeat.get(seatId) ?? untouched(seatId, round),
  );
}

/** The first seat that has a second row. */
function seatWithTwo(rows: readonly SeatRow[]): string | undefined {
  const seen = new Set<string>();
  return rows.find(({ seatId }) => seen.size === seen.add(seatId).size)?.seatId;
}

/** Made tens of thousands of times for a large floor: one plain shape, and no copies. */
function untouched(seatId: string, round: number): SeatRow {
  return { seatId, round, status: 'AVAILABLE', owner: null, orderId: null, region: null };
}

function readRow(cells: unknown, fields: Fields): SeatRow {
  const [seatId, round, status, owner, orderId, region] = Array.isArray(cells)
    ? (cells as unknown[])
    : [];
  const isRow =
    typeof seatId === 'string' &&
    typeof round === 'number' &&
    (status === 'AVAILABLE' || status === 'SOLD') &&
    isTextOrNull(owner) &&
    isTextOrNull(orderId) &&
    isTextOrNull(region);
  if (isRow) return { seatId, round, status, owner, orderId, region };
  return fields.refuse('rows', 'made of [seat, round, status, owner, order, region]', cells);
}

const isTextOrNull = (value: unknown): value is string | null =>
  value === null || typeof value === 'string';
