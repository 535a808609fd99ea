import {
  completeAnswer,
  type Answer,
  type Outcome,
  type RegionTable,
  type Sale,
} from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { percentiles } from './latency.ts';
import { EMPTY_SCOREBOARD, scoreAnswers, scoreLedger, scoreTable } from './scoreboard.ts';

const answer = (outcome: Outcome, attempts: number, returnMs: number): Answer =>
  completeAnswer({
    orderId: `${outcome}-${returnMs}`,
    seatId: 'A1',
    round: 2,
    buyer: 'Ana',
    region: 'us-east-1',
    outcome,
    read: 'AVAILABLE',
    attempts,
    conflicts: [],
    intendedNs: 0,
    callNs: 0,
    returnNs: returnMs * 1e6,
  });

const sale = (id: string, seatId: string, round: number): Sale => ({
  id,
  seatId,
  round,
  buyer: 'Ana',
  region: 'us-east-1',
  attempts: 1,
  soldAtMs: 0,
});

describe('scoreboard', () => {
  it('counts what buyers were told', () => {
    const answers = [
      answer('CONFIRMED', 1, 1),
      answer('REJECTED', 3, 2),
      answer('REJECTED', 2, 3),
      answer('INDETERMINATE', 1, 4),
      answer('FAILED', 0, 5),
    ];
    expect(scoreAnswers(answers)).toEqual({
      told: 1,
      rejected: 2,
      indeterminate: 1,
      failed: 1,
      maxRetries: 2,
      elapsedMs: 5,
      p50Ms: 3,
      p95Ms: 5,
      p99Ms: 5,
      maxMs: 5,
    });
  });

  it('counts oversold from the ledger alone, in the rounds of the scope', () => {
    const sales = [sale('1', 'A1', 2), sale('2', 'A1', 2), sale('3', 'A1', 1), sale('4', 'B1', 2)];
    const scope = new Map([
      ['A1', 2],
      ['B1', 2],
    ]);
    expect(scoreLedger(sales, scope)).toEqual({ confirmed: 3, oversold: 1 });
  });

  it('counts what the first readable seats table shows', () => {
    const row = { seatId: 'A1', round: 2, owner: 'Ana', orderId: '1', region: 'us-east-1' };
    const tables: RegionTable[] = [
      { region: 'us-east-1', unreachable: 'stopped' },
      {
        region: 'us-east-2',
        rows: [
          { ...row, status: 'SOLD' },
          { ...row, seatId: 'B1', status: 'AVAILABLE' },
          { ...row, seatId: 'C1', round: 1, status: 'SOLD' },
        ],
      },
    ];
    const scope = new Map(['A1', 'B1', 'C1'].map((seatId) => [seatId, 2]));
    expect(scoreTable(tables, scope)).toBe(1);
  });

  it('is all zeros and nulls before anything happened', () => {
    expect(EMPTY_SCOREBOARD).toMatchObject({ told: 0, confirmed: 0, oversold: 0, p50Ms: null });
  });
});

describe('percentiles', () => {
  it('are exact by nearest rank and leave their input alone', () => {
    const latencies = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(percentiles(latencies)).toEqual({ p50Ms: 50, p95Ms: 95, p99Ms: 99, maxMs: 100 });
    expect(latencies[0]).toBe(100);
    expect(percentiles([4])).toEqual({ p50Ms: 4, p95Ms: 4, p99Ms: 4, maxMs: 4 });
  });
});
