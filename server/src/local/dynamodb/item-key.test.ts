import { expect, test } from 'vitest';
import { canonicalNumber, keyAttributes, keyOf } from './item-key.ts';

test.each([
  [['1', '1.0', '01', '1e0', '0.1e1', '10e-1', '.1e1', '1.'], '1e0'],
  [['-150', '-1.5e2', '-0150.00'], '-15e1'],
  [['0', '-0', '0.000', '0e7'], '0'],
  [['0.0012', '12e-4'], '12e-4'],
])('the numbers %j are one key', (spellings, canonical) => {
  expect(spellings.map(canonicalNumber)).toEqual(spellings.map(() => canonical));
});

test('what is no number for the store is none here', () => {
  expect(['', '.', '+1', ' 1', '1_0', '0x1', 'NaN', '1e'].map(canonicalNumber)).toEqual(
    Array.from({ length: 8 }, () => null),
  );
});

test('a key is one string for all its spellings, and comes back as a Key', () => {
  const names = ['pk', 'sk'];
  const key = keyOf({ pk: { S: 'a' }, sk: { N: '1.50' }, v: { S: 'x' } }, names);
  expect(key).toBe(keyOf({ sk: { N: '15e-1' }, pk: { S: 'a' } }, names));
  expect(keyAttributes(key ?? '', names)).toEqual({ pk: { S: 'a' }, sk: { N: '15e-1' } });
});

test('an item without the key, or with none that can be one, has no key', () => {
  const items = [{}, { id: { BOOL: true } }, { id: { S: 7 } }, { id: { S: 'a', N: '1' } }];
  expect(items.map((item) => keyOf(item, ['id']))).toEqual([null, null, null, null]);
});
