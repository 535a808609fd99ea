// One order of the plan, and when its buyer first pressed. An order that was never answered has no
// times: nobody noted them.
import type { Answer, FanRule, Order } from '../../domain/index.ts';
import { HistoryFault } from '../fault.ts';
import type { Fields } from '../fields.ts';
import { HISTORY_LIMITS } from '../limits.ts';

export interface Call {
  /** Its place in the plan, from 0. */
  readonly number: number;
  readonly order: Order;
  readonly times: Pick<Answer, 'intendedNs' | 'callNs'> | null;
}

export function writeCall({ number, order, times }: Call): string {
  const { id, seatId, buyer, region, fan } = order;
  return JSON.stringify({
    line: 'call',
    order: number,
    ...{ id, seatId, buyer, region },
    fan: fan && { key: fan.key, limit: fan.limit },
    intendedNs: times?.intendedNs,
    callNs: times?.callNs,
  });
}

/** @throws HistoryFault */
export function readCall(fields: Fields): Call {
  const number = fields.whole('order');
  if (number >= HISTORY_LIMITS.orders) {
    const { orders } = HISTORY_LIMITS;
    throw new HistoryFault('TOO_LARGE', fields.line, `at most ${orders} orders`, number + 1);
  }
  const order = {
    id: fields.text('id'),
    seatId: fields.text('seatId'),
    buyer: fields.text('buyer'),
    region: fields.text('region'),
    ...(fields.has('fan') ? { fan: readFan(fields.inner('fan')) } : {}),
  };
  const times = fields.has('callNs')
    ? { intendedNs: fields.number('intendedNs'), callNs: fields.number('callNs') }
    : null;
  return { number, order, times };
}

function readFan(fields: Fields): FanRule {
  return { key: fields.text('key'), limit: fields.whole('limit') };
}
