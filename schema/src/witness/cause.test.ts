// W1: why a sale too many was possible, from the answers and Regions of those before it.
import { describe, expect, it } from 'vitest';
import type { Answer, Cause } from '../domain/index.ts';
import { causeOf, causesOf } from './cause.ts';
import type { SoldTicket } from './records/index.ts';
import { releaseOf, soldTicket, told, untold } from './testing.ts';

const [WEST, EAST] = ['us-west-2', 'us-east-1'];

function sold(
  name: string,
  region: string,
  [callNs, returnNs]: readonly [number, number],
  changes: Partial<Answer> = {},
): SoldTicket {
  const answer = { ...told(name, region, 'CONFIRMED'), callNs, returnNs, ...changes };
  return soldTicket(answer);
}

function givenBack(ticket: SoldTicket, callNs: number): SoldTicket {
  const release = releaseOf(ticket.told ?? told('', '', 'CONFIRMED'), callNs);
  return { ...ticket, release, returned: release };
}

/** Of the last one, after the others, whichever of those was first. */
function expectCause(cause: Cause, ...tickets: SoldTicket[]): void {
  const extra = tickets.pop();
  if (extra === undefined) throw new Error('a sale expected');
  for (const before of [tickets, tickets.toReversed()]) {
    expect(causesOf([extra], [...before, extra])).toEqual([cause]);
    expect(causeOf(extra, [...before, extra])).toEqual(cause);
  }
}

const ana = sold('Ana', WEST, [10, 20]);
const far = sold('Far', EAST, [10, 20]);

describe('W1 the cause of a sale too many', () => {
  it('is a race in its Region, also in one moment, also where another one had returned', () => {
    for (const span of [
      [20, 30],
      [1, 10],
      [12, 15],
    ] as const) {
      expectCause('SAME_REGION_RACE', ana, far, sold('Bo', WEST, span));
    }
    const before = sold('Cy', WEST, [1, 2]);
    expectCause('SAME_REGION_RACE', ana, before, sold('Bo', WEST, [20, 30]));
    // The clock of a history begins at 0.
    expectCause('SAME_REGION_RACE', sold('Ana', WEST, [0, 0]), sold('Bo', WEST, [0, 0]));
  });

  it('is a stale read, where all in its Region had returned, or some', () => {
    expectCause('STALE_READ', ana, far, sold('Bo', WEST, [21, 30]));
    const later = sold('Cy', WEST, [40, 50]);
    expectCause('STALE_READ', ana, later, sold('Bo', WEST, [21, 30]));
    expectCause('STALE_READ', ana, untold(later), sold('Bo', WEST, [21, 30]));
    // It was given back, but only after the next one had it.
    expectCause('STALE_READ', givenBack(ana, 35), far, sold('Bo', WEST, [21, 30]));
  });

  it('is the staleness of another Region, where its own has nothing that could have been seen', () => {
    expectCause('CROSS_REGION_STALENESS', far, sold('Bo', WEST, [21, 30]));
    const earlier = givenBack(sold('Cy', WEST, [1, 2]), 3);
    expectCause('CROSS_REGION_STALENESS', far, earlier, sold('Bo', WEST, [21, 30]));
  });

  it('is unknown without an answer, without anything before it, and against the clock', () => {
    const bo = sold('Bo', WEST, [1, 2]);
    expectCause('UNKNOWN', bo);
    expectCause('UNKNOWN', ana, untold(bo));
    expectCause('UNKNOWN', untold(ana), bo);
    expectCause('UNKNOWN', ana, bo);
    expectCause('UNKNOWN', givenBack(sold('Cy', WEST, [-9, -8]), -7), ana, bo);
    expect(causeOf(bo, [ana])).toBe('UNKNOWN');
  });

  it.each<[string, Partial<Answer>]>([
    ['was lost', { lost: true }],
    ['is missing', { outcome: 'INDETERMINATE' }],
    ['came after two presses', { presses: 2 }],
  ])('is a lost answer, where one of two of its buyer %s', (_, change) => {
    const again = (ticket: SoldTicket) => ({ ...ticket, sale: { ...ticket.sale, id: 'again' } });
    const unsure = sold('Ana', WEST, [10, 20], change);
    expectCause('LOST_ANSWER', unsure, again(ana));
    expectCause('LOST_ANSWER', ana, again(unsure));
    expectCause('LOST_ANSWER', unsure, again(untold(ana)));
    expectCause('LOST_ANSWER', unsure, again(unsure));
    expectCause('LOST_ANSWER', unsure, again(ana), again(ana));
    expectCause('LOST_ANSWER', unsure, { ...again(ana), soldElsewhereBefore: true });
    // Not of the buyer, or not lost.
    expectCause('SAME_REGION_RACE', sold('Bo', WEST, [10, 20], change), ana);
    expectCause('SAME_REGION_RACE', sold('Bo', WEST, [10, 20], change), ana, again(ana));
    expectCause('SAME_REGION_RACE', ana, again(ana));
    expectCause('SAME_REGION_RACE', ana, sold('Bo', WEST, [10, 20], change));
    expectCause('UNKNOWN', unsure);
  });

  it('is the order itself, where that was sold elsewhere before', () => {
    const twice = { ...sold('Bo', WEST, [12, 22]), soldElsewhereBefore: true };
    expectCause('DUPLICATE_ORDER', ana, twice);
    expectCause('DUPLICATE_ORDER', twice);
  });

  it('is found for each one by those before it only', () => {
    const tickets = [
      ...[ana, sold('Bo', EAST, [15, 25]), sold('Cy', EAST, [26, 30]), sold('Di', WEST, [5, 12])],
    ];
    expect(causesOf(tickets.slice(1), tickets)).toEqual([
      ...['CROSS_REGION_STALENESS', 'STALE_READ', 'SAME_REGION_RACE'],
    ]);
    expect(causesOf([], tickets)).toEqual([]);
  });
});
