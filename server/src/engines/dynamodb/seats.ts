// The seats table in one Region: strong reads; writes that overwrite whatever is there, and guarded
// ones. Between Regions the last writer wins, whatever it was guarded by.
import type { SeatRow } from '@worldseat/schema/domain';
import { SeatUnknown } from '../engine.ts';
import { BATCH_ITEMS, BATCH_KEYS, batchGet, batchPut } from './batches.ts';
import { chunksOf, mapBounded } from '../bounded.ts';
import { isConditionFailed, triesOf } from './faults.ts';
import { seatItem, seatRow, type Attributes } from './items.ts';
import type { Caller, RegionClient } from './region-client.ts';

/** Batches side by side. */
const MAX_PARALLEL = 8;
/** From this many seats on, reading a table of them is cheaper than asking for each by name. */
const SCAN_FROM = 500;

/** @returns null when the seat does not exist. @throws the SDK's errors */
export async function findSeat(client: Caller, seatId: string): Promise<SeatRow | null> {
  const { Item: item } = await client.call((db) =>
    db.getItem({
      TableName: client.tables.seats,
      Key: { seat_id: { S: seatId } },
      ConsistentRead: true,
    }),
  );
  return item === undefined ? null : seatRow(item);
}

/** @throws SeatUnknown, and the SDK's errors */
export async function readSeat(client: Caller, seatId: string): Promise<SeatRow> {
  const row = await findSeat(client, seatId);
  if (row === null) throw new SeatUnknown(`no seat ${seatId} is on sale`);
  return row;
}

/** @throws the SDK's errors */
export async function writeSeat(client: Caller, row: SeatRow): Promise<void> {
  await client.call((db) => db.putItem({ TableName: client.tables.seats, Item: seatItem(row) }));
}

/**
 * Writes the row if this Region shows the seat AVAILABLE in the row's round.
 * @returns whether it did. @throws the SDK's errors
 */
export async function writeSeatIfAvailable(client: Caller, row: SeatRow): Promise<boolean> {
  try {
    await client.call((db) =>
      db.putItem({
        TableName: client.tables.seats,
        Item: seatItem(row),
        ConditionExpression: '#status = :available AND #round = :round',
        ExpressionAttributeNames: { '#status': 'status', '#round': 'round' },
        ExpressionAttributeValues: {
          ':available': { S: 'AVAILABLE' },
          ':round': { N: String(row.round) },
        },
      }),
    );
    return true;
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
    // The SDK's second try may have met what its first one wrote.
    return triesOf(error) > 1 && (await findSeat(client, row.seatId))?.orderId === row.orderId;
  }
}

/** Many rows at once, no two of one seat. @throws the SDK's errors: some may be written then */
export async function writeSeats(client: RegionClient, rows: readonly SeatRow[]): Promise<void> {
  await mapBounded(chunksOf(rows, BATCH_ITEMS), MAX_PARALLEL, (chunk) =>
    batchPut(client, client.tables.seats, chunk.map(seatItem)),
  );
}

/**
 * These seats' rows by id; a seat that does not exist is missing. Of a large table only a part as
 * large as what is asked for is read: it may hold the rows of other venues too.
 * @throws the SDK's errors
 */
export async function readSeats(
  client: RegionClient,
  seatIds: readonly string[],
): Promise<ReadonlyMap<string, SeatRow>> {
  const table = seatIds.length >= SCAN_FROM ? await scan(client, 2 * seatIds.length) : EMPTY;
  const found = new Map<string, SeatRow>();
  const left: string[] = [];
  for (const seatId of seatIds) {
    const row = table.rows.get(seatId);
    if (row !== undefined) found.set(seatId, row);
    else if (!table.isWhole) left.push(seatId);
  }
  for (const row of await readByName(client, left)) found.set(row.seatId, row);
  return found;
}

async function readByName(client: RegionClient, seatIds: readonly string[]): Promise<SeatRow[]> {
  const keys = seatIds.map((id) => ({ seat_id: { S: id } }));
  const batches = await mapBounded(chunksOf(keys, BATCH_KEYS), MAX_PARALLEL, (chunk) =>
    batchGet(client, client.tables.seats, chunk),
  );
  return batches.flat().map(seatRow);
}

interface ScannedTable {
  readonly rows: ReadonlyMap<string, SeatRow>;
  /** There are no other rows. */
  readonly isWhole: boolean;
}

const EMPTY: ScannedTable = { rows: new Map(), isWhole: false };

/** Reads the table until that many rows are read. @throws the SDK's errors */
async function scan(client: RegionClient, maxRows: number): Promise<ScannedTable> {
  const rows = new Map<string, SeatRow>();
  let start: Attributes | undefined;
  do {
    const page = await client.call((db) =>
      db.scan({
        TableName: client.tables.seats,
        ConsistentRead: true,
        Limit: maxRows - rows.size,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) {
      const row = seatRow(item);
      rows.set(row.seatId, row);
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined && rows.size < maxRows);
  return { rows, isWhole: start === undefined };
}
