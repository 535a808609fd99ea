// Rows of the ledger and of the seats tables on their way from one thread to another: column by
// column, and of a free seat no more than that it is free. A message of 80,000 objects holds up
// whoever takes it for half a second; this one for a frame. What comes out is what went in.
import type { RegionTable, Sale, SeatRow } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';

/** Of each field the values, row by row. */
type Columns<Row> = { readonly [Name in keyof Row]: readonly Row[Name][] };
type Holder = Pick<SeatRow, 'owner' | 'orderId' | 'region'>;

interface PackedRows {
  readonly region: string;
  readonly seatId: readonly string[];
  readonly round: Float64Array;
  readonly isSold: Uint8Array;
  /** The numbers, ascending, of the rows that name a holder; what they name, in this order. */
  readonly held: Uint32Array;
  readonly holder: Columns<Holder>;
}

export type PackedTable = PackedRows | Extract<RegionTable, { unreachable: string }>;

export interface PackedLedger extends Omit<LedgerReading, 'sales'> {
  readonly columns: Columns<Sale>;
}

export function packTables(tables: readonly RegionTable[]): PackedTable[] {
  return tables.map((table) =>
    'unreachable' in table ? table : packRows(table.region, table.rows),
  );
}

export function unpackTables(tables: readonly PackedTable[]): RegionTable[] {
  return tables.map((table) => ('unreachable' in table ? table : unpackRows(table)));
}

function packRows(region: string, rows: readonly SeatRow[]): PackedRows {
  const round = new Float64Array(rows.length);
  const isSold = new Uint8Array(rows.length);
  const held: number[] = [];
  const holders: Holder[] = [];
  rows.forEach((row, at) => {
    round[at] = row.round;
    if (row.status === 'SOLD') isSold[at] = 1;
    if (row.owner === null && row.orderId === null && row.region === null) return;
    held.push(at);
    holders.push(row);
  });
  return {
    region,
    seatId: rows.map(({ seatId }) => seatId),
    round,
    isSold,
    held: Uint32Array.from(held),
    holder: {
      owner: holders.map(({ owner }) => owner),
      orderId: holders.map(({ orderId }) => orderId),
      region: holders.map((row) => row.region),
    },
  };
}

function unpackRows(table: PackedRows): RegionTable {
  const { seatId: seatIds, round, isSold, held, holder } = table;
  let next = 0;
  const rows = seatIds.map((seatId, at): SeatRow => {
    const isHeld = held[next] === at;
    const of = next;
    if (isHeld) next += 1;
    return {
      seatId,
      round: round[at] ?? NaN,
      status: isSold[at] === 1 ? 'SOLD' : 'AVAILABLE',
      owner: isHeld ? (holder.owner[of] ?? null) : null,
      orderId: isHeld ? (holder.orderId[of] ?? null) : null,
      region: isHeld ? (holder.region[of] ?? null) : null,
    };
  });
  return { region: table.region, rows };
}

export function packLedger({ sales, ...reading }: LedgerReading): PackedLedger {
  return {
    ...reading,
    columns: {
      id: sales.map(({ id }) => id),
      seatId: sales.map(({ seatId }) => seatId),
      round: sales.map(({ round }) => round),
      buyer: sales.map(({ buyer }) => buyer),
      region: sales.map(({ region }) => region),
      attempts: sales.map(({ attempts }) => attempts),
      soldAtMs: sales.map(({ soldAtMs }) => soldAtMs),
    },
  };
}

export function unpackLedger({ columns, ...reading }: PackedLedger): LedgerReading {
  const { id: ids, seatId, round, buyer, region, attempts, soldAtMs } = columns;
  const sales = ids.map((id, at): Sale => ({
    id,
    seatId: seatId[at] ?? '',
    round: round[at] ?? NaN,
    buyer: buyer[at] ?? '',
    region: region[at] ?? '',
    attempts: attempts[at] ?? NaN,
    soldAtMs: soldAtMs[at] ?? NaN,
  }));
  return { ...reading, sales };
}
