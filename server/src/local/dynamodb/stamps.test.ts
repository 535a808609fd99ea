import { expect, test } from 'vitest';
import { isNewer, stampItem, stampOf, stripStamps } from './stamps.ts';

const item = { id: { S: 'A1' } };
const stamped = stampItem(item, { timeUs: 1_764_000_000_000_123, region: 'us-east-1' });

test('a stamp is read back as it was written; an item without one has none', () => {
  expect(stampOf(stamped)).toEqual({ timeUs: 1_764_000_000_000_123, region: 'us-east-1' });
  expect(stampOf(item)).toBeNull();
});

test('stamps are removed from every place where an answer holds items', () => {
  const body = {
    Item: { ...stamped },
    Attributes: { ...stamped },
    Items: [{ ...stamped }],
    Responses: { seats: [{ ...stamped }, { ...stamped }] },
    Count: 1,
  };
  stripStamps(body);
  const Responses = { seats: [item, item] };
  expect(body).toEqual({ Item: item, Attributes: item, Items: [item], Responses, Count: 1 });
});

test('the later time wins; of equal times the greater Region name', () => {
  const at = (timeUs: number, region: string) => ({ timeUs, region });
  expect(isNewer(at(2, 'a'), at(1, 'b'))).toBe(true);
  expect(isNewer(at(1, 'b'), at(1, 'a'))).toBe(true);
  expect(isNewer(at(1, 'a'), at(1, 'a'))).toBe(false);
});
