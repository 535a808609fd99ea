// When each seat of a burst was first sold, by the wall clock: from the burst's own history, as its
// file has it. Pure.
import type { Answer, Sale } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';

export interface Commit {
  readonly seatId: string;
  /** The purchase function was told that its sale is committed; milliseconds since the epoch. */
  readonly committedMs: number;
  /** The same sale as the ledger dates it: when its row was about to be written, before the COMMIT. */
  readonly writtenMs: number;
}

/** The part of a history that it takes. */
interface BurstSales {
  readonly answers: History['answers'];
  readonly ledger: Pick<History['ledger'], 'sales'>;
}

interface Bought {
  readonly answer: Answer;
  readonly sale: Sale;
}

/** The first sale of each seat. @throws Error when the burst sold nothing */
export function commitsOf({ answers, ledger }: BurstSales): Commit[] {
  const sales = new Map(ledger.sales.map((sale) => [sale.id, sale]));
  const bought = answers.flatMap((answer): Bought[] => {
    const sale = sales.get(answer.orderId);
    return answer.outcome === 'CONFIRMED' && sale !== undefined ? [{ answer, sale }] : [];
  });
  const originMs = originOf(bought);
  const first = new Map<string, Commit>();
  for (const { answer, sale } of bought) {
    const committedMs = originMs + endNs(answer) / 1e6;
    const before = first.get(answer.seatId);
    if (before !== undefined && before.committedMs <= committedMs) continue;
    const { seatId } = answer;
    first.set(seatId, { seatId, committedMs, writtenMs: sale.soldAtMs });
  }
  return [...first.values()];
}

/**
 * The wall-clock time of the history's 0. Each sale dates itself, in whole milliseconds, after its
 * attempt sent its first write and before that attempt ended: what all of them allow is a millisecond
 * or two wide.
 */
function originOf(bought: readonly Bought[]): number {
  let [earliest, latest] = [-Infinity, Infinity];
  for (const { answer, sale } of bought) {
    const writeNs = answer.trace.at(-1)?.writeNs ?? null;
    if (writeNs === null) continue;
    latest = Math.min(latest, sale.soldAtMs + 1 - writeNs / 1e6);
    earliest = Math.max(earliest, sale.soldAtMs - endNs(answer) / 1e6);
  }
  if (!Number.isFinite(earliest)) throw new Error('the burst sold nothing');
  return (earliest + latest) / 2;
}

function endNs({ trace, returnNs }: Answer): number {
  return trace.at(-1)?.endNs ?? returnNs;
}

/** Commits a second, from the first to the last. */
export function rateOf(commits: readonly Commit[]): number {
  const times = commits.map(({ committedMs }) => committedMs);
  const [from, to] = times.reduce(
    ([least, most], time) => [Math.min(least, time), Math.max(most, time)],
    [Infinity, -Infinity],
  );
  return (commits.length * 1_000) / Math.max(1, to - from);
}
