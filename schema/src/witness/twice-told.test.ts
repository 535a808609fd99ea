// Orders that were told two things: which of them counts does not depend on which was heard first.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../domain/index.ts';
import { judge } from './index.ts';
import { inputOf, seatA1, told } from './testing.ts';
import type { Finding, WitnessInput } from './types.ts';

const at = (answer: Answer, callNs: number, returnNs: number): Answer => ({
  ...answer,
  ...{ callNs, returnNs },
});
const ana = at(told('Ana', 'us-east-1', 'CONFIRMED'), 100, 200);
const cy = (outcome: Answer['outcome'], callNs: number, returnNs: number): Answer => ({
  ...at(told('Cy', 'us-east-2', outcome), callNs, returnNs),
  rejectionReason: outcome === 'REJECTED' ? 'SEAT_TAKEN' : null,
});

/** Ana has the seat; what is found must be the same when these are heard in the other order. */
function found(answers: readonly Answer[], changes: Partial<WitnessInput> = {}): Finding {
  const [one, other] = [answers, answers.toReversed()].map((some) =>
    judge(inputOf(seatA1([ana, ...some], [ana], ana), changes)),
  );
  if (one === undefined) throw new Error('a finding expected');
  expect(one).toEqual(other);
  return one;
}

describe('W5 of an order that was told two things', () => {
  it('W5 does not hold a rejection against it that a confirmation took back', () => {
    const { callNs, returnNs } = ana;
    const rejected = { ...ana, outcome: 'REJECTED' as const, callNs: 1, returnNs: 9 };
    expect(found([rejected])).toMatchObject({ result: 'LINEARIZABLE', wrongRejections: 0 });
    const other = { ...rejected, orderId: 'other', callNs, returnNs };
    expect(found([rejected, other])).toMatchObject({ result: 'LINEARIZABLE', breaches: [] });
  });

  it('W5 takes the rejection, whenever it failed as well', () => {
    for (const failed of [cy('FAILED', 150, 160), cy('FAILED', 0, 2)]) {
      expect(found([cy('REJECTED', 1, 9), failed]).breaches).toMatchObject([
        { rule: 'W5', entries: [{ outcome: 'REJECTED', returnNs: 9 }, { buyer: 'Ana' }] },
      ]);
    }
  });

  it('W5 takes the later of two rejections', () => {
    const [early, late] = [cy('REJECTED', 1, 9), cy('REJECTED', 1, 150)];
    expect(found([early, late])).toMatchObject({ result: 'LINEARIZABLE', wrongRejections: 0 });
    expect(found([early, cy('REJECTED', 1, 20)]).breaches).toMatchObject([
      { rule: 'W5', entries: [{ returnNs: 20 }, { buyer: 'Ana' }] },
    ]);
  });

  it('W5 takes the reason of the limit over that of the seat', () => {
    const limited = { ...cy('REJECTED', 1, 9), rejectionReason: 'FAN_LIMIT' as const };
    expect(found([limited, cy('REJECTED', 1, 9)])).toMatchObject({ wrongRejections: 0 });
    const changes = { rule: { seatsPerFan: 1 } };
    expect(found([limited, cy('REJECTED', 1, 9)], changes).reasons).toEqual([
      'Cy (us-east-2) was told at A1 that 1 seat a fan are bought, but at most 0 can have been.',
    ]);
  });

  it('W5 shows one of two reads that differ in nothing else', () => {
    const read = (status: Answer['read']): Answer => ({ ...cy('REJECTED', 1, 9), read: status });
    const entry = (...reads: Answer['read'][]) => found(reads.map(read)).breaches[0]?.entries[0];
    expect(entry('SOLD', 'AVAILABLE')?.read).toBe('AVAILABLE');
    expect(entry('SOLD', null)?.read).toBe(null);
  });
});
