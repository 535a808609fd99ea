// Why a seat has a sale too many, from the recorded answers and Regions alone. The first sale is the
// rightful one; each later one is explained by what was sold before it.
import type { Cause } from '../domain/index.ts';
import { canPrecede, holdOf } from './holds.ts';
import type { SoldTicket } from './records/index.ts';

/** @param sold all sales of the seat, in the order of sale; `extra` is one of them */
export function causeOf(extra: SoldTicket, sold: readonly SoldTicket[]): Cause {
  return causesOf([extra], sold)[0] ?? 'UNKNOWN';
}

/**
 * The cause of each sale too many. One pass over the sales; only of a seat that was given back, or
 * sold against the ledger's own clock, are earlier ones looked through again.
 * @param extras some of `sold`, in the same order
 */
export function causesOf(extras: readonly SoldTicket[], sold: readonly SoldTicket[]): Cause[] {
  const causes: Cause[] = [];
  const earlier = new Earlier(sold.some(({ isUnsure }) => isUnsure));
  for (const ticket of sold) {
    if (causes.length === extras.length) break;
    if (ticket === extras[causes.length]) causes.push(earlier.causeOf(ticket));
    earlier.add(ticket);
  }
  return causes;
}

/** The sales of a seat before the one in question. */
class Earlier {
  readonly #byRegion = new Map<
    string | null,
    { readonly sold: SoldTicket[]; lastReturnNs: number }
  >();
  /** By buyer. */
  readonly #wasUnsure = new Map<string, boolean>();
  readonly #isAnyUnsure: boolean;
  #givenBack = false;

  /** @param isAnyUnsure false: of no sale of the seat; then buyers are not told apart */
  constructor(isAnyUnsure: boolean) {
    this.#isAnyUnsure = isAnyUnsure;
  }

  add(ticket: SoldTicket): void {
    const { region, returnNs, isUnsure } = ticket;
    const there = this.#byRegion.get(region) ?? { sold: [], lastReturnNs: -Infinity };
    there.sold.push(ticket);
    there.lastReturnNs = Math.max(there.lastReturnNs, returnNs);
    this.#byRegion.set(region, there);
    this.#givenBack ||= ticket.release !== null;
    if (!this.#isAnyUnsure) return;
    const { buyer } = ticket.sale;
    this.#wasUnsure.set(buyer, this.#wasUnsure.get(buyer) === true || isUnsure);
  }

  causeOf(extra: SoldTicket): Cause {
    if (this.#isAnyUnsure && this.#hasLostAnswer(extra)) return 'LOST_ANSWER';
    if (extra.soldElsewhereBefore) return 'DUPLICATE_ORDER';
    if (extra.told === null || this.#byRegion.size === 0) return 'UNKNOWN';
    return this.#byRead(extra);
  }

  /** The buyer has an earlier one, and may not have known of it. */
  #hasLostAnswer({ sale, isUnsure }: SoldTicket): boolean {
    const wasUnsure = this.#wasUnsure.get(sale.buyer);
    return wasUnsure !== undefined && (wasUnsure || isUnsure);
  }

  #byRead(extra: SoldTicket): Cause {
    const there = this.#byRegion.get(extra.region);
    if (there === undefined) return 'CROSS_REGION_STALENESS';
    // The last return is before this call: none of them overlaps.
    if (!this.#givenBack && there.lastReturnNs < extra.callNs) return 'STALE_READ';
    return causeInRegion(there.sold, extra);
  }
}

function causeInRegion(sold: readonly SoldTicket[], extra: SoldTicket): Cause {
  let [hasReturned, isUnknown] = [false, false];
  for (let at = sold.length - 1; at >= 0; at -= 1) {
    const other = sold[at];
    if (other === undefined || isGivenBackBefore(other, extra)) continue;
    if (other.told === null) isUnknown = true;
    else if (other.returnNs < extra.callNs) hasReturned = true;
    else if (other.callNs <= extra.returnNs) return 'SAME_REGION_RACE';
    else isUnknown = true;
  }
  if (hasReturned) return 'STALE_READ';
  return isUnknown ? 'UNKNOWN' : 'CROSS_REGION_STALENESS';
}

function isGivenBackBefore(other: SoldTicket, extra: SoldTicket): boolean {
  return other.release !== null && canPrecede(holdOf(other), holdOf(extra));
}
