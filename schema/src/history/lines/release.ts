// A ticket that was given back, with its call and its return.
import type { Release } from '../../domain/index.ts';
import type { Fields } from '../fields.ts';

const RELEASE_OUTCOMES = ['RELEASED', 'INDETERMINATE', 'FAILED'] as const;

export function writeRelease(release: Release): string {
  const { orderId, seatId, round, buyer, region, outcome, callNs, returnNs } = release;
  const fields = { orderId, seatId, round, buyer, region, outcome, callNs, returnNs };
  return JSON.stringify({ line: 'release', ...fields });
}

/** @throws HistoryFault */
export function readRelease(fields: Fields): Release {
  return {
    orderId: fields.text('orderId'),
    seatId: fields.text('seatId'),
    round: fields.whole('round'),
    buyer: fields.text('buyer'),
    region: fields.text('region'),
    outcome: fields.oneOf('outcome', RELEASE_OUTCOMES),
    callNs: fields.number('callNs'),
    returnNs: fields.number('returnNs'),
  };
}
