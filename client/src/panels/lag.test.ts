import { describe, expect, test } from 'vitest';
import { lagOf } from './lag.ts';

const engine = (name: string, lagMs: number | null) => ({ info: { name }, lagMs });

describe('lagOf', () => {
  test('what is not known is not claimed', () => {
    const nothing = { short: null, words: 'The lag between them is not known.' };
    expect(lagOf([])).toEqual(nothing);
    expect(lagOf([engine('DSQL', null), engine('DynamoDB', null)])).toEqual(nothing);
  });

  test('the longest stands for all, and each is named', () => {
    expect(lagOf([engine('DSQL', null), engine('DynamoDB', 71.4), engine('Other', 9)])).toEqual({
      short: '71 ms',
      words:
        'DynamoDB: replicas 71 ms behind, as measured last. Other: replicas 9.0 ms behind, as measured last.',
    });
  });
});
