import type { Outcome } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../engines/engine.ts';
import { together } from './press-again.ts';

const attempt = (startNs: number) => ({
  startNs,
  readNs: null,
  writeNs: null,
  endNs: startNs + 1,
  conflict: null,
});

const receipt = (outcome: Outcome, startNs: number): Receipt => ({
  outcome,
  rejectionReason: outcome === 'REJECTED' ? 'SEAT_TAKEN' : null,
  sale: null,
  read: null,
  attempts: 1,
  conflicts: [`code ${startNs}`],
  trace: [attempt(startNs)],
  fault: null,
});

const press = (outcomes: readonly Outcome[]) =>
  together(
    outcomes.map((outcome, index) => ({
      region: index % 2 === 0 ? 'east' : 'west',
      receipt: receipt(outcome, index),
    })),
  );

describe('presses of one order', () => {
  it('come to the last answer, with what all of them did', () => {
    expect(press(['REJECTED', 'FAILED', 'REJECTED'])).toEqual({
      receipt: {
        ...receipt('REJECTED', 2),
        attempts: 3,
        conflicts: ['code 0', 'code 1', 'code 2'],
        trace: [attempt(0), attempt(1), attempt(2)],
      },
      presses: 3,
      lostIn: 'east',
    });
  });

  it.each([
    [['REJECTED', 'FAILED'], 'FAILED', 'west'],
    [['CONFIRMED', 'FAILED'], 'INDETERMINATE', 'west'],
    [['INDETERMINATE', 'FAILED'], 'INDETERMINATE', 'east'],
    [['INDETERMINATE', 'REJECTED', 'INDETERMINATE'], 'INDETERMINATE', 'east'],
    [['INDETERMINATE', 'INDETERMINATE'], 'INDETERMINATE', null],
    [['INDETERMINATE', 'CONFIRMED'], 'CONFIRMED', 'east'],
  ] as const)('%j are %s for the order; a sale untold of may be in %s', (all, outcome, lostIn) => {
    const { receipt: whole, lostIn: where } = press(all);
    expect([whole.outcome, where]).toEqual([outcome, lostIn]);
  });
});
