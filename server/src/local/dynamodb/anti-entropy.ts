// Anti-entropy (Demers et al., 1987): compares a table between two Regions and sends each version
// that differs the way that it is newer. It repairs what a crash or a full queue lost, and fills a
// new replica. Reading every key costs time, so it runs while the fronts serve; it is idempotent.
// Memory is bounded: one hash segment of the table at a time, keys and stamps only.
import { keyOf } from './item-key.ts';
import type { Region } from './region.ts';
import { isNewer, stampOf, type Stamp } from './stamps.ts';
import type { Item, JsonObject } from './wire.ts';

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
  /** Told of each key that one of them is about to be given. */
  readonly onDifference?: (key: string) => void;
}

/**
 * @returns how many items are not repaired: 0, or else it has to run again
 * @throws when a store cannot be read
 */
export async function repairTable(pair: TablePair): Promise<number> {
  const { table, a, b } = pair;
  const keyNames = await a.catalog.keyNames(table);
  if (keyNames === null) return 0;
  const repairs = new Repairs(pair);
  for (let segment = 0; segment < SEGMENTS; segment += 1) {
    await repairSegment({ table, keyNames, segment }, pair, repairs);
  }
  // After the items: what is there by now was not deleted later.
  await sendTombstones(a, b, pair, repairs);
  await sendTombstones(b, a, pair, repairs);
  await repairs.settled();
  return repairs.failures;
}

interface Segment {
  readonly table: string;
  readonly keyNames: readonly string[];
  readonly segment: number;
}

async function repairSegment(place: Segment, { a, b }: TablePair, repairs: Repairs) {
  const inA = new Map<string, Stamp>();
  for await (const { key, stamp } of scan(place, a)) inA.set(key, stamp);
  for await (const { key, stamp: theirs, item } of scan(place, b)) {
    const ours = inA.get(key);
    if (ours === undefined || isNewer(theirs, ours)) {
      await repairs.add(key, () => a.apply(place.table, key, item));
    }
    if (ours !== undefined && !isNewer(ours, theirs)) inA.delete(key);
  }
  for (const key of inA.keys()) await repairs.add(key, () => copy(place.table, key, a, b));
  await repairs.settled();
}

/** A tombstone that is older than what the other one holds changes nothing there. */
async function sendTombstones(from: Region, to: Region, { table }: TablePair, repairs: Repairs) {
  for await (const { key, version } of from.tombstones.of(table)) {
    const [theirs, ours] = [await to.version(table, key), stampOf(version)];
    const theirsAt = theirs === null ? null : stampOf(theirs);
    if (ours === null || (theirsAt !== null && !isNewer(ours, theirsAt))) continue;
    await repairs.add(key, () => to.apply(table, key, version));
  }
}

async function copy(table: string, key: string, from: Region, to: Region): Promise<boolean> {
  const version = await from.version(table, key);
  return version === null || to.apply(table, key, version);
}

async function* scan(place: Segment, region: Region) {
  const input: JsonObject = {
    TableName: place.table,
    Segment: place.segment,
    TotalSegments: SEGMENTS,
  };
  do {
    const { status, body } = await region.store.read('Scan', input);
    if (status !== 200) {
      throw new Error(`${region.name} cannot scan ${place.table}: ${JSON.stringify(body)}`);
    }
    for (const item of Array.isArray(body['Items']) ? (body['Items'] as Item[]) : []) {
      const [stamp, key] = [stampOf(item), keyOf(item, place.keyNames)];
      if (stamp !== null && key !== null) yield { key, stamp, item };
    }
    input['ExclusiveStartKey'] = body['LastEvaluatedKey'];
  } while (input['ExclusiveStartKey'] !== undefined);
}

/** Runs repairs side by side, at most MAX_PARALLEL at once, and counts those that failed. */
class Repairs {
  readonly #pair: TablePair;
  readonly #running = new Set<Promise<void>>();
  #failures = 0;

  constructor(pair: TablePair) {
    this.#pair = pair;
  }

  /** Repairs that failed, and those that a pause kept from being made. */
  get failures(): number {
    return this.#failures;
  }

  /** Waits while the limit is reached. */
  async add(key: string, repair: () => Promise<boolean>): Promise<void> {
    if (this.#running.size >= MAX_PARALLEL) await Promise.race(this.#running);
    if (this.#pair.isPaused()) {
      this.#failures += 1;
      return;
    }
    this.#pair.onDifference?.(key);
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
