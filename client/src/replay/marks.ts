// The moments of a burst that a talk steps to: its markers, what went wrong on the way, and where a
// seat was sold a second time. Bounded: a replay with thousands of lost answers shows the first.
import type { Answer } from '@worldseat/schema/domain';
import type { BurstMoments } from './moment.ts';
import type { ReplayMark } from './session.ts';

const MOST_MARKERS = 100;
const MOST_FAULTS = 100;
const MOST_CONTRADICTIONS = 200;
/** Conflicts are the database doing its work; every other refusal is a fault. */
const CONFLICT = '40001';

/** Of all bursts, by time. @param named say of which engine: there are several */
export function marksOf(bursts: readonly BurstMoments[]): readonly ReplayMark[] {
  const named = bursts.length > 1;
  return bursts
    .flatMap((burst) => {
      const { name } = burst.columns.history.header.engine;
      const marks = [...markersOf(burst), ...faultsOf(burst), ...contradictionsOf(burst)];
      return named ? marks.map((it) => ({ ...it, label: `${name}: ${it.label}` })) : marks;
    })
    .sort((one, other) => one.atNs - other.atNs);
}

function markersOf({ columns }: BurstMoments): readonly ReplayMark[] {
  const { markers } = columns.history;
  return markers.slice(0, MOST_MARKERS).map((marker) => ({ ...marker, kind: 'MARKER' }));
}

function contradictionsOf({ sales }: BurstMoments): readonly ReplayMark[] {
  return sales
    .filter(({ before }) => before === 1)
    .slice(0, MOST_CONTRADICTIONS)
    .map(({ atNs, sale, isReadBack }) => ({
      atNs,
      kind: 'CONTRADICTION',
      label:
        `${sale.seatId} is sold a second time, to ${sale.buyer} (${sale.region})` +
        (isReadBack ? ': found when the ledger was read back' : ''),
    }));
}

function faultsOf({ columns }: BurstMoments): readonly ReplayMark[] {
  return columns.answers
    .flatMap((answer) => (answer === null ? [] : faultsOfAnswer(answer)))
    .sort((one, other) => one.atNs - other.atNs)
    .slice(0, MOST_FAULTS);
}

function faultsOfAnswer(answer: Answer): readonly ReplayMark[] {
  const { buyer, region, outcome, lost, returnNs, trace, presses } = answer;
  const who = `${buyer} (${region})`;
  const cuts = trace.flatMap(({ endNs, conflict }): ReplayMark[] => {
    if (conflict === null || conflict.startsWith(CONFLICT)) return [];
    return [{ atNs: endNs, kind: 'FAULT', label: `An attempt of ${who} broke off: ${conflict}` }];
  });
  if (!lost && outcome !== 'INDETERMINATE' && presses === 1) return cuts;
  const again = presses > 1 ? `, who pressed ${presses} times` : '';
  const label = `The answer to ${who} was lost${again}`;
  return [...cuts, { atNs: lostNs(answer) ?? returnNs, kind: 'FAULT', label }];
}

/** Where the answer was lost: at the end of the first attempt that was not refused. */
function lostNs({ trace }: Answer): number | null {
  return trace.find(({ conflict }) => conflict === null)?.endNs ?? null;
}
