import { expect, test } from 'vitest';
import { readFrames } from './frame-trace.ts';

const event = (name: string, ts: number, more: object = {}) => ({
  ...{ name, ph: 'X', pid: 1, tid: 2, ts },
  ...more,
});
const task = (ts: number, dur: number, tdur: number) => event('RunTask', ts, { dur, tdur });
const trace = (events: object[]): string => JSON.stringify({ traceEvents: events });

test('a frame has the tasks since the frame before it, and its own', () => {
  const events = [
    event('begin', 0),
    task(1_000, 2_000, 1_500),
    task(10_000, 4_000, 3_000),
    event('FireAnimationFrame', 11_000),
    event('FireAnimationFrame', 12_000),
    task(20_000, 1_000, 500),
    event('FireAnimationFrame', 20_500),
    // No frame follows it.
    task(30_000, 1_000, 1_000),
    event('end', 40_000),
    task(50_000, 9_000, 9_000),
    event('FireAnimationFrame', 51_000),
  ];
  expect(readFrames(trace(events), 'begin', 'end')).toEqual([
    { wallMs: 6, cpuMs: 4.5, paintersCpuMs: 0 },
    { wallMs: 1, cpuMs: 0.5, paintersCpuMs: 0 },
  ]);
});

test('other threads and processes do not count', () => {
  const events = [
    event('begin', 0),
    event('RunTask', 1_000, { tid: 3, dur: 9_000, tdur: 9_000 }),
    event('RunTask', 1_000, { pid: 3, dur: 9_000, tdur: 9_000 }),
    task(2_000, 1_000, 1_000),
    event('FireAnimationFrame', 2_500),
    event('end', 9_000),
  ];
  expect(readFrames(trace(events), 'begin', 'end')).toEqual([
    { wallMs: 1, cpuMs: 1, paintersCpuMs: 0 },
  ]);
});

test('threads with frames of their own are counted beside it', () => {
  const painter = (ts: number, tdur: number) =>
    event('RunTask', ts, { tid: 4, dur: tdur + 10, tdur });
  const events = [
    event('begin', 0),
    painter(1_000, 700),
    event('FireAnimationFrame', 1_500, { tid: 4 }),
    // Of no frame: what feeds the page, say.
    event('RunTask', 1_000, { tid: 5, dur: 9_000, tdur: 9_000 }),
    task(2_000, 1_000, 1_000),
    event('FireAnimationFrame', 2_500),
    painter(3_100, 200),
    painter(3_500, 300),
    task(4_000, 1_000, 900),
    event('FireAnimationFrame', 4_500),
    event('end', 9_000),
  ];
  expect(readFrames(trace(events), 'begin', 'end')).toEqual([
    { wallMs: 1, cpuMs: 1, paintersCpuMs: 0.7 },
    { wallMs: 1, cpuMs: 0.9, paintersCpuMs: 0.5 },
  ]);
});

test('without its marks a trace says nothing', () => {
  expect(() => readFrames(trace([task(0, 1, 1)]), 'begin', 'end')).toThrow(
    'no marks begin and end',
  );
});
