import { describe, expect, it } from 'vitest';
import { frame } from '../wire/frame.ts';
import { firstPiece } from './held-rows.ts';

const frames = Array.from('TDDDC', (type) => ({ type, bytes: frame(type) }));
const types = (piece: readonly { type: string }[] | null) =>
  piece === null ? null : piece.map(({ type }) => type).join('');

describe('a result in pieces', () => {
  it.each([
    [0, 'TDDDC', null],
    [1, 'TDs', 'DDC'],
    [3, 'TDDDs', 'C'],
    [4, 'TDDDC', null],
  ])('of %i rows at first', (maxRows, now, later) => {
    const piece = firstPiece(frames, maxRows);
    expect([types(piece.now), types(piece.later)]).toEqual([now, later]);
  });

  it('gives every row once', () => {
    let given = '';
    for (let rest: typeof frames | null = frames; rest !== null;) {
      const { now, later } = firstPiece(rest, 2);
      given += types(now)?.replace('s', '') ?? '';
      rest = later === null ? null : [...later];
    }
    expect(given).toBe('TDDDC');
  });
});
