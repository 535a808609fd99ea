import { describe, expect, it } from 'vitest';
import type { LabCellView, LabFigures } from '@worldseat/schema/services';
import { checkClaims } from './claims.ts';
import { doneCell, otherCell } from './testing.ts';

const NAIVE_SEAT = { strategy: 'NAIVE', scenario: 'ONE_SEAT' } as const;
const states = (cells: readonly LabCellView[], regions = 2) =>
  checkClaims(cells, () => regions).map(({ state }) => state);
const asked = (cells: readonly LabCellView[], regions = 2) =>
  states(cells, regions).filter((state) => state !== 'NOT_ASKED');

type Case = [string, Parameters<typeof doneCell>[0], Partial<LabFigures>, Partial<LabFigures>];

/** Each claim: its cell, figures that show it, figures that do not. */
const CASES: Case[] = [
  [
    'naive oversells at READ COMMITTED',
    { engineId: 'postgres', ...NAIVE_SEAT },
    { doubleSells: 1 },
    { doubleSells: 0 },
  ],
  ...['dsql', 'postgres-repeatable-read', 'postgres-serializable'].map((engineId): Case => [
    `naive sells once on ${engineId}`,
    { engineId, ...NAIVE_SEAT },
    {},
    { doubleSells: 1 },
  ]),
  [
    'naive sells each seat of a floor once on dsql',
    { engineId: 'dsql', strategy: 'NAIVE', scenario: 'ON_SALE' },
    { sales: 40 },
    { sales: 0 },
  ],
  [
    'fans exceed their limit on dsql',
    { engineId: 'dsql', strategy: 'NAIVE', scenario: 'FAN_LIMIT' },
    { overLimit: 6 },
    { overLimit: 0 },
  ],
  [
    'fans do not on serializable',
    { engineId: 'postgres-serializable', strategy: 'NAIVE', scenario: 'FAN_LIMIT' },
    {},
    { overLimit: 1 },
  ],
  [
    'nor with a counter row on dsql',
    { engineId: 'dsql', strategy: 'COUNTER_ROW', scenario: 'FAN_LIMIT' },
    {},
    { overLimit: 1 },
  ],
];

describe('the claims of the lab', () => {
  it.each(CASES)('%s', (_, cell, shown, refuted) => {
    expect(asked([doneCell(cell, shown)])).toEqual(['SHOWN']);
    expect(asked([doneCell(cell, refuted)])).toEqual(['FAILED']);
    expect(asked([otherCell(cell, 'FAILED', 'The engine did not answer.')])).toEqual(['FAILED']);
  });

  it('that a guarded write oversells is shown by one cell, but that it has a bound by all', () => {
    const CONDITIONAL = { engineId: 'dynamodb', strategy: 'CONDITIONAL' } as const;
    const cells = (oneSeat: number, onSale: number) => [
      doneCell(
        { ...CONDITIONAL, scenario: 'ONE_SEAT' },
        { sales: 1 + oneSeat, doubleSells: oneSeat },
      ),
      doneCell({ ...CONDITIONAL, scenario: 'ON_SALE' }, { sales: 40, doubleSells: onSale }),
    ];
    expect(asked(cells(1, 7))).toEqual(['SHOWN', 'SHOWN']);
    expect(asked(cells(0, 7))).toEqual(['SHOWN', 'SHOWN']);
    expect(asked(cells(0, 0))).toEqual(['FAILED', 'SHOWN']);
    expect(asked(cells(2, 7))).toEqual(['SHOWN', 'FAILED']);
  });

  it('fail with any one of their cells, and say what was seen', () => {
    const cells = [
      doneCell({ engineId: 'dsql', ...NAIVE_SEAT }),
      doneCell({ engineId: 'postgres-serializable', ...NAIVE_SEAT }, { sales: 2, doubleSells: 1 }),
      otherCell({ engineId: 'postgres-repeatable-read', ...NAIVE_SEAT }, 'FAILED', 'It is gone.'),
    ];
    const [claim] = checkClaims(cells, () => 1).filter(({ seen }) => seen.length > 0);
    expect(claim).toEqual({
      words:
        'The same code sells every seat once on REPEATABLE READ, SERIALIZABLE and Aurora DSQL.',
      state: 'FAILED',
      seen: [
        'ONE_SEAT on dsql: 1 sale, 0 sold twice',
        'ONE_SEAT on postgres-serializable: 2 sales, 1 sold twice',
        'ONE_SEAT on postgres-repeatable-read: failed, It is gone.',
      ],
    });
  });

  it('are not held against a run that was not asked for their cells', () => {
    expect(new Set(states([]))).toEqual(new Set(['NOT_ASKED']));
  });
});
