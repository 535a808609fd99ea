import { describe, expect, it } from 'vitest';
import { checkClaim, type Line } from './claim.ts';

function line(id: string, oversold: number, changes: Partial<Line> = {}): Line {
  const times = { elapsedMs: 1, p50Ms: 1, p99Ms: 1 };
  const counts = { confirmed: 1 + oversold, failed: 0, indeterminate: 0, maxRetries: 0 };
  return {
    ...{ engine: { id }, state: 'SETTLED', reconciled: true },
    scoreboard: { oversold, ...counts, ...times },
    ...changes,
  };
}

describe('the claim', () => {
  it('is shown when dsql sells nothing twice, and dynamodb does at least once', () => {
    const lines = [line('dsql', 0), line('dynamodb', 0), line('dsql', 0), line('dynamodb', 3)];
    expect(checkClaim(lines)).toEqual({ isShown: true, words: [] });
  });

  it.each<[string, Line[]]>([
    ['The claim fails: dsql sold 2 tickets too many.', [line('dsql', 2), line('dynamodb', 1)]],
    ['The claim fails: dynamodb never oversold.', [line('dsql', 0), line('dynamodb', 0)]],
    [
      'The claim is not shown: 1 of 2 bursts did not settle.',
      [line('dsql', 0, { state: 'FAILED', reconciled: null }), line('dynamodb', 1)],
    ],
    [
      'The claim is not shown: 1 of 2 bursts did not settle.',
      [line('dsql', 0), line('dynamodb', 1, { reconciled: false })],
    ],
  ])('is not: %s', (words, lines) => {
    expect(checkClaim(lines)).toEqual({ isShown: false, words: [words] });
  });

  it('says which half was not tried, and shows nothing without either', () => {
    const words = ['dynamodb is not on this server: its half of the claim was not tried.'];
    expect(checkClaim([line('dsql', 0)])).toEqual({ isShown: true, words });
    expect(checkClaim([line('postgres', 4)]).isShown).toBe(false);
    expect(checkClaim([]).isShown).toBe(false);
  });
});
