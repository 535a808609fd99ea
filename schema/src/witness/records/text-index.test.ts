import { expect, it } from 'vitest';
import { TextIndex } from './text-index.ts';

it('gives each text one number, in order of arrival, however many there are', () => {
  const index = new TextIndex();
  const texts = Array.from({ length: 5_000 }, (_, at) => `order-${at}`);
  expect(texts.map((text) => index.numberOf(text))).toEqual([...texts.keys()]);
  expect(texts.map((text) => index.numberOf(text))).toEqual([...texts.keys()]);
  expect(texts.map((text) => index.find(text))).toEqual([...texts.keys()]);
  expect(index.find('order-5000')).toBe(-1);
});

it('finds the text whose hash is 0 again, also when it has grown', () => {
  const index = new TextIndex();
  // Found by search; see the hash function.
  const texts = ['order-57712\u16f8', ...Array.from({ length: 500 }, (_, at) => `order-${at}`)];
  expect(texts.map((text) => index.numberOf(text))).toEqual([...texts.keys()]);
  expect(texts.map((text) => index.find(text))).toEqual([...texts.keys()]);
});

it('keeps two texts with one hash apart', () => {
  const index = new TextIndex();
  // Two words that are known to collide in FNV-1a.
  expect(['costarring', 'liquid', 'costarring'].map((text) => index.numberOf(text))).toEqual([
    0, 1, 0,
  ]);
  expect(index.find('liquid')).toBe(1);
});
