// Anti-entropy (Demers et al., 1987): compares a table between two Regions and sends each item that
// differs the way that it is newer. It repairs what a crash or a full queue lost, and fills a new
// replica. Reading every key costs time, so it runs while the fronts serve; it is idempotent.
// Memory is bounded: one hash segment of the table at a time, keys and stamps only.
import { keyOf, type Region } from './region.ts';
import { isNewer, stampOf, type Stamp } from './stamps.ts';
import { parseObject, type Item, type JsonObject } from './wire.ts';

/** Both Regions cut a table by the same hash of the partition key, so segments can be compared. */
const SEGMENTS = 16;
/** Repairs in flight at once. */
const MAX_PARALLEL = 32;

export interface TablePair {
  readonly table: string;
  readonly a: Region;
  readonly b: Region;
  /** Asked before each repair: once it is true, nothing further is stored. */
  readonly isPaused: () => boolean;
}

/**
 * @returns how many items are not repaired: 0, or else it has to run again
 * @throws when a store cannot be read
 */
export async function repairTable(pair: TablePair): Promise<number> {
  const keyNames = await pair.a.catalog.keyNames(pair.table);
  if (keyNames === null) return 0;
  const repairs = new Repairs(pair.isPaused);
  for (let segment = 0; segment < SEGMENTS; segment += 1) {
    await repairSegment({ table: pair.table, keyNames, segment }, pair, repairs);
  }
  return repairs.failures;
}

interface Segment {
  readonly table: string;
  readonly keyNames: readonly string[];
  readonly segment: number;
}

async function repairSegment(place: Segment, { a, b }: TablePair, repairs: Repairs) {
  const inA = new Map<string, Stamp>();
  for await (const item of scan(place, a)) {
    const stamp = stampOf(item);
    if (stamp !== null) inA.set(keyOf(item, place.keyNames), stamp);
  }
  for await (const item of scan(place, b)) {
    const key = keyOf(item, place.keyNames);
    const [theirs, ours] = [stampOf(item), inA.get(key)];
    if (theirs === null) continue;
    if (ours === undefined || isNewer(theirs, ours)) {
      await repairs.add(() => a.apply(place.table, key, item));
    }
    if (ours !== undefined && !isNewer(ours, theirs)) inA.delete(key);
  }
  for (const key of inA.keys()) await repairs.add(() => copy(place, key, a, b));
  await repairs.settled();
}

async function copy(place: Segment, key: string, from: Region, to: Region): Promise<boolean> {
  const item = await from.find(place.table, key);
  return item === null || to.apply(place.table, key, item);
}

async function* scan(place: Segment, region: Region): AsyncGenerator<Item> {
  const input: JsonObject = {
    TableName: place.table,
    Segment: place.segment,
    TotalSegments: SEGMENTS,
  };
  do {
    const given = await region.store.call('Scan', input);
    const page = given.status === 200 ? parseObject(given.text) : null;
    if (page === null) throw new Error(`${region.name} cannot scan ${place.table}: ${given.text}`);
    if (Array.isArray(page['Items'])) yield* page['Items'] as Item[];
    input['ExclusiveStartKey'] = page['LastEvaluatedKey'];
  } while (input['ExclusiveStartKey'] !== undefined);
}

/** Runs repairs side by side, at most MAX_PARALLEL at once, and counts those that failed. */
class Repairs {
  readonly #isPaused: () => boolean;
  readonly #running = new Set<Promise<void>>();
  #failures = 0;

  constructor(isPaused: () => boolean) {
    this.#isPaused = isPaused;
  }

  /** Repairs that failed, and those that a pause kept from being made. */
  get failures(): number {
    return this.#failures;
  }

  /** Waits while the limit is reached. */
  async add(repair: () => Promise<boolean>): Promise<void> {
    if (this.#running.size >= MAX_PARALLEL) await Promise.race(this.#running);
    if (this.#isPaused()) {
      this.#failures += 1;
      return;
    }
    const running = this.#count(repair).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #count(repair: () => Promise<boolean>): Promise<void> {
    const repaired = await repair().catch(() => false);
    if (!repaired) this.#failures += 1;
  }
}
