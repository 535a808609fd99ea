// What buyers were told in the rounds that are on now: the half of the evidence that the database
// does not have. Kept per seat, dropped when the seat is put on sale anew, bounded. It never
// corrects an answer from a guess: only the ledger decides a lost one.
import type { Answer, Order, Scope } from '@worldseat/schema/domain';

/** Answers kept at most for one floor; beyond it new orders are shed before anything is tried. */
export const MAX_ANSWERS = 250_000;

interface Lost {
  readonly answer: Answer;
  /** The one Region that may hold its sale; null: more than one may. */
  readonly lostIn: string | null;
}

export class AnswerBook {
  readonly #bySeat = new Map<string, Map<string, Answer>>();
  readonly #calls = new Map<string, Order>();
  readonly #holes = new Map<string, { readonly scope: Scope; readonly words: string }>();
  readonly #lost = new Map<string, Lost>();
  readonly #watchers = new Set<(answer: Answer) => void>();
  #size = 0;
  #revision = 0;
  #edition = 0;
  #openings = 0;

  /** Changes whenever the book does. */
  get revision(): number {
    return this.#revision;
  }

  /** Changes whenever rounds are opened: what was told before may be of rounds that are over. */
  get edition(): number {
    return this.#edition;
  }

  /** Told of each answer as it is recorded. Returns its own end. */
  watch(onRecord: (answer: Answer) => void): () => void {
    this.#watchers.add(onRecord);
    return () => this.#watchers.delete(onRecord);
  }

  /** Answers that were lost and not decided yet. */
  get lost(): readonly Answer[] {
    return [...this.#lost.values()].map(({ answer }) => answer);
  }

  /** Where a lost order's sale may be; null: in more than one Region. */
  lostIn({ orderId, region, presses }: Answer): string | null {
    const lost = this.#lost.get(orderId);
    if (lost !== undefined) return lost.lostIn;
    return presses === 1 ? region : null;
  }

  /**
   * Orders that were called and have no answer yet; rounds that are just being opened, and a burst that
   * is about to begin, count too.
   */
  get pending(): number {
    return this.#calls.size + this.#openings;
  }

  /** How many more orders may be called. */
  get room(): number {
    return MAX_ANSWERS - this.#size - this.#calls.size;
  }

  call(order: Order): void {
    this.#revision += 1;
    this.#calls.set(order.id, order);
  }

  /** Orders for these seats that were called and have no answer yet. */
  pendingIn(scope: Scope): number {
    let pending = 0;
    for (const { seatId } of this.#calls.values()) if (scope.has(seatId)) pending += 1;
    return pending;
  }

  /**
   * Records the answer of an order; a later answer of the same order takes its place.
   * @param lostIn the one Region that may hold a sale that no answer told of; null: more than one
   */
  record(answer: Answer, lostIn = this.lostIn(answer)): void {
    this.#revision += 1;
    this.#calls.delete(answer.orderId);
    const seat = this.#bySeat.get(answer.seatId) ?? new Map<string, Answer>();
    this.#bySeat.set(answer.seatId, seat);
    if (!seat.has(answer.orderId)) this.#size += 1;
    seat.set(answer.orderId, answer);
    if (answer.outcome === 'INDETERMINATE') this.#lost.set(answer.orderId, { answer, lostIn });
    else this.#lost.delete(answer.orderId);
    for (const onRecord of this.#watchers) onRecord(answer);
  }

  /** What an order was told last, if its round is on. */
  find(seatId: string, orderId: string): Answer | null {
    return this.#bySeat.get(seatId)?.get(orderId) ?? null;
  }

  /** Notes that some answers for these rounds were never recorded, and why. */
  addHole(id: string, scope: Scope, words: string): void {
    this.#holes.set(id, { scope, words });
  }

  /** Rounds are being opened: until `opened`, the records are moving. */
  opening(): void {
    this.#edition += 1;
    this.#change(1);
  }

  /** The opening ended, well or not. */
  openingEnded(): void {
    this.#change(-1);
  }

  /** Orders are about to be called: nothing is at rest until they are. Returns its own end. */
  expectOrders(): () => void {
    let isExpected = true;
    this.#change(1);
    return () => {
      if (isExpected) this.#change(-1);
      isExpected = false;
    };
  }

  #change(openings: 1 | -1): void {
    this.#revision += 1;
    this.#openings += openings;
  }

  /** Drops what was said about earlier rounds of these seats. */
  opened(scope: Scope): void {
    this.#revision += 1;
    this.#edition += 1;
    for (const [seatId, round] of scope) {
      const seat = this.#bySeat.get(seatId);
      if (seat === undefined) continue;
      for (const answer of seat.values()) {
        if (answer.round === round) continue;
        seat.delete(answer.orderId);
        this.#lost.delete(answer.orderId);
        this.#size -= 1;
      }
      if (seat.size === 0) this.#bySeat.delete(seatId);
    }
  }

  /** Drops everything that was said: the whole floor is on sale anew. */
  reset(): void {
    this.#revision += 1;
    this.#edition += 1;
    this.#bySeat.clear();
    this.#lost.clear();
    this.#holes.clear();
    this.#size = 0;
  }

  /** Every answer for these seats in these rounds. */
  within(scope: Scope): Answer[] {
    const found: Answer[] = [];
    for (const [seatId, seat] of this.#bySeat) {
      const round = scope.get(seatId);
      for (const answer of seat.values()) if (answer.round === round) found.push(answer);
    }
    return found;
  }

  /** Those of them that the floor is judged by. */
  onFloor(scope: Scope): Answer[] {
    return this.within(scope).filter(isOfFloor);
  }

  /** Why the history of these rounds is not whole. A hole is past once none of its rounds is on. */
  holes(current: Scope): string[] {
    for (const [id, { scope }] of this.#holes) {
      const on = [...scope].some(([seatId, round]) => current.get(seatId) === round);
      if (!on) this.#holes.delete(id);
    }
    return [...this.#holes.values()].map(({ words }) => words);
  }
}

/**
 * Whether the floor is judged by this answer: but for buyers whom the rule of their burst turned
 * away. The rule is none of the floor's; a ticket that such a buyer holds all the same is found as
 * one that nobody was told of.
 */
export function isOfFloor({ rejectionReason }: Answer): boolean {
  return rejectionReason !== 'FAN_LIMIT';
}
