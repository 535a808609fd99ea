// The room as the graph sees it: input is checked, names are told, silent people leave. What bursts
// told the people goes through it too, so that nobody else holds on to them.
import { networkInterfaces } from 'node:os';
import { LIMITS, type Answer, type Order } from '@worldseat/schema/domain';
import {
  BadRequest,
  type InvalidInput,
  type JoinRoomRequest,
  type Overloaded,
  type RoomSeatView,
  type RoomTicketView,
  type RoomView,
} from '@worldseat/schema/services';
import { LatestTopic, systemClock, type Clock } from '../bus/index.ts';
import { joinAddress, People, Tickets, type Person, type SalesOf } from '../room/index.ts';
import { checkBuyer, invalid, overloaded, quote } from './input.ts';

const SWEEP_INTERVAL_MS = 30_000;
/** Least time between two events to one who watches the room. */
const MIN_INTERVAL_MS = 200;
const FULL_RETRY_MS = 60_000;

interface RoomAddress {
  /** The origin for people, as it was configured; null: none. */
  readonly publicOrigin: string | null;
  /** What the server was told to listen on. */
  readonly host: string;
  /** Where it can be found from this machine. */
  readonly url: string;
}

export class RoomDesk {
  readonly #people: People;
  readonly #tickets: Tickets;
  readonly #topic: LatestTopic<RoomView>;
  readonly #clock: Clock;
  #address: RoomAddress;
  #stopSweeping: () => void = () => undefined;

  constructor(address: RoomAddress, clock: Clock = systemClock) {
    this.#address = address;
    this.#clock = clock;
    this.#people = new People(() => clock.nowMs());
    this.#tickets = new Tickets(clock);
    this.#topic = new LatestTopic({ minIntervalMs: MIN_INTERVAL_MS, clock });
    this.#keepSweeping();
  }

  /** The server listens: its port is known now. */
  listening(url: string): void {
    this.#address = { ...this.#address, url };
    this.#announce();
  }

  get people(): readonly Person[] {
    return this.#people.all;
  }

  view(): RoomView {
    const names = this.#people.all.slice(0, LIMITS.room.names).map(({ name }) => name);
    const address = joinAddress(this.#address, networkInterfaces());
    return { people: this.#people.count, names, ...address };
  }

  watch(): AsyncIterable<RoomView> {
    return this.#topic.subscribe(this.view());
  }

  join(request: JoinRoomRequest): RoomSeatView | InvalidInput | Overloaded {
    const name = request.name.trim();
    const wrong = checkPerson(request.person) ?? named('name', checkBuyer(name));
    if (wrong !== null) return wrong;
    const person = this.#people.join(request.person, name);
    if (person === null) {
      const message = `The room is full: it holds ${LIMITS.room.people} people.`;
      return overloaded(message, FULL_RETRY_MS);
    }
    this.#announce();
    return { __typename: 'RoomSeat', person: person.id, name: person.name };
  }

  leave(id: string): boolean {
    const left = this.#people.leave(id);
    if (!left) return false;
    this.#tickets.forget(id);
    this.#announce();
    return true;
  }

  /** @throws BadRequest for somebody who is not in the room; TooManySubscribers */
  watchTickets(id: string): AsyncIterable<RoomTicketView | null> {
    const person = this.#people.find(id);
    if (person !== null) return this.#tickets.watch(person);
    throw new BadRequest(`Nobody in the room has the id ${quote(id)}; join it first.`, 'person');
  }

  /** @param people who were in the room when it was planned */
  begin(
    burst: { readonly id: string; readonly engineId: string },
    orders: readonly Order[],
    people: readonly Person[],
  ): void {
    // Who left since then must not be held on to.
    const here = people.filter(({ id }) => this.#people.find(id) !== null);
    this.#tickets.begin(burst, orders, here);
  }

  answered(answer: Answer): void {
    this.#tickets.answered(answer);
  }

  settled(answers: readonly Answer[], salesOf: SalesOf): void {
    this.#tickets.settled(answers, salesOf);
  }

  close(): Promise<void> {
    this.#stopSweeping();
    this.#topic.close();
    this.#tickets.close();
    return Promise.resolve();
  }

  #keepSweeping(): void {
    this.#stopSweeping = this.#clock.after(SWEEP_INTERVAL_MS, () => {
      const gone = this.#people.sweep((id) => this.#tickets.isWatched(id));
      for (const id of gone) this.#tickets.forget(id);
      if (gone.length > 0) this.#announce();
      this.#keepSweeping();
    });
  }

  #announce(): void {
    this.#topic.publish(this.view());
  }
}

function checkPerson(id: string): InvalidInput | null {
  const { min, max } = LIMITS.personIdLength;
  if (new RegExp(`^[A-Za-z0-9._:-]{${min},${max}}$`).test(id)) return null;
  const shape = `${min} to ${max} letters, digits or . _ : -`;
  return invalid('person', `The id of a person has ${shape}, not ${quote(id)}.`);
}

/** The same fault under the name that this input has. */
function named(field: string, wrong: InvalidInput | null): InvalidInput | null {
  return wrong === null ? null : { ...wrong, field };
}
