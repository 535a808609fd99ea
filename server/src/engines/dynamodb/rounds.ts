// Puts seats on sale anew. All rows are written through the first Region; the round is open when
// every Region shows every seat in it. A late write of an older round may still land on a row
// meanwhile, being the last writer: such a row is written again. A row of the new round is never
// touched: somebody may have bought it already.
import type { Scope, SeatRow } from '@worldseat/schema/domain';
import { pollUntil } from './poll.ts';
import type { RegionClient } from './region-client.ts';
import { readSeats, writeSeats } from './seats.ts';

const CONVERGENCE_LIMIT_MS = 30_000;

/** Somebody else opened a round of the same seat at the same time. */
export class RoundConflict extends Error {
  override readonly name = 'RoundConflict';
  readonly code = 'ROUND_CONFLICT';
}

/** @throws RoundConflict, PollTimeout, and the SDK's errors */
export async function openRounds(
  regions: readonly RegionClient[],
  seatIds: readonly string[],
): Promise<Scope> {
  const [first] = regions;
  const ids = [...new Set(seatIds)];
  if (first === undefined || ids.length === 0) return new Map();
  const shown = await Promise.all(regions.map((client) => readSeats(client, ids)));
  const scope = new Map(
    ids.map((id) => [id, Math.max(...shown.map((rows) => rows.get(id)?.round ?? 0)) + 1]),
  );
  await writeRows(first, ids, scope);
  let waiting = ids;
  await pollUntil('every Region shows the new round', CONVERGENCE_LIMIT_MS, async () => {
    const tables = await Promise.all(regions.map((client) => readSeats(client, waiting)));
    const overwritten = waiting.filter((id) => !isOpen(tables[0]?.get(id), scope.get(id)));
    await writeRows(first, overwritten, scope);
    waiting = waiting.filter((id) => tables.some((rows) => !isOpen(rows.get(id), scope.get(id))));
    return waiting.length === 0;
  });
  return scope;
}

/** @throws RoundConflict for a row of a later round than ours */
function isOpen(row: SeatRow | undefined, round = 0): boolean {
  if (row !== undefined && row.round > round) {
    throw new RoundConflict(`${row.seatId} is in round ${row.round} already, after ${round}`);
  }
  return row?.round === round;
}

function writeRows(first: RegionClient, ids: readonly string[], scope: Scope): Promise<void> {
  const rows = ids.map((seatId): SeatRow => ({
    seatId,
    round: scope.get(seatId) ?? 0,
    status: 'AVAILABLE',
    owner: null,
    orderId: null,
    region: null,
  }));
  return writeSeats(first, rows);
}
