import { expect, test } from 'vitest';
import type { RoomAnswer } from '../api/room-tickets.ts';
import { answersByEngine } from './engine-answers.ts';

const DSQL = { id: 'dsql', name: 'Aurora DSQL' };
const answer = (seat: string, engine: RoomAnswer['engine']): RoomAnswer => ({
  ...{ engine, seat, outcome: 'CONFIRMED', holders: 2, ownTicket: true, others: ['Bo'] },
  burst: seat === 'A3' ? { state: 'RUNNING' } : null,
});

test('orders are gathered by engine', () => {
  const answers = [answer('A1', DSQL), answer('A2', null), answer('A3', DSQL)];
  const facts = { outcome: 'CONFIRMED', holders: 2, own: true, others: ['Bo'] };
  expect(answersByEngine(answers)).toEqual([
    {
      engine: 'dsql',
      name: 'Aurora DSQL',
      orders: [
        { ...facts, seat: 'A1', ended: true },
        { ...facts, seat: 'A3', ended: false },
      ],
    },
    {
      engine: '',
      name: 'An engine that is closed',
      orders: [{ ...facts, seat: 'A2', ended: true }],
    },
  ]);
});
