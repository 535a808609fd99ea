// The replication stamp that every stored item carries, and that no client ever sees: when it was
// written (hybrid clock, microseconds) and in which Region. Stamp and data are one item, so they
// cannot drift apart; the greater (time, Region) wins everywhere.
import { isObject, type Item, type JsonObject } from './wire.ts';

export const STAMP_TIME = 'aws:rep:updatetime';
export const STAMP_REGION = 'aws:rep:updateregion';
/** Of a tombstone: what is left of a deleted item, so that no older write brings it back. */
const DELETED = 'aws:rep:deleting';
/** Names with this prefix belong to replication; a client's item must not use them. */
export const RESERVED_PREFIX = 'aws:rep:';

export interface Stamp {
  readonly timeUs: number;
  readonly region: string;
}

export function stampItem(item: Item, stamp: Stamp): Item {
  return {
    ...item,
    [STAMP_TIME]: { N: String(stamp.timeUs) },
    [STAMP_REGION]: { S: stamp.region },
  };
}

/** @param key the item's Key */
export function tombstoneOf(key: Item, stamp: Stamp): Item {
  return stampItem({ ...key, [DELETED]: { BOOL: true } }, stamp);
}

export function isTombstone(version: Item): boolean {
  return version[DELETED] !== undefined;
}

/** The item as a client sees it; a tombstone and null are no item. */
export function shownItem(version: Item | null): Item | null {
  if (version === null || isTombstone(version)) return null;
  return Object.fromEntries(
    Object.entries(version).filter(([name]) => name !== STAMP_TIME && name !== STAMP_REGION),
  );
}

/** The item's stamp, or null for an item that has none. */
export function stampOf(item: Item): Stamp | null {
  const time = item[STAMP_TIME]?.['N'];
  const region = item[STAMP_REGION]?.['S'];
  if (typeof time !== 'string' || typeof region !== 'string') return null;
  return { timeUs: Number(time), region };
}

/** Whether `a` wins over `b`: the later time, or of equal times the greater Region name. */
export function isNewer(a: Stamp, b: Stamp): boolean {
  return a.timeUs === b.timeUs ? a.region > b.region : a.timeUs > b.timeUs;
}

/** Removes the stamps of every item in an operation's answer, in place. */
export function stripStamps(body: JsonObject): void {
  strip(body['Item']);
  strip(body['Attributes']);
  stripAll(body['Items']);
  if (isObject(body['Responses'])) Object.values(body['Responses']).forEach(stripAll);
}

function stripAll(items: unknown): void {
  if (Array.isArray(items)) items.forEach(strip);
}

function strip(item: unknown): void {
  if (!isObject(item)) return;
  Reflect.deleteProperty(item, STAMP_TIME);
  Reflect.deleteProperty(item, STAMP_REGION);
}
