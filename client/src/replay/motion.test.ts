import { seededRandom, type Answer } from '@worldseat/schema/domain';
import { expect, it } from 'vitest';
import { BUYER_PHASES } from '../floor/actors.ts';
import { columnsOf } from './burst-columns.ts';
import { Movement, type Motion } from './motion.ts';
import { randomBurst } from './testing.ts';

const PACE = { runNs: 5, conflictNs: 10, lingerNs: 20, leaveNs: 40 };
const BASE = randomBurst(seededRandom(1));

/** What one buyer of A1 does at these moments, and whether it is at its seat. */
function phasesAt(changes: Partial<Answer>, moments: readonly number[], contested = 0): string[] {
  const answer: Answer = {
    ...{ orderId: 'o', seatId: 'A1', round: 2, buyer: 'Ana', region: 'us-east-1' },
    ...{ outcome: 'CONFIRMED', rejectionReason: null, read: 'AVAILABLE', readOrderId: null },
    ...{ attempts: 2, conflicts: ['40001 OC000'], presses: 1, lost: false },
    trace: [
      { startNs: 110, readNs: 130, writeNs: 132, endNs: 150, conflict: '40001 OC000' },
      { startNs: 170, readNs: 180, writeNs: 182, endNs: 190, conflict: null },
    ],
    ...{ intendedNs: 0, callNs: 100, returnNs: 200, ...changes },
  };
  const { orderId: id, seatId, buyer, region } = answer;
  const columns = columnsOf({
    ...BASE,
    orders: [{ id, seatId, buyer, region }],
    answers: [answer],
  });
  const seats = new Uint8Array(columns.venue.seatCount).fill(contested);
  const movement = new Movement(columns, PACE, seats);
  const motion: Motion = { phase: -1, way: 0 };
  return moments.map((atNs) => {
    movement.at(0, atNs, motion);
    const place = motion.way === 0 ? 'gate' : motion.way === 1 ? 'seat' : 'way';
    return `${BUYER_PHASES[motion.phase] ?? 'GONE'} ${place}`;
  });
}

it('waits, runs, reads, writes, is refused, tries again and holds the seat, as was recorded', () => {
  const moments = [0, 99, 104, 110, 129, 130, 149, 150, 155, 161, 170, 180, 195, 200, 219, 221];
  expect(phasesAt({}, moments)).toEqual([
    ...['RUNNING gate', 'RUNNING gate', 'RUNNING way', 'READING seat', 'READING seat'],
    ...['WRITING seat', 'WRITING seat', 'CONFLICT seat', 'CONFLICT way', 'RUNNING seat'],
    ...['READING seat', 'WRITING seat', 'WRITING seat', 'CONFIRMED seat', 'CONFIRMED seat'],
    'GONE seat',
  ]);
});

it('stays beside a contested seat, walks away rejected, and stands where its answer was lost', () => {
  expect(phasesAt({}, [10_000], 1)).toEqual(['CONFIRMED seat']);
  const rejected = phasesAt({ outcome: 'REJECTED' }, [200, 220, 241]);
  expect(rejected.slice(0, 2)).toEqual(['REJECTED seat', 'REJECTED way']);
  expect(rejected[2]).toMatch(/^GONE/);
  expect(phasesAt({ outcome: 'INDETERMINATE' }, [10_000])).toEqual(['INDETERMINATE seat']);
});
