import type { RegionTable, SeatRow } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { ledgerAgrees, tablesAgree } from './agreement.ts';

const row = (seatId: string, change: Partial<SeatRow> = {}): SeatRow => ({
  ...{ seatId, round: 1, status: 'SOLD', owner: 'Ana', orderId: 'o1', region: 'east' },
  ...change,
});
const table = (...rows: SeatRow[]): RegionTable => ({ region: 'east', rows });
const silent: RegionTable = { region: 'west', unreachable: 'stopped' };
const [a, b] = [row('A1'), row('A2')];

describe('tablesAgree', () => {
  it('says yes to the same rows in any order, of one Region, and of none', () => {
    const same = [[table(a, b), table(b, a)], [table(a)], []].map(tablesAgree);
    expect(same).toEqual([true, true, true]);
  });

  it('says no to any difference, and to a Region that was not read', () => {
    const different = [
      [table(a, b), table(a)],
      [table(a), table(a, b)],
      [table(a), table(row('A3'))],
      [table(a), table(row('A1', { round: 2 }))],
      [table(a), table(row('A1', { status: 'AVAILABLE' }))],
      [table(a), table(row('A1', { orderId: 'o2' }))],
      [table(a), table(a), table(row('A1', { orderId: null }))],
      [silent],
      [table(a), silent],
      [silent, table(a)],
    ];
    expect(different.filter(tablesAgree)).toEqual([]);
  });
});

describe('ledgerAgrees', () => {
  it('needs every Region, and all of one mind', () => {
    const unreachable = [{ region: 'west', reason: 'stopped' }];
    expect(ledgerAgrees({ sales: [], converged: true, unreachable: [] })).toBe(true);
    expect(ledgerAgrees({ sales: [], converged: false, unreachable: [] })).toBe(false);
    expect(ledgerAgrees({ sales: [], converged: true, unreachable })).toBe(false);
  });
});
