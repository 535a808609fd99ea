import { describe, expect, test } from 'vitest';
import { traceOf, type Told } from './trace.ts';

const holder = (name: string) => ({
  orderId: name,
  seat: 'A1',
  round: 1,
  buyer: name,
  region: 'us-east-1',
});
const focus = (confirmed: number, names: readonly string[]) => ({
  seat: 'A1',
  round: 1,
  confirmed,
  doubleSells: Math.max(0, confirmed - 1),
  result: 'VIOLATED' as const,
  holders: names.map(holder),
});
const told: Told[] = [
  { orderId: 'o1', seat: 'A1', buyer: 'Bo', region: 'us-east-1', outcome: 'CONFIRMED' },
  { orderId: 'o2', seat: 'A1', buyer: 'Cy', region: 'us-east-2', outcome: 'REJECTED' },
  { orderId: 'o3', seat: 'A1', buyer: 'Dee', region: 'us-east-2', outcome: 'FAILED' },
  { orderId: 'o4', seat: 'A1', buyer: 'Eli', region: 'us-east-1', outcome: 'REJECTED' },
  { orderId: 'o5', seat: 'A2', buyer: 'Fay', region: 'us-east-1', outcome: 'REJECTED' },
];

describe('traceOf', () => {
  test('nothing known is nothing shown', () => {
    expect(traceOf(null, told, 4)).toBeNull();
  });

  test('one owner, with those who were told that it is taken', () => {
    expect(traceOf(focus(1, ['Bo']), told, 4)).toEqual({
      state: 'has 1 owner',
      tone: 'one',
      cards: [
        { key: 'Bo', buyer: 'Bo', region: 'us-east-1', kind: 'holds' },
        { key: 'o2', buyer: 'Cy', region: 'us-east-2', kind: 'taken' },
        { key: 'o4', buyer: 'Eli', region: 'us-east-1', kind: 'taken' },
      ],
      more: null,
    });
  });

  test('many owners are bounded, and the rest is counted from the ledger, not from the list', () => {
    const trace = traceOf(focus(1_060, ['Ana', 'Bo', 'Cy', 'Dee', 'Eli']), told, 4);
    expect(trace).toMatchObject({ state: 'has 1,060 owners', tone: 'many', more: '+ 1,057' });
    expect(trace?.cards.map(({ buyer, kind }) => [buyer, kind])).toEqual([
      ['Ana', 'holds'],
      ['Bo', 'holds'],
      ['Cy', 'holds'],
    ]);
  });

  test('as many owners as places: all have a card', () => {
    const trace = traceOf(focus(5, ['Ana', 'Bo', 'Cy', 'Dee', 'Eli']), told, 5);
    expect(trace).toMatchObject({ state: 'has 5 owners', more: null });
    expect(trace?.cards.map(({ buyer }) => buyer)).toEqual(['Ana', 'Bo', 'Cy', 'Dee', 'Eli']);
  });

  test('a free seat', () => {
    expect(traceOf(focus(0, []), told, 4)).toEqual({
      state: 'is free',
      tone: 'free',
      cards: [],
      more: null,
    });
  });
});
