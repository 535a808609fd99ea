import type { RegionTable, SeatRow } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { TableCounter } from './table-counter.ts';

const row = (seatId: string, round: number, status: SeatRow['status']): SeatRow => {
  return { seatId, round, status, owner: null, orderId: null, region: null };
};

/** @returns what was asked of the tables, too */
function openCounter(tables: readonly RegionTable[]) {
  const asked: (readonly string[])[] = [];
  const counter = new TableCounter((seatIds) => {
    asked.push(seatIds);
    return Promise.resolve(tables);
  });
  return { counter, asked };
}

describe('TableCounter', () => {
  it('counts sold rows of these rounds in the first Region that could be read', async () => {
    const rows = [row('A1', 2, 'SOLD'), row('A2', 2, 'AVAILABLE'), row('A3', 7, 'SOLD')];
    const { counter, asked } = openCounter([
      { region: 'us-east-1', unreachable: 'it is down' },
      { region: 'us-east-2', rows: [...rows, row('Z9', 1, 'SOLD')] },
      { region: 'us-west-2', rows: [row('A2', 2, 'SOLD')] },
    ]);
    const scope = new Map([
      ['A1', 2],
      ['A2', 2],
      ['A3', 6],
    ]);
    counter.set(scope);
    expect(await counter.count()).toBe(1);
    counter.set(new Map([...scope, ['A3', 7]]));
    expect(await counter.count()).toBe(2);
    expect(await counter.count()).toBe(2);
    expect(asked).toEqual(Array.from({ length: 3 }, () => ['A1', 'A2', 'A3']));
  });

  it('counts none when no Region could be read', async () => {
    const { counter } = openCounter([{ region: 'us-east-1', unreachable: 'it is down' }]);
    counter.set(new Map([['A1', 1]]));
    expect(await counter.count()).toBe(0);
  });
});
