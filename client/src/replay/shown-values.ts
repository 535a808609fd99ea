// A moment of a burst in the form in which the panels know an engine: what a server would have said
// then. Pure; every number comes from the history.
import {
  compareSales,
  countLatencies,
  LATENCY_EDGES_MS,
  type Answer,
  type RegionTable,
  type Scope,
} from '@worldseat/schema/domain';
import type { Finding } from '@worldseat/schema/witness';
import type { Burst, FloorInfo } from '../api/fragments.ts';
import type { Verdict } from '../api/news.ts';
import type { EngineInfo } from '../api/questions.ts';
import type { Told } from '../state/trace.ts';
import type { BurstMoments } from './moment.ts';

/** Cards of one seat. */
const HOLDERS_SHOWN = 8;

export function infoOf({ columns }: BurstMoments): EngineInfo {
  const { regions, ...engine } = columns.history.header.engine;
  return { ...engine, regions: [...regions] };
}

/** A floor without its counts: the same at every moment. */
export type FloorGround = Omit<FloorInfo, 'sold' | 'tickets' | 'oversold'>;

export function groundOf({ columns }: BurstMoments): FloorGround {
  const { id, name, seatCount, bounds, pitch, sections } = columns.venue;
  return {
    revision: 0,
    round: columns.history.header.burst.round,
    ...{ seatCount, bounds: [...bounds], pitch: [...pitch], venue: { id, name } },
    sections: sections.map((section) => ({ ...section, rows: [...section.rows] })),
  };
}

/** With the counts of the moment that `floor` was moved to. */
export function floorInfoOf(ground: FloorGround, { floor }: BurstMoments): FloorInfo {
  const { seatsSold: sold, sales: tickets, oversold } = floor;
  return { ...ground, sold, tickets, oversold };
}

/** The Witness's finding as the page knows verdicts. */
export function verdictOf(finding: Finding, readAt: string): Verdict {
  const { result, reasons, unreadRegions, sales, seatsSold, doubleSells, hiddenSales, focus } =
    finding;
  return {
    ...{ result, reasons: [...reasons], unreadRegions: [...unreadRegions], readAt },
    ...{ sales, seatsSold, doubleSells, hiddenSales },
    focus: focus === null ? null : { ...focusOf(focus) },
  };
}

function focusOf(focus: NonNullable<Finding['focus']>): NonNullable<Verdict['focus']> {
  const { seatId, round, confirmed, doubleSells, result, holders } = focus;
  return {
    ...{ seat: seatId, round, confirmed, doubleSells, result },
    holders: holders
      .toSorted(compareSales)
      .slice(0, HOLDERS_SHOWN)
      .map(({ id, buyer, region }) => ({
        ...{ orderId: id, seat: seatId, round, buyer, region },
      })),
  };
}

export function toldOf(answers: readonly Answer[]): readonly Told[] {
  return answers.map(({ orderId, seatId: seat, buyer, region, outcome }) => ({
    ...{ orderId, seat, buyer, region, outcome },
  }));
}

/** @param finding of this moment; what the scoreboard counts itself is compared with it at the end */
export function burstOf(moments: BurstMoments, timeNs: number, finding: Finding): Burst {
  const { columns, answered, floor } = moments;
  const { header, tables, scope } = columns.history;
  const { id, round, buyers, seed, seatId } = header.burst;
  const isOver = timeNs >= columns.endsNs;
  const oversold = floor.sales - floor.seatsSold;
  return {
    ...{
      id,
      round,
      buyers,
      seed,
      seatId,
      note: null,
      sha256: null,
      engine: { id: header.engine.id },
    },
    state: isOver ? 'SETTLED' : 'RUNNING',
    resolved: answered.countAt(timeNs),
    reconciled: isOver ? oversold === finding.doubleSells : null,
    histogram: {
      edgesMs: [...LATENCY_EDGES_MS],
      counts: [...countLatencies(answered.waitsMsAt(timeNs))],
    },
    scoreboard: {
      ...answered.toldAt(timeNs),
      confirmed: floor.sales,
      oversold,
      tableShows: isOver ? tableShows(tables, scope) : 0,
      elapsedMs: Math.min(timeNs, columns.endsNs) / 1e6,
    },
  };
}

/** Seats that the table of the first Region that could be read shows as sold. */
function tableShows(tables: readonly RegionTable[], scope: Scope): number {
  for (const table of tables) {
    if ('unreachable' in table) continue;
    return table.rows.filter((row) => row.status === 'SOLD' && scope.get(row.seatId) === row.round)
      .length;
  }
  return 0;
}
