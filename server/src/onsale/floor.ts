// The floor that is on sale on one engine: which venue, which seats, each in which round.
// The database is the authority (a second start reads it back); this is its copy in memory.
// Opening a round is the only way a seat becomes available again.
import { VENUES, venueSeatIds, type Scope, type Venue } from '@worldseat/schema/domain';
import type { Engine } from '../engines/engine.ts';

/** What the floor asks of an engine. */
type FloorEngine = Pick<Engine, 'openRounds' | 'readFloor' | 'readTables' | 'writeFloor'>;

export class Floor {
  readonly #engine: FloorEngine;
  #venue: Venue;
  #round: number;
  #scope: Map<string, number>;
  #index: ReadonlyMap<string, number>;

  private constructor(engine: FloorEngine, venue: Venue, round: number, scope: Scope) {
    this.#engine = engine;
    this.#venue = venue;
    this.#round = round;
    this.#scope = new Map(scope);
    this.#index = indexOf(venue);
  }

  /** Finds the floor of the last run, or puts `defaultVenue` on sale. @throws EngineUnavailable */
  static async open(engine: FloorEngine, defaultVenue: Venue): Promise<Floor> {
    const record = await engine.readFloor();
    const venue = record === null ? defaultVenue : (VENUES[record.venue] ?? defaultVenue);
    const floor = new Floor(engine, venue, record?.round ?? 0, new Map());
    const scope = record?.venue === venue.id ? await shownRounds(engine, venue) : null;
    if (scope === null) await floor.reset(venue);
    else floor.#scope = scope;
    return floor;
  }

  get venue(): Venue {
    return this.#venue;
  }

  /** The floor's own round: how often the whole of it was put on sale. */
  get round(): number {
    return this.#round;
  }

  /** Every seat of the venue in its current round. */
  get scope(): Scope {
    return this.#scope;
  }

  /** Position of a seat in the venue, or undefined when it is not of this floor. */
  indexOf(seatId: string): number | undefined {
    return this.#index.get(seatId);
  }

  /** Puts some seats on sale anew. @returns their new rounds. @throws EngineUnavailable */
  async openSeats(seatIds: readonly string[]): Promise<Scope> {
    const opened = await this.#openRounds(seatIds);
    for (const [id, round] of opened) this.#scope.set(id, round);
    return opened;
  }

  /** Puts the whole floor on sale anew, in this or another venue. @throws EngineUnavailable */
  async reset(venue: Venue = this.#venue): Promise<Scope> {
    const opened = await this.#openRounds(venueSeatIds(venue));
    // Written last: interrupted before it, the floor keeps its round and its seats show theirs.
    await this.#engine.writeFloor({ venue: venue.id, round: this.#round + 1 });
    this.#venue = venue;
    this.#index = indexOf(venue);
    this.#round += 1;
    this.#scope = new Map(opened);
    return this.#scope;
  }

  /** An opening that fails may have opened some seats: what the table shows then is what is on. */
  async #openRounds(seatIds: readonly string[]): Promise<Scope> {
    try {
      return await this.#engine.openRounds(seatIds);
    } catch (error) {
      this.#scope = (await shownRounds(this.#engine, this.#venue)) ?? this.#scope;
      throw error;
    }
  }
}

function indexOf(venue: Venue): ReadonlyMap<string, number> {
  return new Map(venueSeatIds(venue).map((seatId, index) => [seatId, index]));
}

/** The rounds that the seats table shows, or null when a seat of the venue is missing in it. */
async function shownRounds(engine: FloorEngine, venue: Venue): Promise<Map<string, number> | null> {
  const seatIds = venueSeatIds(venue);
  const highest = new Map<string, number>();
  for (const table of await engine.readTables(seatIds)) {
    if ('unreachable' in table) continue;
    for (const row of table.rows) {
      highest.set(row.seatId, Math.max(row.round, highest.get(row.seatId) ?? 0));
    }
  }
  const scope = new Map<string, number>();
  for (const seatId of seatIds) {
    const round = highest.get(seatId);
    if (round === undefined) return null;
    scope.set(seatId, round);
  }
  return scope;
}
