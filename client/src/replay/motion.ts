// What one buyer does at a moment, and how far it is on its way. The phases are what was recorded;
// only the ways in between are drawn: a buyer runs from its Region's gate to its seat while its
// order travels to the database, and walks back when it got nothing.
import { BUYER_PHASES, type BuyerPhase } from '../floor/actors.ts';
import { OUTCOMES } from '@worldseat/schema/domain';
import type { BurstColumns } from './burst-columns.ts';
import { NO_ANSWER } from './burst-times.ts';

/** The number of each phase in Actors.phase. */
export const PHASE = Object.fromEntries(
  BUYER_PHASES.map((phase, number) => [phase, number]),
) as Readonly<Record<BuyerPhase, number>>;

/** Phase by outcome. */
const TOLD: Readonly<Record<number, number>> = Object.fromEntries(
  OUTCOMES.map((outcome, index) => [index, PHASE[outcome]]),
);

/** How long what nobody recorded is shown, in nanoseconds of the burst. */
export interface Pace {
  /** The least that a run from the gate to the seat takes. */
  readonly runNs: number;
  /** A refusal, before the next attempt is shown. */
  readonly conflictNs: number;
  /** A holder beside a seat that has one owner. */
  readonly lingerNs: number;
  /** The walk away. */
  readonly leaveNs: number;
}

/** So that at a showing of ten seconds a run takes half a second. @param endsNs of the burst */
export function paceOf(endsNs: number): Pace {
  return {
    runNs: endsNs / 20,
    conflictNs: endsNs / 28,
    lingerNs: endsNs / 14,
    leaveNs: endsNs / 12,
  };
}

/** Written anew for every buyer, so that a frame of a large burst makes no garbage. */
export interface Motion {
  /** Number of the phase; -1: not to be seen. */
  phase: number;
  /** 0 at the gate, 1 at the seat. */
  way: number;
}

/** How far a refusal pushes a buyer back. */
const PUSHED_BACK = 0.1;
/** How far a buyer who got nothing is seen to walk. */
const WALK = 0.3;

export class Movement {
  readonly #columns: BurstColumns;
  readonly #pace: Pace;
  /** 1: its holder stays beside it, because the burst is about one seat or it was sold twice. */
  readonly #contested: Uint8Array;

  /** @param contested for each seat of the venue */
  constructor(columns: BurstColumns, pace: Pace, contested: Uint8Array) {
    this.#columns = columns;
    this.#pace = pace;
    this.#contested = contested;
  }

  /** @param order its position in the plan */
  at(order: number, timeNs: number, motion: Motion): void {
    const { outcome, returnNs, callNs } = this.#columns;
    motion.way = 0;
    motion.phase = PHASE.RUNNING;
    // Never called, as far as is known, or not yet: it waits in the crowd.
    if (outcome[order] === NO_ANSWER || timeNs < (callNs[order] ?? 0)) return;
    if (timeNs >= (returnNs[order] ?? 0)) this.#afterwards(order, timeNs, motion);
    else this.#underWay(order, timeNs, motion);
  }

  #afterwards(order: number, timeNs: number, motion: Motion): void {
    const { outcome, returnNs, seat } = this.#columns;
    const sinceNs = timeNs - (returnNs[order] ?? 0);
    motion.phase = TOLD[outcome[order] ?? 0] ?? -1;
    motion.way = 1;
    if (motion.phase === PHASE.INDETERMINATE) return;
    if (motion.phase === PHASE.CONFIRMED) {
      const stays = this.#contested[seat[order] ?? 0] === 1;
      if (!stays && sinceNs > this.#pace.lingerNs) motion.phase = -1;
      return;
    }
    const walked = sinceNs / this.#pace.leaveNs;
    if (walked > 1) motion.phase = -1;
    motion.way = 1 - walked * WALK;
  }

  #underWay(order: number, timeNs: number, motion: Motion): void {
    const { attemptsFrom, startNs, readNs, endNs, refused, callNs } = this.#columns;
    const first = attemptsFrom[order] ?? 0;
    const attempt = this.#attemptAt(order, timeNs);
    const arrivesNs = this.#arrivesNs(order);
    motion.way = eased((timeNs - (callNs[order] ?? 0)) / (arrivesNs - (callNs[order] ?? 0)));
    if (attempt < first) return;
    const refusedNs = this.#refusedNs(order, attempt, timeNs);
    if (timeNs - refusedNs < this.#pace.conflictNs) {
      const share = (timeNs - refusedNs) / this.#pace.conflictNs;
      motion.phase = PHASE.CONFLICT;
      motion.way = 1 - PUSHED_BACK * Math.sin(Math.PI * share);
      return;
    }
    if (timeNs >= (endNs[attempt] ?? 0)) {
      // Between a refusal and the next attempt it runs up again; else the answer is on its way back.
      motion.phase = refused[attempt] === 1 ? PHASE.RUNNING : PHASE.WRITING;
      return;
    }
    const hasRead = timeNs >= (readNs[attempt] ?? NaN);
    if (timeNs >= (startNs[attempt] ?? 0)) motion.phase = hasRead ? PHASE.WRITING : PHASE.READING;
  }

  /** The last attempt that has begun; one before the first: none has. */
  #attemptAt(order: number, timeNs: number): number {
    const { attemptsFrom, startNs } = this.#columns;
    let attempt = (attemptsFrom[order + 1] ?? 0) - 1;
    const first = attemptsFrom[order] ?? 0;
    while (attempt >= first && timeNs < (startNs[attempt] ?? 0)) attempt -= 1;
    return attempt;
  }

  /** When this attempt, or the one before it, was refused last; -Infinity: neither was. */
  #refusedNs(order: number, attempt: number, timeNs: number): number {
    const { attemptsFrom, endNs, refused } = this.#columns;
    for (let at = attempt; at >= (attemptsFrom[order] ?? 0) && at >= attempt - 1; at -= 1) {
      if (refused[at] === 1 && timeNs >= (endNs[at] ?? 0)) return endNs[at] ?? 0;
    }
    return -Infinity;
  }

  /** With the start of its first attempt; where that is at once, while the first read is under way. */
  #arrivesNs(order: number): number {
    const { attemptsFrom, startNs, readNs, endNs, callNs, returnNs } = this.#columns;
    const [calledNs, first] = [callNs[order] ?? 0, attemptsFrom[order] ?? 0];
    if (first === attemptsFrom[order + 1]) return Math.max(calledNs + 1, returnNs[order] ?? 0);
    const reads = readNs[first] ?? NaN;
    const latestNs = Number.isNaN(reads) ? (endNs[first] ?? 0) : reads;
    const runNs = Math.min(calledNs + this.#pace.runNs, latestNs);
    return Math.max(calledNs + 1, startNs[first] ?? 0, runNs);
  }
}

/** Quick at first, slower towards the seat; 0 before, 1 after. */
function eased(share: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? 1 : 1 - (1 - share) ** 2;
}
