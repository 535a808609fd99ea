// When each sale of the ledger counts in a replay. The ledger says what was sold; the buyer's answer
// says when its commit was known: the end of the attempt that wrote it, else the return of the
// answer. A sale whose buyer was not told CONFIRMED was only found when the ledger was read back
// after the last answer, and appears there; nothing is made up in between.
import type { Answer, Sale } from '@worldseat/schema/domain';
import type { BurstColumns } from './burst-columns.ts';
import { regionOf } from './burst-times.ts';

export interface SaleMoment {
  readonly atNs: number;
  readonly sale: Sale;
  /** Index in the venue. */
  readonly seat: number;
  /** Index into the engine's Regions, or NO_REGION. */
  readonly region: number;
  /** It was found only when the ledger was read back. */
  readonly isReadBack: boolean;
  /** How many sales its seat had before it. */
  readonly before: number;
  /** Of the seat's sale before it: what the floor shows again when time runs backwards. */
  readonly regionBefore: number;
}

/** Sales of the seats on sale, each in its round, by their moment, then as the ledger has them. */
export function saleMomentsOf(columns: BurstColumns, noRegion: number): readonly SaleMoment[] {
  const { history, answers, seatIndex, endsNs } = columns;
  const told = new Map(answers.flatMap((it) => (it === null ? [] : [[keyOf(it), it] as const])));
  const latest = new Map<number, { readonly before: number; readonly region: number }>();
  return history.ledger.sales
    .filter(({ seatId, round }) => history.scope.get(seatId) === round)
    .flatMap((sale) => {
      const seat = seatIndex.get(sale.seatId);
      if (seat === undefined) return [];
      const committedNs = committedAt(told.get(keyOf({ ...sale, orderId: sale.id })));
      return [{ sale, seat, atNs: committedNs ?? endsNs, isReadBack: committedNs === null }];
    })
    .sort((one, other) => one.atNs - other.atNs)
    .map((moment): SaleMoment => {
      const region = regionOf(history.header.engine.regions, moment.sale.region);
      const last = latest.get(moment.seat) ?? { before: -1, region: noRegion };
      const before = last.before + 1;
      latest.set(moment.seat, { before, region });
      return { ...moment, region, before, regionBefore: last.region };
    });
}

function keyOf({ orderId, seatId }: Pick<Answer, 'orderId' | 'seatId'>): string {
  return `${seatId}\n${orderId}`;
}

/** Null: no answer tells. Presses after the attempt that sold it only ask what it came to. */
function committedAt(answer: Answer | undefined): number | null {
  if (answer?.outcome !== 'CONFIRMED') return null;
  const sold = answer.trace.find(({ writeNs, conflict }) => writeNs !== null && conflict === null);
  return sold?.endNs ?? answer.returnNs;
}
