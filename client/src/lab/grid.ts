// The cells of a run, arranged to be read: one table a scenario, a row an engine, a column a
// strategy. Pure; what a cell says follows from its figures alone.
import { SCENARIOS, STRATEGIES, type Scenario, type Strategy } from '@worldseat/schema/domain';
import type { LabCell, LabEngine } from '../api/lab.ts';
import type { Tone } from '../floor/palette.ts';
import { VERDICT_TONES } from '../state/verdict-words.ts';

export interface LabRow {
  readonly engine: LabEngine;
  /** In the order of the columns; null: not part of this run. */
  readonly cells: readonly (LabCell | null)[];
}

export interface LabTable {
  readonly scenario: Scenario;
  readonly strategies: readonly Strategy[];
  readonly rows: readonly LabRow[];
}

/** Tables of the scenarios that the run has, in their own order. */
export function tablesOf(cells: readonly LabCell[], engines: readonly LabEngine[]): LabTable[] {
  return SCENARIOS.flatMap((scenario) => {
    const ofScenario = cells.filter((cell) => cell.scenario === scenario);
    if (ofScenario.length === 0) return [];
    const strategies = STRATEGIES.filter((each) => ofScenario.some((c) => c.strategy === each));
    const rows = engines.flatMap((engine): LabRow[] => {
      const own = ofScenario.filter((cell) => cell.engineId === engine.id);
      const cellOf = (strategy: Strategy) => own.find((cell) => cell.strategy === strategy) ?? null;
      return own.length === 0 ? [] : [{ engine, cells: strategies.map(cellOf) }];
    });
    return [{ scenario, strategies, rows }];
  });
}

export interface CellWords {
  readonly tone: Tone | 'waiting' | 'none';
  /** What is read first, from afar. */
  readonly headline: string;
  readonly lines: readonly string[];
}

export function cellWords(cell: LabCell | null): CellWords {
  if (cell === null) return { tone: 'none', headline: '', lines: ['not part of this run'] };
  const { figures, state, reason } = cell;
  if (figures !== null) {
    const tone = VERDICT_TONES[figures.result];
    return { tone, headline: headlineOf(cell), lines: linesOf(cell, figures) };
  }
  if (state === 'SKIPPED') return { tone: 'none', headline: '–', lines: [reason ?? 'not offered'] };
  if (state === 'FAILED') return { tone: 'unproven', headline: 'failed', lines: [reason ?? ''] };
  return { tone: 'waiting', headline: state === 'RUNNING' ? 'running …' : '', lines: [] };
}

type Figures = NonNullable<LabCell['figures']>;

/** The number that the scenario is about. */
function headlineOf({ scenario, figures }: LabCell): string {
  if (figures === null) return '';
  const { doubleSells, overLimit, result } = figures;
  if (scenario === 'FAN_LIMIT' && overLimit > 0) return `${overLimit} over the limit`;
  if (doubleSells > 0) return `${doubleSells} too many`;
  if (result === 'LINEARIZABLE') return 'holds';
  return result === 'VIOLATED' ? 'broken' : 'unproven';
}

/** What it cost, and what was expected of it. */
function linesOf({ scenario }: LabCell, figures: Figures): string[] {
  const { abortsPerSale, p99Ms, ordersPerSecond, predictedDoubleSells, doubleSells } = figures;
  const aborts = abortsPerSale === null ? 'no sale' : `${abortsPerSale.toFixed(1)} aborts a sale`;
  const speed = `p99 ${ms(p99Ms)}, ${Math.round(ordersPerSecond).toLocaleString('en-US')}/s`;
  const expected = Math.round(predictedDoubleSells);
  // A broken limit is not what the prediction is about.
  const isSaid = scenario !== 'FAN_LIMIT' && (expected > 0 || doubleSells > 0);
  return [aborts, speed, ...(isSaid ? [`expected: ${expected}`] : [])];
}

const ms = (value: number | null): string => (value === null ? '–' : `${Math.round(value)} ms`);

/** What a scenario asks, as a person would. */
export const SCENARIO_WORDS: Readonly<Record<Scenario, { title: string; question: string }>> = {
  ONE_SEAT: {
    title: 'One seat',
    question: 'Everybody wants the same seat at the same moment. Is it sold once?',
  },
  ON_SALE: {
    title: 'On sale',
    question: 'The whole floor goes on sale; the good seats are wanted most. Is each sold once?',
  },
  FAN_LIMIT: {
    title: 'Fan limit',
    question: 'Four seats a fan, and each fan asks for ten at once. Does the limit hold?',
  },
  RETRY_STORM: {
    title: 'Retry storm',
    question: 'Answers get lost and buyers press again. Is every order sold once at most?',
  },
};

export const STRATEGY_WORDS: Readonly<Record<Strategy, { title: string; what: string }>> = {
  NAIVE: { title: 'Naive', what: 'read, then write' },
  CONDITIONAL: { title: 'Conditional', what: 'write only if still free' },
  FOR_UPDATE: { title: 'For update', what: 'lock the seat, then write' },
  COUNTER_ROW: { title: 'Counter row', what: 'all write one common row first' },
};
