// The seats that were on sale, in their order, with their rounds. Seats of one round that follow
// each other are listed under it once; ["A",1,12] stands for A1, A2, … A12.
import type { Scope } from '../../domain/index.ts';
import { HistoryFault } from '../fault.ts';
import type { Fields } from '../fields.ts';
import { HISTORY_LIMITS } from '../limits.ts';

type SeatRange = string | [prefix: string, first: number, last: number];

export function writeScope(scope: Scope): string {
  const rounds: [round: number, seatIds: string[]][] = [];
  for (const [seatId, round] of scope) {
    const last = rounds.at(-1);
    if (last?.[0] === round) last[1].push(seatId);
    else rounds.push([round, [seatId]]);
  }
  const seats = rounds.map(([round, seatIds]) => [round, rangesOf(seatIds)]);
  return JSON.stringify({ line: 'scope', seats });
}

function rangesOf(seatIds: readonly string[]): SeatRange[] {
  const ranges: SeatRange[] = [];
  for (const seatId of seatIds) {
    const [prefix, number] = splitNumber(seatId);
    const last = ranges.at(-1);
    if (number === null) ranges.push(seatId);
    else if (Array.isArray(last) && last[0] === prefix && last[2] + 1 === number) last[2] = number;
    else ranges.push([prefix, number, number]);
  }
  return ranges.map((range) =>
    Array.isArray(range) && range[1] === range[2] ? `${range[0]}${range[1]}` : range,
  );
}

/** The number that an id ends with, if writing it again gives the same id. */
function splitNumber(seatId: string): [prefix: string, number: number | null] {
  const digits = /[1-9][0-9]{0,8}$/.exec(seatId)?.[0];
  if (digits === undefined) return [seatId, null];
  return [seatId.slice(0, -digits.length), Number(digits)];
}

/** @throws HistoryFault */
export function readScope(fields: Fields): Scope {
  const scope = new Map<string, number>();
  for (const group of fields.list('seats')) {
    const [round, ranges] = Array.isArray(group) ? (group as unknown[]) : [];
    if (!isWhole(round) || !Array.isArray(ranges)) {
      fields.refuse('seats', 'a list of [round, [seat, …]]', group);
    }
    for (const range of ranges as unknown[]) addRange(scope, range, round, fields);
  }
  return scope;
}

function addRange(scope: Map<string, number>, range: unknown, round: number, fields: Fields): void {
  const [prefix, first, last] = Array.isArray(range) ? (range as unknown[]) : [];
  const isRange = typeof prefix === 'string' && isWhole(first) && isWhole(last) && first <= last;
  if (typeof range !== 'string' && !isRange) {
    fields.refuse('seats', 'made of seat ids and ["prefix", first, last]', range);
  }
  const count = isRange ? last - first + 1 : 1;
  if (scope.size + count > HISTORY_LIMITS.seats) {
    throw new HistoryFault('TOO_LARGE', fields.line, `at most ${HISTORY_LIMITS.seats} seats`);
  }
  if (!isRange) addSeat(String(range));
  else for (let seat = first; seat <= last; seat += 1) addSeat(`${prefix}${seat}`);

  /** Ranges that overlap would also take for ever: few characters name a million seats. */
  function addSeat(seatId: string): void {
    if (scope.has(seatId)) fields.refuse('seats', 'each seat once', seatId);
    scope.set(seatId, round);
  }
}

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
