// One phone in the room: joins under a name, stays in it for as long as it listens, and is told what
// became of its orders. After a lost connection it joins again as the same person.
import { openApi, type Api, type Connection } from '../api/client.ts';
import { keepSubscribed } from '../api/keep.ts';
import { JOIN_ROOM, LEAVE_ROOM, ROOM } from '../api/room.ts';
import { ROOM_TICKETS, type RoomAnswer } from '../api/room-tickets.ts';
import { answersByEngine } from './engine-answers.ts';
import { recallPerson, rememberPerson } from './person.ts';

export class Guest {
  connection: Connection = $state('connecting');
  joined = $state(false);
  busy = $state(false);
  /** Why joining or leaving did not work, in words. */
  trouble: string | null = $state(null);
  people = $state(0);
  /** As it was typed. */
  name = $state('');
  /** As it buys: with a number when somebody had the same name first. */
  buyer = $state('');
  /** What the last burst told this person; empty: it was in none. */
  readonly engines = $derived.by(() => answersByEngine(this.#answers));
  #answers: readonly RoomAnswer[] = $state.raw([]);
  readonly #id: string;
  readonly #api: Api;
  #ends: (() => void)[] = [];
  #wasLost = false;

  constructor(url: string) {
    const person = recallPerson();
    this.#id = person.id;
    this.name = person.name;
    this.buyer = person.name;
    this.joined = person.joined;
    this.#api = openApi(url);
  }

  open(): void {
    const watch = this.#api.watchConnection((connection) => this.#connected(connection));
    const listen = keepSubscribed(
      this.#api,
      ROOM,
      {},
      { onData: ({ room }) => (this.people = room.people), onTrouble: () => undefined },
    );
    this.#ends = [watch, listen];
    if (this.joined) void this.join();
  }

  close(): void {
    for (const end of this.#ends) end();
    this.#endTickets();
    this.#api.close();
  }

  async join(): Promise<void> {
    if (this.busy) return;
    const name = this.name.trim();
    await this.#order(async () => {
      const input = { name, person: this.#id };
      const { joinRoom } = await this.#api.mutate(JOIN_ROOM, { input });
      if (joinRoom.__typename !== 'RoomSeat') {
        this.#stay(false);
        return joinRoom.message;
      }
      this.buyer = joinRoom.name;
      this.#stay(true);
      this.#listen();
      return null;
    });
  }

  async leave(): Promise<void> {
    if (this.busy) return;
    await this.#order(async () => {
      await this.#api.mutate(LEAVE_ROOM, { person: this.#id });
      this.#stay(false);
      this.#endTickets();
      this.#answers = [];
      return null;
    });
  }

  #endTickets: () => void = () => undefined;

  #listen(): void {
    this.#endTickets();
    this.#endTickets = keepSubscribed(
      this.#api,
      ROOM_TICKETS,
      { person: this.#id },
      {
        onData: ({ roomTickets }) => (this.#answers = roomTickets?.answers ?? []),
        onTrouble: () => undefined,
      },
    );
  }

  #connected(connection: Connection): void {
    this.connection = connection;
    if (connection === 'lost') this.#wasLost = true;
    if (connection !== 'open' || !this.#wasLost) return;
    this.#wasLost = false;
    // The server may have forgotten this person, or be another one.
    if (this.joined) void this.join();
  }

  async #order(send: () => Promise<string | null>): Promise<void> {
    this.busy = true;
    this.trouble = null;
    try {
      this.trouble = await send();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy = false;
    }
  }

  #stay(joined: boolean): void {
    this.joined = joined;
    rememberPerson({ id: this.#id, name: this.name.trim(), joined });
  }
}
