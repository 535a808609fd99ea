// Counts what the seats tables show as sold, again and again, beside buyers who wait: in the engine's
// own thread, because 80,000 rows, or only the names of as many seats, hold up whoever takes them.
import type { RegionTable, Scope } from '@worldseat/schema/domain';

export class TableCounter {
  readonly #readTables: (seatIds: readonly string[]) => Promise<readonly RegionTable[]>;
  #scope: Scope = new Map();
  #seatIds: readonly string[] = [];

  constructor(readTables: (seatIds: readonly string[]) => Promise<readonly RegionTable[]>) {
    this.#readTables = readTables;
  }

  set(scope: Scope): void {
    this.#scope = scope;
    this.#seatIds = [...scope.keys()];
  }

  /** See RemoteEngine. */
  async count(): Promise<number> {
    const counted = this.#scope;
    const tables = await this.#readTables(this.#seatIds);
    for (const table of tables) {
      if ('unreachable' in table) continue;
      let sold = 0;
      for (const { seatId, round, status } of table.rows) {
        if (status === 'SOLD' && counted.get(seatId) === round) sold += 1;
      }
      return sold;
    }
    return 0;
  }
}
