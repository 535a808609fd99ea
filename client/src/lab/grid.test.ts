import { describe, expect, it } from 'vitest';
import type { LabCell, LabEngine } from '../api/lab.ts';
import { cellWords, tablesOf } from './grid.ts';

const ENGINES: readonly LabEngine[] = [
  { id: 'dsql', name: 'Aurora DSQL', consistency: 'snapshot isolation', strategies: ['NAIVE'] },
  { id: 'dynamodb', name: 'DynamoDB', consistency: 'eventual', strategies: ['NAIVE'] },
];

const FIGURES: NonNullable<LabCell['figures']> = {
  result: 'LINEARIZABLE',
  reasons: [],
  sales: 1,
  doubleSells: 0,
  predictedDoubleSells: 0,
  overLimit: 0,
  abortsPerSale: 12,
  p50Ms: 20.4,
  p99Ms: 31.6,
  ordersPerSecond: 1_234.5,
};

const cell = (changes: Partial<LabCell>): LabCell => ({
  engineId: 'dsql',
  strategy: 'NAIVE',
  scenario: 'ONE_SEAT',
  state: 'DONE',
  reason: null,
  burstId: 'dsql-1',
  figures: FIGURES,
  ...changes,
});

describe('the tables of a run', () => {
  it('have a row an engine and a column a strategy, and show what was not run as nothing', () => {
    const cells = [
      cell({ scenario: 'FAN_LIMIT' }),
      cell({}),
      cell({ strategy: 'COUNTER_ROW' }),
      cell({ engineId: 'dynamodb' }),
    ];
    const tables = tablesOf(cells, ENGINES);
    expect(tables.map(({ scenario, strategies }) => [scenario, ...strategies])).toEqual([
      ['ONE_SEAT', 'NAIVE', 'COUNTER_ROW'],
      ['FAN_LIMIT', 'NAIVE'],
    ]);
    expect(tables[0]?.rows.map(({ engine, cells: own }) => [engine.id, ...own])).toEqual([
      ['dsql', cells[1], cells[2]],
      ['dynamodb', cells[3], null],
    ]);
  });
});

describe('a cell', () => {
  it('shows what was expected beside what came, where there is something to compare', () => {
    const figures = { ...FIGURES, result: 'VIOLATED', predictedDoubleSells: 33.3 } as const;
    const expected = (changes: Partial<LabCell>) => cellWords(cell(changes)).lines[2];
    expect(expected({ figures })).toBe('expected: 33');
    expect(expected({ figures: { ...figures, predictedDoubleSells: 0, doubleSells: 2 } })).toBe(
      'expected: 0',
    );
    expect(expected({ figures, scenario: 'FAN_LIMIT' })).toBe(undefined);
  });

  it('says that it held, and at what cost', () => {
    expect(cellWords(cell({}))).toEqual({
      tone: 'good',
      headline: 'holds',
      lines: ['12.0 aborts a sale', 'p99 32 ms, 1,235/s'],
    });
  });

  it.each<[string, Partial<LabCell>, string]>([
    [
      'tickets too many',
      { figures: { ...FIGURES, result: 'VIOLATED', doubleSells: 7 } },
      '7 too many',
    ],
    [
      'a broken limit',
      { scenario: 'FAN_LIMIT', figures: { ...FIGURES, result: 'VIOLATED', overLimit: 6 } },
      '6 over the limit',
    ],
    ['another breach', { figures: { ...FIGURES, result: 'VIOLATED' } }, 'broken'],
    ['no proof', { figures: { ...FIGURES, result: 'UNPROVEN' } }, 'unproven'],
    ['no burst yet', { state: 'WAITING', figures: null, burstId: null }, ''],
    ['a burst that runs', { state: 'RUNNING', figures: null }, 'running …'],
    ['no means', { state: 'SKIPPED', figures: null, burstId: null, reason: 'No locks.' }, '–'],
    ['a fault', { state: 'FAILED', figures: null, reason: 'It is down.' }, 'failed'],
  ])('says it of %s', (_, changes, headline) => {
    expect(cellWords(cell(changes)).headline).toBe(headline);
  });

  it('never shows a good tone without a verdict', () => {
    const states = ['WAITING', 'RUNNING', 'SKIPPED', 'FAILED'] as const;
    const tones = states.map((state) => cellWords(cell({ state, figures: null })).tone);
    expect(tones).toEqual(['waiting', 'waiting', 'none', 'unproven']);
  });
});
