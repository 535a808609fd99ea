import { completeAnswer, type Answer, type Outcome } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { markersOf } from './markers.ts';

const answer = (orderId: string, outcome: Outcome, seatId: string, returnNs: number): Answer =>
  completeAnswer({
    ...{ orderId, seatId, round: 1, buyer: orderId, region: 'east', outcome, read: null },
    ...{ attempts: 1, conflicts: [], intendedNs: 0, callNs: 0, returnNs },
  });

describe('the markers of a burst', () => {
  it('are the moments at which something is heard first, in order of time', () => {
    const stopped = answer('5', 'REJECTED', 'A3', 45);
    expect(
      markersOf([
        answer('4', 'CONFIRMED', 'A1', 40),
        answer('1', 'REJECTED', 'A1', 10),
        { ...stopped, rejectionReason: 'FAN_LIMIT' },
        answer('2', 'CONFIRMED', 'A1', 20),
        answer('3', 'CONFIRMED', 'A2', 30),
        answer('6', 'CONFIRMED', 'A1', 60),
      ]),
    ).toEqual([
      { atNs: 10, label: 'first answer' },
      { atNs: 20, label: 'first ticket' },
      { atNs: 40, label: 'first seat sold twice' },
      { atNs: 45, label: 'first fan stopped' },
      { atNs: 60, label: 'last answer' },
    ]);
  });

  it('are none of a burst that nobody answered', () => {
    expect(markersOf([])).toEqual([]);
  });
});
