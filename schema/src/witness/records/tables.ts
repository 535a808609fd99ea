// The seats tables of all Regions, taken together: what they show of each seat, and whether they all
// show the same.
import { compareText, type SeatRow } from '../../domain/index.ts';
import { OUTSIDE, type Seats } from './seats.ts';

/** What the seats tables show of one seat. */
export type Shown =
  | { readonly state: 'UNREAD' | 'DIFFERENT' | 'MISSING' }
  | { readonly state: 'AGREED'; readonly row: SeatRow };

const UNREAD: Shown = { state: 'UNREAD' };
const DIFFERENT: Shown = { state: 'DIFFERENT' };
const MISSING: Shown = { state: 'MISSING' };

interface Region {
  /** 1 for each seat whose row was heard. */
  readonly seen: Uint8Array;
  unreachable: string | null;
}

export class Tables {
  readonly #seats: Seats;
  readonly #regions = new Map<string, Region>();
  /** Of each seat: a row, in how many Regions it is seen, and 1 when two rows differ. */
  readonly #rows: (SeatRow | undefined)[];
  readonly #seenIn: Int32Array;
  readonly #differ: Uint8Array;

  constructor(seats: Seats) {
    this.#seats = seats;
    this.#rows = new Array<SeatRow | undefined>(seats.count);
    this.#seenIn = new Int32Array(seats.count);
    this.#differ = new Uint8Array(seats.count);
  }

  /** The Region's table was read; it may have no row. */
  hearRegion(name: string): Region {
    const region = this.#regions.get(name) ?? {
      seen: new Uint8Array(this.#seats.count),
      unreachable: null,
    };
    this.#regions.set(name, region);
    return region;
  }

  hearUnreachable(name: string, reason: string): void {
    this.hearRegion(name).unreachable = reason;
  }

  /** A row of any round. Two rows of one seat that differ differ, in one Region or in two. */
  hearRow(name: string, row: SeatRow): void {
    const seat = this.#seats.numberOf(row.seatId);
    const { seen } = this.hearRegion(name);
    if (seat === OUTSIDE) return;
    const known = this.#rows[seat];
    if (known !== undefined && !isSameRow(known, row)) this.#differ[seat] = 1;
    // Whichever Region was heard first, it is the same one that is shown.
    if (known === undefined || isFirst(row, known)) this.#rows[seat] = row;
    if (seen[seat] === 0) this.#seenIn[seat] = (this.#seenIn[seat] ?? 0) + 1;
    seen[seat] = 1;
  }

  /** Regions that were asked. */
  get count(): number {
    return this.#regions.size;
  }

  /** Those that could not be read, and why. */
  get unreachable(): { readonly region: string; readonly reason: string }[] {
    return [...this.#regions].flatMap(([region, { unreachable }]) =>
      unreachable === null ? [] : [{ region, reason: unreachable }],
    );
  }

  /** Certain only when every Region was read and all of them agree. */
  shownOf(seat: number, isRead: boolean): Shown {
    if (!isRead) return UNREAD;
    const row = this.#rows[seat];
    if (row === undefined) return MISSING;
    const agreed = this.#differ[seat] === 0 && this.#seenIn[seat] === this.#regions.size;
    return agreed ? { state: 'AGREED', row } : DIFFERENT;
  }
}

function isFirst(one: SeatRow, other: SeatRow): boolean {
  return compareText(one.region ?? '', other.region ?? '') < 0;
}

function isSameRow(one: SeatRow, other: SeatRow): boolean {
  return (
    one.round === other.round &&
    one.status === other.status &&
    one.orderId === other.orderId &&
    one.owner === other.owner
  );
}
