import { describe, expect, it } from 'vitest';
import { UsageError } from '../lib/usage-error.ts';
import { readArguments } from './arguments.ts';

const USUAL = { url: null, buyers: [8, 24, 48, 60, 250, 1_000], seat: 'A1', seed: 1 };

describe('the command line of stress', () => {
  it.each([
    [[], {}],
    [['--buyers', '60'], { buyers: [60] }],
    [['--seat', 'floor', '--seed', '7'], { seat: null, seed: 7 }],
    [['--url', 'http://127.0.0.1:4000/lab'], { url: 'http://127.0.0.1:4000' }],
  ])('%j', (args, changes) => {
    expect(readArguments(args)).toEqual({ ...USUAL, ...changes });
  });

  it.each([
    [['--buyers', '60,many'], '--buyers takes whole numbers between commas, not "many"'],
    [['--seed', '-'], '--seed takes a whole number, not "-"'],
    [['--url', 'localhost'], '--url must be as in http://127.0.0.1:4000, not "localhost"'],
    [['A1'], /Unexpected argument 'A1'/],
  ])('refuses %j', (args, words) => {
    expect(() => readArguments(args)).toThrow(words);
    expect(() => readArguments(args)).toThrow(UsageError);
  });
});
