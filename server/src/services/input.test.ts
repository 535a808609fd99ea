import { LIMITS } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { checkBuyer, quote } from './input.ts';

const most = LIMITS.buyerNameLength.max;

describe("a buyer's name", () => {
  it.each(['Ana', '東京', 'مرحبا', '👨‍👩‍👧', '<b>', '?', '__proto__', 'x'.repeat(most)])(
    'may be %s',
    (name) => {
      expect(checkBuyer(name)).toBeNull();
    },
  );

  it.each([
    ['', 'is blank'],
    ['x'.repeat(most + 1), `at most ${most} characters, not ${most + 1}`],
    ['a\u0000b', 'control or broken'],
    ['\uD83D', 'control or broken'],
    ['\u202Eana', 'control or broken'],
    ['\u200B', 'can be seen'],
    ['\u3164', 'can be seen'],
    ['\u2800 \u115F', 'can be seen'],
  ])('may not be %j', (name, words) => {
    expect(checkBuyer(name)?.message).toContain(words);
  });
});

describe("the caller's own words", () => {
  it('are repeated in quotes, escaped and cut', () => {
    expect(quote('a"b\n\u0085')).toBe('"a\\"b\\n?"');
    expect(quote('👍'.repeat(40))).toHaveLength(43);
  });
});
