import { join } from 'node:path';
import { check } from 'prettier';
import { describe, expect, it } from 'vitest';
import { SCENARIOS, STRATEGIES } from '@worldseat/schema/domain';
import { checkClaims } from './claims.ts';
import { labDocument } from './document.ts';
import { formatted } from './markdown.ts';
import { printedClaims, printedRun, progressLine } from './terminal.ts';
import { doneCell, engineOf, otherCell, runOf } from './testing.ts';

const ENGINES = [
  engineOf('postgres-repeatable-read', 'snapshot isolation (REPEATABLE READ)', ['local']),
  engineOf('dynamodb', 'eventual, last writer wins', ['us-east-1', 'us-east-2']),
];
const WORST = {
  result: 'VIOLATED',
  sales: 2000,
  doubleSells: 1999,
  overLimit: 1960,
  predictedDoubleSells: 1998.75,
  abortsPerSale: 123.45,
  p99Ms: 123_456,
} as const;
const UNPROVEN = { result: 'UNPROVEN', reasons: ['Nothing was sold.'], sales: 0 } as const;

const CELLS = SCENARIOS.flatMap((scenario) =>
  STRATEGIES.flatMap((strategy) => [
    doneCell({ engineId: 'postgres-repeatable-read', strategy, scenario }, WORST),
    strategy === 'FOR_UPDATE'
      ? otherCell({ engineId: 'dynamodb', strategy, scenario }, 'SKIPPED', 'No row locks.')
      : doneCell({ engineId: 'dynamodb', strategy, scenario }, UNPROVEN),
  ]),
);
const RUN = runOf(CELLS);
const CLAIMS = checkClaims(CELLS, () => 2);

describe('a run in the terminal', () => {
  it('fits 100 columns, whatever came out', () => {
    const lines = `${printedRun(RUN, ENGINES)}\n${printedClaims(CLAIMS)}`.split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });

  it('has a row for each engine and a column for each strategy', () => {
    const text = printedRun(RUN, ENGINES);
    const [, scenario = ''] = /(ONE_SEAT: [^]*?)\n\n/.exec(text) ?? [];
    expect(scenario.split('\n')).toEqual([
      'ONE_SEAT: every buyer wants the same seat at the same moment.',
      '                          NAIVE             CONDITIONAL       FOR_UPDATE        COUNTER_ROW',
      'postgres-repeatable-read  VIOLATED          VIOLATED          VIOLATED          VIOLATED',
      'snapshot isolation        1999 sold twice   1999 sold twice   1999 sold twice   1999 sold twice',
      '(REPEATABLE READ)         123.5/sale 123456 123.5/sale 123456 123.5/sale 123456 123.5/sale 123456',
      'dynamodb                  UNPROVEN          UNPROVEN          not offered       UNPROVEN',
      'eventual, last writer     0 sold twice      0 sold twice                        0 sold twice',
      'wins                      1.5/sale 13       1.5/sale 13                         1.5/sale 13',
    ]);
  });

  it('tells each cell as it ends', () => {
    const name = { engineId: 'dsql', strategy: 'NAIVE', scenario: 'ONE_SEAT' } as const;
    expect(progressLine(doneCell(name), 3, 96)).toBe(
      '  3/96 ONE_SEAT NAIVE dsql: LINEARIZABLE, 0 sold twice, 1.5/sale 13',
    );
    expect(progressLine(otherCell(name, 'FAILED', 'It is gone.'), 4, 96)).toBe(
      '  4/96 ONE_SEAT NAIVE dsql: FAILED (It is gone.)',
    );
  });
});

describe('a run as a document', () => {
  const text = labDocument({
    run: RUN,
    engines: ENGINES,
    claims: CLAIMS,
    machine: '2 cores (some *processor* | model), 8 GB, linux x64, Node v22.0.0',
    command: 'npm run lab -- --seed 7 --buyers 60',
  });

  it('is as Prettier would have it', async () => {
    const written = await formatted(text, join(import.meta.dirname, 'LAB.md'));
    expect(await check(written, { parser: 'markdown', printWidth: 100 })).toBe(true);
  });

  it('has every figure, and every reason why there is none', () => {
    expect(text).toContain(
      '| `postgres-repeatable-read` | `NAIVE` | 2000 | 1999 | 1998.8 | 1960 | 123.5 | 4 | 123456 | 1235 |',
    );
    expect(text).toContain('| `dynamodb` | `FOR_UPDATE` |  |  |  |  |  |  |  |  |');
    expect(text).toContain('- `dynamodb`, `FOR_UPDATE`: No row locks.');
    expect(text).toContain('- `dynamodb`, `NAIVE`: Nothing was sold.');
    expect(text).toContain('us-east-1, us-east-2 | 20.3 ms | Parts \\| v1 |');
  });
});
