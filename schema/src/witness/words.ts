// How the Witness speaks: short sentences that a person can read aloud, with names and Regions.
// Everything here is bounded: a crowd is named by its first few and a number.

/** Reasons of one finding, the last of which says how many more there are. */
const MAX_REASONS = 12;
/** Names in one sentence; a longer list names two and counts the rest. */
const MAX_NAMES = 3;

/** "Ana (us-east-1)" */
export function person({ buyer, region }: { buyer: string; region: string }): string {
  return `${buyer} (${region})`;
}

/** "A, B and C", or "A, B and 58 more" when there are too many to say. */
export function enumerate<Item>(items: readonly Item[], name: (item: Item) => string): string {
  const named = items.slice(0, items.length > MAX_NAMES ? MAX_NAMES - 1 : MAX_NAMES).map(name);
  const rest = items.length - named.length;
  const last = rest > 0 ? `${numeral(rest)} more` : (named.pop() ?? 'nobody');
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}

const NUMBERS = new Intl.NumberFormat('en-US');

/** "60", "1,200" */
export function numeral(count: number): string {
  return count < 1_000 ? String(count) : NUMBERS.format(count);
}

/** "1 order", "60 orders" */
export function counted(count: number, noun: string): string {
  return `${numeral(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** "once", "twice", "60 times" */
export function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${numeral(count)} times`;
}

/** "A1 in round 4" */
export function seatInRound({ seatId, round }: { seatId: string; round: number }): string {
  return `${seatId} in round ${round}`;
}

const NS_OF_UNIT = [
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
] as const;

/** "12.4 ms" */
export function duration(ns: number): string {
  const [unit, unitNs] = NS_OF_UNIT.find(([, unitNs]) => ns >= unitNs) ?? ['ns', 1];
  return `${Math.round((ns / unitNs) * 10) / 10} ${unit}`;
}

/** At most MAX_REASONS sentences; when some had to go, the last one says how many. */
export function boundReasons(reasons: readonly string[]): readonly string[] {
  if (reasons.length <= MAX_REASONS) return reasons;
  const kept = reasons.slice(0, MAX_REASONS - 1);
  return [...kept, `and ${reasons.length - kept.length} more`];
}
