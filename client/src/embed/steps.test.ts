// A clicker stops at markers, and at a cluster of them once.
import { expect, test } from 'vitest';
import type { ReplayMark } from '../replay/session.ts';
import { stepsOf } from './steps.ts';

const mark = (atNs: number, kind: ReplayMark['kind'] = 'MARKER'): ReplayMark => ({
  ...{ atNs, kind, label: '' },
});

test('markers are stops, contradictions and the ends are not', () => {
  const marks = [mark(0), mark(100), mark(200, 'CONTRADICTION'), mark(500), mark(1_000)];
  expect(stepsOf(marks, 1_000)).toEqual([100, 500]);
});

test('markers that are close together are one stop, at the last of them', () => {
  expect(stepsOf([mark(100), mark(105), mark(120), mark(121)], 1_000)).toEqual([120, 121]);
});

test('without markers every mark is a stop', () => {
  expect(stepsOf([mark(10, 'FAULT'), mark(300, 'CONTRADICTION')], 1_000)).toEqual([10, 300]);
});

test('an empty recording has no stops', () => {
  expect(stepsOf([], 0)).toEqual([]);
});
