// Where an order's row is in the ledger. Sixteen partitions a round, by seat: one seat's sales of a
// round are together and in one partition, so that one Query reads them, while a whole floor's
// sales spread. Pure and for ever: a changed hash would lose the ledger that exists.

export const SHARDS = 16;

export interface LedgerKey {
  readonly round: number;
  readonly seatId: string;
  readonly orderId: string;
}

/** FNV-1a over UTF-16 code units, 32 bits. @returns 0 to 15 */
export function shardOf(seatId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seatId.length; at += 1) {
    hash = Math.imul(hash ^ seatId.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash % SHARDS;
}

/** The partition key of a seat's sales in one round: "3#11". */
export function partitionOf(round: number, seatId: string): string {
  return `${round}#${shardOf(seatId)}`;
}

/** What the sort keys of one seat begin with. Seat ids hold no "#". */
export function sortPrefixOf(seatId: string): string {
  return `${seatId}#`;
}

/** Past all sort keys of one seat: "$" is what comes after "#". */
export function pastPrefixOf(seatId: string): string {
  return `${seatId}$`;
}

export function ledgerKey(key: LedgerKey): { pk: { S: string }; sk: { S: string } } {
  return {
    pk: { S: partitionOf(key.round, key.seatId) },
    sk: { S: sortPrefixOf(key.seatId) + key.orderId },
  };
}
