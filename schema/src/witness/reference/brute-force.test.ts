import { describe, expect, it } from 'vitest';
import {
  buy,
  canBeOrdered,
  FREE,
  NO_TICKETS,
  release,
  seeHeld,
  seeLimit,
  subsetsOf,
  takeTicket,
  type Operation,
} from './brute-force.ts';

const sure = (earliest: number, latest: number) => ({ earliest, latest, certain: true });
const maybe = (earliest: number) => ({ earliest, latest: Infinity, certain: false });

describe('the search over one seat', () => {
  it.each<[string, boolean, Operation[]]>([
    ['nothing at all', true, []],
    ['one purchase', true, [buy(0, sure(0, 1))]],
    ['two purchases', false, [buy(0, sure(0, 1)), buy(1, sure(0, 9))]],
    ['a second one that may never have been', true, [buy(0, sure(0, 1)), buy(1, maybe(0))]],
    ['a rejection after the purchase', true, [buy(0, sure(0, 1)), seeHeld(sure(2, 3))]],
    [
      'a rejection that ends as the purchase begins',
      true,
      [buy(0, sure(2, 3)), seeHeld(sure(0, 2))],
    ],
    ['a rejection before the purchase', false, [buy(0, sure(3, 4)), seeHeld(sure(0, 2))]],
    ['a rejection, and nobody bought', false, [seeHeld(sure(0, 2))]],
    ['a rejection, and somebody may have bought', true, [buy(0, maybe(2)), seeHeld(sure(0, 2))]],
    [
      'a rejection that only a purchase without room explains',
      false,
      [buy(0, maybe(0)), buy(1, sure(3, 4)), seeHeld(sure(1, 2))],
    ],
    [
      'two purchases with a release between them',
      true,
      [buy(0, sure(0, 1)), release(0, sure(2, 3)), buy(1, sure(3, 4))],
    ],
    [
      'a purchase that returned before the release was called',
      false,
      [buy(0, sure(0, 1)), release(0, sure(3, 4)), buy(1, sure(2, 2))],
    ],
    [
      'a rejection between a release and the next purchase',
      false,
      [buy(0, sure(0, 1)), release(0, sure(2, 3)), seeHeld(sure(4, 5)), buy(1, sure(6, 7))],
    ],
    [
      'the same while the release may have come later',
      true,
      [buy(0, sure(0, 1)), release(0, maybe(2)), seeHeld(sure(4, 5)), buy(1, sure(6, 7))],
    ],
  ])('%s: %s', (_, expected, operations) => {
    expect(canBeOrdered(operations, FREE)).toBe(expected);
  });

  it('refuses what it cannot finish', () => {
    const many = Array.from({ length: 21 }, (_, order) => buy(order, maybe(0)));
    expect(() => canBeOrdered(many, FREE)).toThrow(RangeError);
  });
});

describe('the search over one fan', () => {
  it.each<[string, boolean, Operation[]]>([
    ['as many as allowed', true, [takeTicket(2, sure(0, 1)), takeTicket(2, sure(0, 1))]],
    ['one more than allowed', false, [takeTicket(1, sure(0, 1)), takeTicket(1, sure(4, 5))]],
    ['a rejection at the limit', true, [takeTicket(1, sure(0, 1)), seeLimit(1, sure(1, 1))]],
    ['a rejection below it', false, [takeTicket(2, sure(0, 1)), seeLimit(2, sure(1, 1))]],
    [
      'a rejection that one who may have bought explains',
      true,
      [takeTicket(2, sure(0, 1)), takeTicket(2, maybe(1)), seeLimit(2, sure(1, 1))],
    ],
  ])('%s: %s', (_, expected, operations) => {
    expect(canBeOrdered(operations, NO_TICKETS)).toBe(expected);
  });
});

it('there are all subsets, the larger ones first', () => {
  expect(subsetsOf([1, 2, 3])).toEqual([[1, 2, 3], [1, 2], [1, 3], [2, 3], [1], [2], [3], []]);
});
