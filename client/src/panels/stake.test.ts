import { describe, expect, test } from 'vitest';
import { DEFAULT_PRICE, money, parseAmount, readPrice, stakeWords } from './stake.ts';

describe('stake', () => {
  test('is the tickets without a seat times a price that is called assumed', () => {
    expect(stakeWords(59, DEFAULT_PRICE)).toEqual({
      sum: '$7,080',
      rest: 'at stake, at $120 a ticket (assumed)',
    });
    expect(stakeWords(0, { amount: 89.5, currency: 'EUR' })).toEqual({
      sum: '€0',
      rest: 'at stake, at €89.50 a ticket (assumed)',
    });
  });

  test('a currency without decimals has none', () => {
    expect(money(12_000, 'JPY')).toBe('¥12,000');
  });

  test.each([
    ['120', 120],
    [' 0 ', 0],
    ['89.50', 89.5],
    ['1000000', 1_000_000],
    ['1000001', null],
    ['', null],
    ['-1', null],
    ['1e3', null],
    ['1.234', null],
    ['Infinity', null],
  ])('a price of “%s”', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  test('what was stored wrongly is the usual price', () => {
    expect(readPrice('80 GBP')).toEqual({ amount: 80, currency: 'GBP' });
    for (const wrong of [null, 5, '', 'x USD', '5 XXX', '5']) {
      expect(readPrice(wrong)).toEqual(DEFAULT_PRICE);
    }
  });
});
