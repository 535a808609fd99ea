import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { canReadCpu, cpuMs, cpuOfEndedChildrenMs, cpuOfFamilyMs } from './cpu.ts';

test.skipIf(!canReadCpu)('time is found where it was spent', () => {
  const before = { own: cpuMs(process.pid), ended: cpuOfEndedChildrenMs() };
  const burn = 'const end = Date.now() + 200; while (Date.now() < end);';
  spawnSync(process.execPath, ['--eval', burn]);
  expect(cpuOfEndedChildrenMs() - before.ended).toBeGreaterThan(0);
  while (cpuMs(process.pid) < before.own + 50) Math.sqrt(2);
  // Read before: this process goes on spending time.
  const parts = cpuMs(process.pid) + cpuOfEndedChildrenMs();
  expect(cpuOfFamilyMs(process.pid)).toBeGreaterThanOrEqual(parts);
  expect(cpuMs(2 ** 30)).toBe(0);
});
