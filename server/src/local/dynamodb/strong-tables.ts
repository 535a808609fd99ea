// STRONG tables (MRSC): three members, two of which must agree. A write is in another member before
// it is answered; a consistent read sees the latest write of every Region, because a Region that may
// have missed one fetches it first; a Region that reaches no other member refuses both.
// One write of an item at a time, whichever Region: the others hear a conflict, as on AWS.
// A crash in the middle leaves a write, not yet answered, in some of the members. After a restart no
// table is read or written before its members were compared and the newest version is in both.
import { repairTable } from './anti-entropy.ts';
import { carryOut, type ItemWrite } from './item-write.ts';
import { KeyLock } from './key-lock.ts';
import type { Network } from './network.ts';
import type { Region } from './region.ts';
import { isNewer, stampOf } from './stamps.ts';
import { Missed } from './strong-missed.ts';
import { conflict, half, noQuorum } from './strong-answers.ts';
import type { Item, WireAnswer } from './wire.ts';

export interface StrongTablesOptions {
  readonly network: Network;
  /** The replicas, and the witness if there is one; empty: the table is not STRONG any more. */
  readonly membersOf: (table: string) => readonly Region[];
  readonly onFault: (message: string) => void;
}

export class StrongTables {
  readonly #options: StrongTablesOptions;
  readonly #locks = new KeyLock();
  /** Item → the Region that is modifying it, and how many of its writes are. */
  readonly #modifying = new Map<string, { readonly region: string; writes: number }>();
  /** Table → the applications under way, by item: a consistent read waits for them. */
  readonly #applying = new Map<string, Map<string, Promise<unknown>>>();
  /** Table → member → what it does not have. */
  readonly #missed = new Map<string, Map<string, Missed>>();
  readonly #comparing = new Map<string, Promise<void>>();
  #healing: Promise<void> = Promise.resolve();

  constructor(options: StrongTablesOptions) {
    this.#options = options;
  }

  /** A client's write in this Region. */
  async write(region: Region, write: ItemWrite): Promise<WireAnswer> {
    if (this.#othersOf(region, write.table).length === 0) return noQuorum(region);
    const id = `${write.table}/${write.key}`;
    const mine = this.#modifying.get(id) ?? { region: region.name, writes: 0 };
    if (mine.region !== region.name) return conflict();
    mine.writes += 1;
    this.#modifying.set(id, mine);
    try {
      return await this.#locks.run(id, () => this.#writeAlone(region, write));
    } finally {
      mine.writes -= 1;
      if (mine.writes === 0) this.#modifying.delete(id);
    }
  }

  /**
   * To be asked before a consistent read: null when this Region now has the latest version.
   * @param key null: of every item of the table
   */
  async refusalToRead(
    region: Region,
    table: string,
    key: string | null,
  ): Promise<WireAnswer | null> {
    if (!(await this.#roundTrip(region, table))) return noQuorum(region);
    await this.#applied(table, key);
    await this.#catchUp(region, table, key);
    return null;
  }

  /** Nothing is known of what the members have, as after a start. */
  forget(table: string): void {
    this.#options.membersOf(table).forEach((member) => this.#missedBy(member, table).forget());
  }

  /** The table is STRONG no more. */
  drop(table: string): void {
    this.#missed.delete(table);
  }

  /** Has every member that can be reached fetch what it has missed, in the background. */
  heal(tables: readonly string[]): Promise<void> {
    this.#healing = this.#healing.then(async () => {
      for (const table of tables) {
        for (const member of this.#options.membersOf(table)) await this.#healOne(member, table);
      }
    });
    return this.#healing;
  }

  /** Writes that a member has missed, and members that must be compared. */
  get behind(): { readonly writes: number; readonly members: number } {
    const all = [...this.#missed.values()].flatMap((members) => [...members.values()]);
    return {
      writes: all.reduce((sum, { size }) => sum + size, 0),
      members: all.filter(({ isUnknown }) => isUnknown).length,
    };
  }

  async #writeAlone(region: Region, write: ItemWrite): Promise<WireAnswer> {
    const { table, key } = write;
    if (!(await this.#roundTrip(region, table))) return noQuorum(region);
    await this.#catchUp(region, table, key);
    const others = this.#othersOf(region, table);
    if (others.length === 0) return noQuorum(region);
    return this.#whileApplying(table, key, () =>
      region.alone(table, key, async () => {
        const { answer, version } = await carryOut(region, write);
        if (version === null) return answer;
        return (await this.#spread(region, write, version, others)) ? answer : half(region);
      }),
    );
  }

  /** @returns whether a second member has it */
  async #spread(
    region: Region,
    { table, key }: ItemWrite,
    version: Item,
    others: readonly Region[],
  ): Promise<boolean> {
    const members = this.#options.membersOf(table).filter((member) => member !== region);
    const stored = await Promise.all(
      members.map(async (member) => {
        const has = others.includes(member) && (await member.apply(table, key, version));
        if (!has) this.#missedBy(member, table).note(key);
        return has;
      }),
    );
    return stored.includes(true);
  }

  /** Waits for the applications that are under way now. */
  async #applied(table: string, key: string | null): Promise<void> {
    const ofTable = this.#applying.get(table);
    if (ofTable === undefined) return;
    const one = key === null ? undefined : ofTable.get(key);
    if (key === null) await Promise.allSettled([...ofTable.values()]);
    else if (one !== undefined) await Promise.allSettled([one]);
  }

  async #whileApplying<Result>(
    table: string,
    key: string,
    apply: () => Promise<Result>,
  ): Promise<Result> {
    const ofTable = this.#applying.get(table) ?? new Map<string, Promise<unknown>>();
    this.#applying.set(table, ofTable);
    const applying = apply();
    ofTable.set(key, applying);
    try {
      return await applying;
    } finally {
      ofTable.delete(key);
    }
  }

  /** @returns whether an answer came back */
  async #roundTrip(region: Region, table: string): Promise<boolean> {
    if (this.#othersOf(region, table).length === 0) return false;
    const { strongDelayMs } = this.#options.network.settings;
    if (strongDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, strongDelayMs));
    return this.#othersOf(region, table).length > 0;
  }

