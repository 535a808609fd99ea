// When each Region first knew that a seat was sold: from the first purchase there that read it sold,
// or sold it itself. What no purchase asked, nobody knows: that is null, never a guess.
import type { Answer, Outcome, Sale } from '../../domain/index.ts';
import type { History } from '../types.ts';
import { answersOf, regionsOf, salesOf } from './records-in-scope.ts';

export interface RegionKnowledge {
  readonly region: string;
  /** The order that tells: REJECTED has read the seat sold, any other has sold it there itself. */
  readonly orderId: string | null;
  readonly buyer: string | null;
  readonly outcome: Outcome | null;
  /**
   * Nanoseconds after the first sale's commit had returned; below 0: a read in between the commit
   * and its return. Null: no purchase there found the seat sold.
   */
  readonly afterNs: number | null;
}

export interface FirstKnown {
  readonly seatId: string;
  /** The sale whose commit returned first; null: none, or no answer tells when. */
  readonly firstSale: Sale | null;
  /** One for each Region, in the engine's order. */
  readonly regions: readonly RegionKnowledge[];
}

interface Moment {
  readonly answer: Answer;
  readonly region: string;
  readonly atNs: number;
}

export function firstKnown(history: History, seatId: string): FirstKnown {
  const sales = new Map(salesOf(history, seatId).map((sale) => [sale.id, sale]));
  const answers = answersOf(history, seatId);
  const sold = answers.flatMap((answer): Moment[] => {
    const sale = sales.get(answer.orderId);
    return sale ? [{ answer, region: sale.region, atNs: committedNs(answer) }] : [];
  });
  const refused = answers
    .filter(({ outcome, read }) => outcome === 'REJECTED' && read === 'SOLD')
    .map((answer): Moment => ({ answer, region: answer.region, atNs: readNs(answer) }));
  const first = earliest(sold);
  const known = (region: string) => earliest([...sold, ...refused].filter(isIn(region)));
  return {
    seatId,
    firstSale: first ? (sales.get(first.answer.orderId) ?? null) : null,
    regions: regionsOf(history).map((region) => told(region, known(region), first)),
  };
}

function told(region: string, moment: Moment | null, first: Moment | null): RegionKnowledge {
  if (moment === null || first === null) {
    return { region, orderId: null, buyer: null, outcome: null, afterNs: null };
  }
  const { orderId, buyer, outcome } = moment.answer;
  return { region, orderId, buyer, outcome, afterNs: moment.atNs - first.atNs };
}

/** When the purchase that sold it had ended: presses after it only ask what it came to. */
function committedNs({ trace, returnNs }: Answer): number {
  const selling = trace.find(({ writeNs, conflict }) => writeNs !== null && conflict === null);
  return selling?.endNs ?? returnNs;
}

function readNs({ trace, returnNs }: Answer): number {
  const last = trace.at(-1);
  return last?.readNs ?? last?.endNs ?? returnNs;
}

const isIn =
  (region: string) =>
  (moment: Moment): boolean =>
    moment.region === region;

function earliest(moments: readonly Moment[]): Moment | null {
  return moments.reduce<Moment | null>(
    (best, moment) => (best === null || moment.atNs < best.atNs ? moment : best),
    null,
  );
}
