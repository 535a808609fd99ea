import { describe, expect, test } from 'vitest';
import { syncStep } from './floor-sync.ts';

describe('syncStep', () => {
  test.each([
    ['the first event is the whole floor', { revision: 3, sequence: null }, 3, 1, 'replace'],
    ['a part is not taken for the whole', { revision: 3, sequence: null }, 3, 2, 'reread'],
    ['the next in order continues', { revision: 3, sequence: 7 }, 3, 8, 'apply'],
    ['a gap is not trusted', { revision: 3, sequence: 7 }, 3, 9, 'reread'],
    ['a repeat is not trusted', { revision: 3, sequence: 7 }, 3, 7, 'reread'],
    ['a stream that began again is not trusted', { revision: 3, sequence: 7 }, 3, 1, 'reread'],
    ['a new floor is read afresh', { revision: 3, sequence: 7 }, 4, 8, 'reread'],
    ['a floor newer than the geometry is read', { revision: 3, sequence: null }, 4, 1, 'reread'],
  ] as const)('%s', (_, sync, revision, sequence, step) => {
    expect(syncStep(sync, { revision, sequence })).toBe(step);
  });
});