  async #catchUp(region: Region, table: string, key: string | null): Promise<void> {
    const missed = this.#missedBy(region, table);
    if (missed.isUnknown) await this.#compare(region, table);
    const keys = key === null ? missed.keys : [key];
    for (const each of keys) {
      const note = missed.noteOf(each);
      if (note === null) continue;
      const versions = await Promise.all(
        this.#othersOf(region, table).map((member) => member.version(table, each)),
      );
      const newest = versions.reduce((a, b) => newer(a, b), null);
      if (newest === null || (await region.apply(table, each, newest))) missed.strike(each, note);
      else throw new Error(`${region.name} could not fetch an item of ${table}`);
    }
  }

  /** Both members have the newest of every item afterwards. @throws when that is not so */
  #compare(region: Region, table: string): Promise<void> {
    const id = `${table}/${region.name}`;
    const running = this.#comparing.get(id);
    if (running !== undefined) return running;
    const started = this.#compareNow(region, table).finally(() => this.#comparing.delete(id));
    this.#comparing.set(id, started);
    return started;
  }

  async #compareNow(region: Region, table: string): Promise<void> {
    const [other] = this.#othersOf(region, table);
    if (other === undefined) throw new Error(`${region.name} reaches no member of ${table}`);
    const third = this.#options
      .membersOf(table)
      .filter((member) => ![region, other].includes(member));
    const pair = [region, other].map((member) => this.#missedBy(member, table));
    const unknown = pair.map((missed) => missed.unknown);
    let differences = 0;
    const failures = await repairTable({
      table,
      a: region,
      b: other,
      isPaused: () => !this.#options.network.connects(region.name, other.name),
      // What only one of them had was never answered; now it counts, for the third one too.
      onDifference: (key) => {
        differences += 1;
        third.forEach((member) => this.#missedBy(member, table).note(key));
      },
    });
    if (failures > 0) throw new Error(`${table}: ${failures} items of ${region.name} not compared`);
    pair.forEach((missed, index) => missed.compared(unknown[index] ?? 0));
    if (differences > 0) void this.heal([table]);
  }

  async #healOne(member: Region, table: string): Promise<void> {
    try {
      if (this.#othersOf(member, table).length > 0) await this.#catchUp(member, table, null);
    } catch (error) {
      this.#options.onFault(`${table} in ${member.name} is not healed: ${String(error)}`);
    }
  }

  /** The other members that it reaches now. One is enough: two of three agree. */
  #othersOf(region: Region, table: string): readonly Region[] {
    return this.#options
      .membersOf(table)
      .filter(
        (other) => other !== region && this.#options.network.connects(region.name, other.name),
      );
  }

  #missedBy(member: Region, table: string): Missed {
    const ofTable = this.#missed.get(table) ?? new Map<string, Missed>();
    this.#missed.set(table, ofTable);
    const missed = ofTable.get(member.name) ?? new Missed();
    ofTable.set(member.name, missed);
    return missed;
  }
}

function newer(a: Item | null, b: Item | null): Item | null {
  const [first, second] = [a && stampOf(a), b && stampOf(b)];
  if (first === null || second === null) return first === null ? b : a;
  return isNewer(first, second) ? a : b;
}
