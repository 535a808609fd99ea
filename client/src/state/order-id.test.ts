import { LIMITS } from '@worldseat/schema/domain';
import { expect, test } from 'vitest';
import { newOrderId } from './order-id.ts';

test('an order id is new each time', () => {
  expect(newOrderId()).not.toBe(newOrderId());
});

test('without randomUUID (a page that is not on https) it is as random, and allowed', () => {
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  const ids = new Set(Array.from({ length: 100 }, () => newOrderId({ getRandomValues })));
  expect(ids.size).toBe(100);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(id.length).toBeLessThanOrEqual(LIMITS.orderIdLength.max);
  }
});
