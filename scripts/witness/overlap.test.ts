// The drawing of a contradiction: who, from when to when, where they read and wrote.
import type { Answer, Release } from '@worldseat/schema/domain';
import type { Breach } from '@worldseat/schema/witness';
import { describe, expect, it } from 'vitest';
import { burstAtA1, type Buyer } from '../../schema/src/history/testing.ts';
import { drawOverlap } from './overlap.ts';

const breachOf = (...names: string[]): Breach => ({
  ...{ rule: 'W1', seatId: 'A1', round: 3, entries: [], cause: null, words: '' },
  orderIds: names.map((name) => `order-${name}`),
});

/** A buyer who read and wrote at these milliseconds. */
function buyer(name: string, from: number, to: number, readMs: number, writeMs: number): Buyer {
  const [startNs, endNs] = [from * 1e6, to * 1e6];
  const trace: Answer['trace'] = [
    { startNs, readNs: readMs * 1e6, writeNs: writeMs * 1e6, endNs, conflict: null },
  ];
  return { name, from, to, outcome: 'CONFIRMED', changes: { trace } };
}

describe('the drawing', () => {
  it('has a bar for each buyer on one axis, in order of their calls', () => {
    const history = burstAtA1([buyer('Bo', 2, 10, 4, 8), buyer('Ana', 0, 6, 2, 4)]);
    expect(drawOverlap(breachOf('Bo', 'Ana'), history, 60)).toEqual([
      '                0.000 ms ·············· 10.000 ms',
      'Ana  us-east-1  ├─────R──────W─────┤               CONFIRMED',
      'Bo   us-east-1        ├──────R────────────W─────┤  CONFIRMED',
      '                ├ called  R read  W first write  ┤ answered',
    ]);
  });

  it('leaves out who is not part of the breach, and is empty when nobody is known', () => {
    const history = burstAtA1([buyer('Ana', 0, 6, 2, 4), buyer('Bo', 2, 10, 4, 8)]);
    expect(drawOverlap(breachOf('Bo'), history, 60).join('\n')).not.toContain('Ana');
    expect(drawOverlap(breachOf('nobody'), history, 60)).toEqual([]);
  });

  it('shows reads and writes beside each other when they fall on one column', () => {
    const history = burstAtA1([buyer('Ana', 0, 1_000, 500, 500), buyer('Bo', 0, 0, 0, 0)]);
    const [, ana, bo] = drawOverlap(breachOf('Ana', 'Bo'), history, 60);
    expect(ana).toMatch(/^Ana {2}us-east-1 {2}├─+RW─+┤ {2}CONFIRMED$/);
    expect(bo).toMatch(/^Bo {3}us-east-1 {2,}│ +CONFIRMED$/);
  });

  it('draws a ticket that is given back, from its call to its return', () => {
    const release: Release = {
      ...{ orderId: 'order-Ana', seatId: 'A1', round: 3, buyer: 'Ana', region: 'us-east-1' },
      outcome: 'RELEASED',
      ...{ callNs: 7e6, returnNs: 8e6 },
    };
    const history = burstAtA1([buyer('Ana', 0, 6, 2, 4)], { releases: [release] });
    expect(drawOverlap(breachOf('Ana'), history, 60)[2]).toMatch(
      /^Ana gives back {2}us-east-1 +├─*┤ +RELEASED$/,
    );
  });

  it('keeps to its width, and counts those who have no line', () => {
    const names = Array.from({ length: 60 }, (_, index) => `Buyer ${index}`);
    const history = burstAtA1(names.map((name, index) => buyer(name, index, index + 40, 50, 60)));
    const lines = drawOverlap(breachOf(...names), history, 80);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(lines).toHaveLength(19);
    expect(lines.at(-2)).toBe('and 44 more');
  });

  it('lets no name of a file move the cursor', () => {
    const history = burstAtA1([buyer('\u001b[2JAna\n', 0, 6, 2, 4)]);
    const [, line] = drawOverlap(breachOf('\u001b[2JAna\n'), history, 80);
    expect(line).toContain('?[2JAna?  us-east-1');
  });

  it('cuts a long name between characters, and keeps what an emoji is made of', () => {
    const family = '👨‍👩‍👧';
    const name = `${family} ${'x'.repeat(8)} ${family.repeat(3)}`;
    const [, line] = drawOverlap(breachOf(name), burstAtA1([buyer(name, 0, 6, 2, 4)]), 80);
    expect(line).toContain(`${family} xxxxxxxx …  us-east-1`);
  });
});
