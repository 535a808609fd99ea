// One row of the tickets as the rules see it: the records that were heard of it, and the numbers of
// them that matter to nearly every rule.
import type { Answer, Release, Sale } from '../../domain/index.ts';

/** Everything that is known of one row. */
export interface Ticket {
  /** What its buyer was told: CONFIRMED or INDETERMINATE; null: neither. */
  readonly told: Answer | null;
  readonly sale: Sale | null;
  /** RELEASED or INDETERMINATE; null: it was not given back. */
  readonly release: Release | null;
  /** When its order was called; -Infinity: no answer is known. */
  readonly callNs: number;
  /** When its answer returned; Infinity: none is known. */
  readonly returnNs: number;
  /** When it was sold, by the ledger; Infinity: it was not. */
  readonly soldAtMs: number;
  /** The Region that sold it; null: none did. */
  readonly region: string | null;
  /** Its buyer may not have known what became of it, and have bought again. */
  readonly isUnsure: boolean;
  /** Giving it back was called, even if in vain: it was held by then. */
  readonly returned: Release | null;
  /** Its order has an earlier sale, of another seat. */
  readonly soldElsewhereBefore: boolean;
}

export type SoldTicket = Ticket & { readonly sale: Sale };

/** Of a ticket that somebody was told of, or that is in the ledger. */
export function orderIdOf({ told, sale }: Ticket): string {
  return sale?.id ?? told?.orderId ?? '';
}
