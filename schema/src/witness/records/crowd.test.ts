import { expect, it } from 'vitest';
import { told } from '../testing.ts';
import { Crowd, isFanLimit, isTaken } from './crowd.ts';

const rejected = { ...told('Cy', 'us-east-1', 'REJECTED'), rejectionReason: 'SEAT_TAKEN' } as const;
const limited = { ...rejected, rejectionReason: 'FAN_LIMIT' } as const;

it.each([0, 1, 300])('keeps every answer, in order of arrival, with room for %i', (room) => {
  const crowd = new Crowd(room);
  const answers = Array.from({ length: 200 }, (_, at) => ({
    ...(at % 70 === 69 ? limited : rejected),
    orderId: `order-${at}`,
    returnNs: 1_000_000_000_000 + at,
  }));
  answers.forEach((answer, at) => {
    crowd.hearAnswer(at % 7, answer);
  });
  const rows = [...answers.keys()];
  expect({
    size: crowd.size,
    answers: rows.map((row) => crowd.answerOf(row)),
    seats: [...crowd.seat.slice(0, crowd.size)],
    returnNs: [...crowd.returnNs.slice(0, crowd.size)],
    ofFanLimit: crowd.ofFanLimit,
  }).toEqual({
    size: 200,
    answers,
    seats: rows.map((row) => row % 7),
    returnNs: answers.map(({ returnNs }) => returnNs),
    ofFanLimit: [69, 139],
  });
  expect(() => crowd.answerOf(200)).toThrow(new RangeError('there is no row 200'));
});

it('has the room that was asked for at once, and doubles it when it is full', () => {
  const crowd = new Crowd(100);
  expect([crowd.seat.length, crowd.returnNs.length]).toEqual([100, 100]);
  for (let row = 0; row <= 100; row += 1) crowd.hearAnswer(0, rejected);
  expect([crowd.seat.length, crowd.returnNs.length]).toEqual([200, 200]);
  expect(new Crowd(0).seat.length).toBe(64);
});

it('W5 tells rejections by the seat from those by the limit, and from what failed', () => {
  const failed = { ...limited, outcome: 'FAILED' } as const;
  const bare = { ...rejected, rejectionReason: null };
  const answers = [rejected, bare, limited, failed];
  expect(answers.map(isTaken)).toEqual([true, true, false, false]);
  expect(answers.map(isFanLimit)).toEqual([false, false, true, false]);
});
