import { describe, expect, it } from 'vitest';
import { UsageError } from '../lib/usage-error.ts';
import { readArguments } from './arguments.ts';

const WHOLE = {
  url: null,
  engines: null,
  strategies: null,
  scenarios: null,
  buyers: 60,
  seed: 1,
  write: true,
};

describe('the command line of the lab', () => {
  it('without a word is the whole matrix, which is written down', () => {
    expect(readArguments([])).toEqual(WHOLE);
  });

  it.each([
    [['--no-write'], { write: false }],
    [['--buyers', '200', '--seed', '7'], { buyers: 200, seed: 7 }],
    [['--engines', 'dsql,postgres'], { engines: ['dsql', 'postgres'], write: false }],
    [['--strategies', 'COUNTER_ROW,NAIVE'], { strategies: ['NAIVE', 'COUNTER_ROW'], write: false }],
    [['--scenarios', 'FAN_LIMIT', '--write'], { scenarios: ['FAN_LIMIT'], write: true }],
    [['--url', 'http://127.0.0.1:4000/'], { url: 'http://127.0.0.1:4000' }],
  ])('%j', (args, changes) => {
    expect(readArguments(args)).toEqual({ ...WHOLE, ...changes });
  });

  it.each([
    [['--buyers', 'many'], '--buyers takes a whole number, not "many"'],
    [['--seed', '-1'], /seed/],
    [['--strategies', 'NAVE'], /NAIVE, CONDITIONAL, FOR_UPDATE, COUNTER_ROW, not "NAVE"/],
    [['--scenarios', ''], /ONE_SEAT, ON_SALE, FAN_LIMIT, RETRY_STORM, not ""/],
    [['--fast'], /--fast/],
    [
      ['--url', 'localhost:4000'],
      '--url must be as in http://127.0.0.1:4000, not "localhost:4000"',
    ],
  ])('refuses %j', (args, words) => {
    expect(() => readArguments(args)).toThrow(words);
    expect(() => readArguments(args)).toThrow(UsageError);
  });
});
