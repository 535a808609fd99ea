// What the last burst on each engine told the people of the room, for their phones: what they ordered,
// what they were told, and what the ledger says to it in the end. Held for who is in the room, and
// of each engine's last burst with the room alone, so that it stays as small as the room.
import { LIMITS, type Answer, type Order, type Sale } from '@worldseat/schema/domain';
import type { RoomAnswerView, RoomTicketView } from '@worldseat/schema/services';
import { LatestTopic, type Clock } from '../bus/index.ts';
import type { Person } from './people.ts';

/** Phones of one person that may follow at once. */
const PHONES_A_PERSON = 4;
/** Least time between two events to one phone. */
const MIN_INTERVAL_MS = 100;

/** The sales of a seat by the committed ledger, the first one first; null: it could not be read. */
export type SalesOf = (seatId: string) => readonly Pick<Sale, 'id' | 'buyer'>[] | null;

type Told = Pick<RoomAnswerView, 'holders' | 'ownTicket' | 'others'>;

const UNTOLD: Told = { holders: null, ownTicket: null, others: [] };
const WAITING = { outcome: null, latencyMs: null, ...UNTOLD };

interface Holding {
  name: string;
  /** By order. */
  readonly answers: Map<string, RoomAnswerView>;
  /** False until a burst took this person in. */
  played: boolean;
  readonly topic: LatestTopic<RoomTicketView | null>;
}

export class Tickets {
  readonly #holdings = new Map<string, Holding>();
  /** Who an order is of. */
  readonly #owners = new Map<string, string>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws TooManySubscribers */
  watch(person: Person): AsyncIterable<RoomTicketView | null> {
    const holding = this.#of(person);
    return holding.topic.subscribe(viewOf(person.id, holding));
  }

  isWatched(id: string): boolean {
    return (this.#holdings.get(id)?.topic.size ?? 0) > 0;
  }

  /** A person has left: nothing is kept, and whoever follows hears no more. */
  forget(id: string): void {
    const holding = this.#holdings.get(id);
    this.#holdings.delete(id);
    for (const orderId of holding?.answers.keys() ?? []) this.#owners.delete(orderId);
    holding?.topic.close();
  }

  /** A burst with the room begins; what an earlier one on this engine told is over. */
  begin(
    { id: burstId, engineId }: { readonly id: string; readonly engineId: string },
    orders: readonly Order[],
    people: readonly Person[],
  ): void {
    const byName = new Map(people.map((person) => [person.name, person]));
    for (const person of people) this.#clear(person, engineId);
    for (const { id: orderId, seatId, region, buyer } of orders) {
      const person = byName.get(buyer);
      if (person === undefined) continue;
      const order = { engineId, burstId, orderId, seatId, region, ...WAITING };
      this.#of(person).answers.set(orderId, order);
      this.#owners.set(orderId, person.id);
    }
    for (const { id } of people) this.#tell(id);
  }

  /** A buyer was answered: also one who is nobody in the room. */
  answered({ orderId, outcome, returnNs, intendedNs }: Answer): void {
    this.#change(orderId, { outcome, latencyMs: (returnNs - intendedNs) / 1e6 });
  }

  /** @param salesOf a seat's sales in the round of the burst, by the ledger; null: not known */
  settled(answers: readonly Answer[], salesOf: SalesOf): void {
    // Hundreds of people may want one seat of thousands of sales: each seat is looked at once.
    const bySeat = new Map<string, ReturnType<SalesOf>>();
    for (const answer of answers) {
      const { orderId, seatId } = answer;
      if (!this.#owners.has(orderId)) continue;
      const known = bySeat.get(seatId);
      const sales = known === undefined ? salesOf(seatId) : known;
      bySeat.set(seatId, sales);
      this.answered(answer);
      this.#change(orderId, holding(orderId, sales));
    }
  }

  close(): void {
    for (const { topic } of this.#holdings.values()) topic.close();
  }

  #change(orderId: string, change: Partial<RoomAnswerView>): void {
    const owner = this.#owners.get(orderId);
    const answers = owner === undefined ? undefined : this.#holdings.get(owner)?.answers;
    const known = answers?.get(orderId);
    if (owner === undefined || known === undefined) return;
    answers?.set(orderId, { ...known, ...change });
    this.#tell(owner);
  }

  #clear(person: Person, engineId: string): void {
    const holding = this.#of(person);
    Object.assign(holding, { name: person.name, played: true });
    for (const [orderId, answer] of holding.answers) {
      if (answer.engineId !== engineId) continue;
      holding.answers.delete(orderId);
      this.#owners.delete(orderId);
    }
  }

  #of({ id, name }: Person): Holding {
    const known = this.#holdings.get(id);
    if (known !== undefined) return known;
    const pace = { minIntervalMs: MIN_INTERVAL_MS, clock: this.#clock };
    const topic = new LatestTopic<RoomTicketView | null>({
      ...pace,
      maxSubscribers: PHONES_A_PERSON,
    });
    const holding = { name, answers: new Map(), played: false, topic };
    this.#holdings.set(id, holding);
    return holding;
  }

  #tell(id: string): void {
    const holding = this.#holdings.get(id);
    holding?.topic.publish(viewOf(id, holding));
  }
}

function holding(orderId: string, sales: ReturnType<SalesOf>): Told {
  if (sales === null) return UNTOLD;
  const others = sales.filter(({ id }) => id !== orderId).slice(0, LIMITS.room.others);
  return {
    holders: sales.length,
    ownTicket: sales.some(({ id }) => id === orderId),
    others: others.map(({ buyer }) => buyer),
  };
}

function viewOf(person: string, { name, answers, played }: Holding): RoomTicketView | null {
  return played ? { person, name, answers: [...answers.values()] } : null;
}
