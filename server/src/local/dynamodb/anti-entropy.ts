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

/** @returns how many items differed. @throws when a store cannot be read */
export async function repairTable(table: string, a: Region, b: Region): Promise<number> {
  const keyNames = await a.catalog.keyNames(table);
  if (keyNames === null) return 0;
  let differences = 0;
  for (let segment = 0; segment < SEGMENTS; segment += 1) {
    differences += await repairSegment({ table, keyNames, segment }, a, b);
  }
  return differences;
}

interface Segment {
  readonly table: string;
  readonly keyNames: readonly string[];
  readonly segment: number;
}

async function repairSegment(place: Segment, a: Region, b: Region): Promise<number> {
  const inA = new Map<string, Stamp>();
  for await (const item of scan(place, a)) {
    const stamp = stampOf(item);
    if (stamp !== null) inA.set(keyOf(item, place.keyNames), stamp);
  }
  const repairs = new Repairs(MAX_PARALLEL);
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
  return repairs.finish();
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

/** Runs repairs side by side, at most `limit` at once. */
class Repairs {
  readonly #limit: number;
  readonly #running = new Set<Promise<boolean>>();
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Waits while the limit is reached. */
  async add(repair: () => Promise<boolean>): Promise<void> {
    if (this.#running.size >= this.#limit) await Promise.race(this.#running);
    this.#count += 1;
    const running = repair().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** @returns how many repairs were made in all */
  async finish(): Promise<number> {
    await Promise.all(this.#running);
    return this.#count;
  }
}
