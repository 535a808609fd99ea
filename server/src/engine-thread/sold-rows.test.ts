import type { SeatRow } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { soldRows } from './sold-rows.ts';

const row = (seatId: string, round: number, status: SeatRow['status']): SeatRow => {
  return { seatId, round, status, owner: null, orderId: null, region: null };
};

describe('soldRows', () => {
  it('has the sold rows of the first Region that could be read', () => {
    const rows = [row('A1', 2, 'SOLD'), row('A2', 2, 'AVAILABLE'), row('A3', 7, 'SOLD')];
    const tables = [
      { region: 'us-east-1', unreachable: 'it is down' },
      { region: 'us-east-2', rows },
      { region: 'us-west-2', rows: [row('A9', 1, 'SOLD')] },
    ];
    expect(soldRows(tables)).toEqual({ seatIds: ['A1', 'A3'], rounds: [2, 7] });
  });

  it('has none when no Region could be read', () => {
    const none = { seatIds: [], rounds: [] };
    expect(soldRows([{ region: 'us-east-1', unreachable: 'it is down' }])).toEqual(none);
  });
});
