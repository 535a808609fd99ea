import { seededRandom } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import { expect, it } from 'vitest';
import { columnsOf } from './burst-columns.ts';
import { ReplayFault, REPLAY_LIMITS } from './fault.ts';
import { BurstFileFault, readBurst } from './fetch-bursts.ts';
import { randomBurst } from './testing.ts';

const HISTORY = randomBurst(seededRandom(1));

function faultOf(history: History): Pick<ReplayFault, 'code' | 'message'> {
  try {
    columnsOf(history);
  } catch (error) {
    if (error instanceof ReplayFault) return { code: error.code, message: error.message };
  }
  throw new Error('There was no ReplayFault.');
}

it('says which venue or seat this build does not know', () => {
  const { header, orders } = HISTORY;
  expect(faultOf({ ...HISTORY, header: { ...header, venue: 'moon base' } })).toEqual({
    code: 'UNKNOWN_VENUE',
    message: 'The burst was run on a floor unknown here: “moon base”.',
  });
  const elsewhere = orders.map((order) => ({ ...order, seatId: 'Z99' }));
  expect(faultOf({ ...HISTORY, orders: elsewhere })).toEqual({
    code: 'UNKNOWN_SEAT',
    message: 'The burst sold seat Z99, which the floor “Small hall” does not have here.',
  });
});

it('refuses more buyers than can be drawn', () => {
  const [order] = HISTORY.orders;
  if (order === undefined) throw new Error('The burst has an order.');
  const orders = Array.from({ length: REPLAY_LIMITS.orders + 1 }, () => order);
  expect(faultOf({ ...HISTORY, orders })).toEqual({
    code: 'TOO_LARGE',
    message: 'The burst has 100,001 buyers; a replay shows at most 100,000.',
  });
});

it('says of a text that it is no burst’s file', () => {
  expect(() => readBurst('<html>')).toThrow(BurstFileFault);
  expect(() => readBurst('<html>')).toThrow(/could not be read: .*line 1/);
});
