import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openClockCeiling } from './clock-ceiling.ts';
import { HybridClock, waitForCeilingMs } from './hybrid-clock.ts';

function memoryCeiling() {
  const raised: number[] = [];
  let currentUs = 0;
  return {
    raised,
    get currentUs() {
      return currentUs;
    },
    set(toUs: number) {
      currentUs = toUs;
      raised.push(toUs);
    },
  };
}

test('follows the wall clock, and counts on when it stands still or goes back', () => {
  let wallMs = 1000;
  const clock = new HybridClock(memoryCeiling(), () => wallMs);
  const stamps = [clock.tick(), clock.tick()];
  wallMs = 500;
  stamps.push(clock.tick());
  wallMs = 2000;
  stamps.push(clock.tick());
  expect(stamps).toEqual([1_000_000, 1_000_001, 1_000_002, 2_000_000]);
});

test('is past every stamp that it has observed', () => {
  const clock = new HybridClock(memoryCeiling(), () => 1);
  clock.observe(7_000_000);
  expect(clock.tick()).toBe(7_000_001);
});

test('raises the ceiling before a stamp passes it, once per second', () => {
  const ceiling = memoryCeiling();
  const clock = new HybridClock(ceiling, () => 1000);
  for (let count = 0; count < 100; count += 1) clock.tick();
  expect(ceiling.raised).toEqual([2_000_000]);
});

test('starts past every earlier stamp after a crash, even with the wall clock set back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'worldseat-clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'ceiling');
  const before = new HybridClock(openClockCeiling(file), () => 5000).tick();
  const after = new HybridClock(openClockCeiling(file), () => 1000).tick();
  expect(after).toBeGreaterThan(before);
  writeFileSync(file, 'nonsense');
  expect(() => openClockCeiling(file)).toThrow('should hold one number');
});

test('a start waits for a ceiling of up to one step ahead, and never for a clock set back', () => {
  const waits = [4_999_999, 5_000_000, 5_000_001, 6_000_000, 6_000_001, 90_000_000];
  expect(waits.map((ceilingUs) => waitForCeilingMs(ceilingUs, 5000))).toEqual([
    0, 1, 1, 1001, 0, 0,
  ]);
});
