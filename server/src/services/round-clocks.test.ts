import { describe, expect, it } from 'vitest';
import { RoundClocks } from './round-clocks.ts';

describe('RoundClocks', () => {
  it('count from 0 for the seats of a burst, from the start of the server for the others', () => {
    let nowNs = 1_000;
    const clocks = new RoundClocks(() => nowNs);
    nowNs = 1_100;
    clocks.start(['A1', 'A2']);
    nowNs = 1_150;
    expect(['A1', 'A2', 'A3'].map((seatId) => clocks.of(seatId).nowNs())).toEqual([50, 50, 150]);
    expect(clocks.of('A1').at(1_120)).toBe(20);
    clocks.reset();
    expect(clocks.of('A1').nowNs()).toBe(150);
  });

  it('count from 0 for every seat when a burst opened the whole floor', () => {
    let nowNs = 1_000;
    const clocks = new RoundClocks(() => nowNs);
    clocks.start(['A1']);
    nowNs = 1_100;
    clocks.startFloor();
    nowNs = 1_150;
    expect(['A1', 'A2'].map((seatId) => clocks.of(seatId).nowNs())).toEqual([50, 50]);
    clocks.start(['A2']);
    nowNs = 1_160;
    expect(['A1', 'A2'].map((seatId) => clocks.of(seatId).nowNs())).toEqual([60, 10]);
    clocks.reset();
    expect(clocks.of('A1').nowNs()).toBe(160);
  });

  it('go on after everything that an earlier run noted', () => {
    let nowNs = 70;
    const clocks = new RoundClocks(() => nowNs);
    clocks.goOnAfter(5_000);
    clocks.goOnAfter(40);
    nowNs = 71;
    expect(clocks.of('A1').nowNs()).toBe(5_001);
  });
});
