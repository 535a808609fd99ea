// Those who were turned away: told REJECTED or FAILED. They are most of every history, and of nearly
// all of them only two numbers matter, so these are columns. Their answers are kept as they came, and
// their order ids are not joined: where it matters that an answer is here twice, those few are looked
// at (see denials.ts).
import type { Answer } from '../../domain/index.ts';
import { copied, FIRST_ROOM } from './columns.ts';

/** More than this is not made room for at once: a longer list of V8 would become a hash table. */
const MOST_ROOM = 1 << 24;

export class Crowd {
  size = 0;
  seat: Int32Array;
  returnNs: Float64Array;
  readonly #answers: Answer[];
  /** Rows of rejections by the rule of the scenario, the same one twice included. */
  readonly #ofFanLimit: number[] = [];

  /** @param room rows to make room for at once */
  constructor(room: number) {
    const rows = Math.max(FIRST_ROOM, Math.min(room, MOST_ROOM));
    this.seat = new Int32Array(rows);
    this.returnNs = new Float64Array(rows);
    this.#answers = new Array<Answer>(rows);
  }

  /** @param answer REJECTED or FAILED */
  hearAnswer(seat: number, answer: Answer): void {
    const row = this.size;
    if (row === this.seat.length) this.#grow(2 * row);
    this.size += 1;
    this.seat[row] = seat;
    this.returnNs[row] = answer.returnNs;
    this.#answers[row] = answer;
    if (isFanLimit(answer)) this.#ofFanLimit.push(row);
  }

  /** @throws RangeError for a row that is not there */
  answerOf(row: number): Answer {
    const answer = this.#answers[row];
    if (answer === undefined) throw new RangeError(`there is no row ${row}`);
    return answer;
  }

  get ofFanLimit(): readonly number[] {
    return this.#ofFanLimit;
  }

  #grow(rows: number): void {
    this.seat = copied(this.seat, new Int32Array(rows));
    this.returnNs = copied(this.returnNs, new Float64Array(rows));
  }
}

/** Told that the fan has as many seats as the rule of the scenario allows. */
export function isFanLimit({ outcome, rejectionReason }: Answer): boolean {
  return outcome === 'REJECTED' && rejectionReason === 'FAN_LIMIT';
}

/** Told that the seat is taken; a rejection without a reason is one, too. */
export function isTaken({ outcome, rejectionReason }: Answer): boolean {
  return outcome === 'REJECTED' && rejectionReason !== 'FAN_LIMIT';
}
