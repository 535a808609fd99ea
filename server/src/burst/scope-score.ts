// What the ledger holds for the seats of a burst, kept up to date sale by sale: exactly what
// scoreLedger says of all of them, without going through the floor again several times a second.
import type { Sale, Scope } from '@worldseat/schema/domain';
import type { Committed } from './scoreboard.ts';

export class ScopeScore {
  readonly #scope: Scope;
  readonly #sold = new Set<string>();
  #confirmed = 0;

  /** @param sales that were read back already */
  constructor(scope: Scope, sales: readonly Sale[]) {
    this.#scope = scope;
    for (const sale of sales) this.add(sale);
  }

  /** @param sale as it was read back from the ledger, each one once */
  add({ seatId, round }: Sale): void {
    if (this.#scope.get(seatId) !== round) return;
    this.#sold.add(seatId);
    this.#confirmed += 1;
  }

  get committed(): Committed {
    return { confirmed: this.#confirmed, oversold: this.#confirmed - this.#sold.size };
  }
}
