// One burst at any moment: the seats, the buyers, what was told, and the verdict as it forms. Built
// once from a history; from then on every moment is the same picture, however it was reached.
import type { Answer } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import type { Finding } from '@worldseat/schema/witness';
import { NO_REGION } from '../floor/model.ts';
import type { Actors } from '../floor/actors.ts';
import { Crowd } from './actors-at.ts';
import { columnsOf, type BurstColumns } from './burst-columns.ts';
import { FloorCursor } from './floor-cursor.ts';
import { FormingVerdict } from './forming-verdict.ts';
import { saleMomentsOf, type SaleMoment } from './sale-moments.ts';
import { Answered } from './score-at.ts';

export class BurstMoments {
  readonly columns: BurstColumns;
  readonly sales: readonly SaleMoment[];
  readonly answered: Answered;
  readonly floor: FloorCursor;
  readonly #verdict: FormingVerdict;
  readonly #crowd: Crowd;

  /** @throws ReplayFault when this build cannot show it */
  constructor(history: History) {
    this.columns = columnsOf(history);
    this.sales = saleMomentsOf(this.columns, NO_REGION);
    this.answered = new Answered(this.columns);
    this.floor = new FloorCursor(this.sales, this.columns.venue.seatCount, NO_REGION);
    const { endsNs } = this.columns;
    this.#verdict = new FormingVerdict(history, this.answered, this.sales, endsNs);
    this.#crowd = new Crowd(this.columns, this.#contested());
  }

  actorsAt(timeNs: number): Actors {
    return this.#crowd.at(timeNs);
  }

  /** Costs a pass over what is known by then; of a large burst not for every frame. */
  findingAt(timeNs: number, focusSeat: string | null): Finding {
    return this.#verdict.findingAt(timeNs, focusSeat ?? undefined);
  }

  /** The first answers that were given about a seat by then, by time. */
  toldAt(timeNs: number, seatId: string | null, limit: number): readonly Answer[] {
    const told: Answer[] = [];
    const count = this.answered.countAt(timeNs);
    for (let at = 0; at < count && told.length < limit; at += 1) {
      const answer = this.answered.answers[at];
      if (answer?.seatId === seatId) told.push(answer);
    }
    return told;
  }

  /** Seats whose holders stay in the picture: the one that all want, and those sold twice. */
  #contested(): Uint8Array {
    const { venue, seatIndex, history } = this.columns;
    const contested = new Uint8Array(venue.seatCount);
    for (const { seat, before } of this.sales) if (before > 0) contested[seat] = 1;
    const { seatId } = history.header.burst;
    const only = seatId === null ? undefined : seatIndex.get(seatId);
    if (only !== undefined) contested[only] = 1;
    return contested;
  }
}
