import { completeAnswer, type Order } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { AnswerBook } from '../witness/answers.ts';
import { readScope } from './read-scope.ts';
import type { Trial } from './trial.ts';

const scope = new Map([['A1', 3]]);
const row = (seatId: string) => {
  return { seatId, round: 3, status: 'SOLD' as const, owner: 'Ana', orderId: '1', region: 'east' };
};
const answer = (orderId: string, seatId = 'A1') =>
  completeAnswer({
    ...{ orderId, seatId, round: 3, buyer: orderId, region: 'east', outcome: 'REJECTED' },
    ...{ read: null, attempts: 1, conflicts: [], intendedNs: 0, callNs: 0, returnNs: 1 },
  });
const order = (id: string): Order => ({ id, seatId: 'A1', buyer: id, region: 'east' });

/** A database at rest, and what happens in the answer book during each reading of it. */
function openTrial(during: (book: AnswerBook, reading: number) => void) {
  const answers = new AnswerBook();
  let readings = 0;
  const engine = {
    readLedger: () => {
      readings += 1;
      during(answers, readings);
      return Promise.resolve({ sales: [], converged: true, unreachable: [] });
    },
    readTables: () =>
      Promise.resolve([
        { region: 'east', rows: [row('A1'), row('A2')] },
        { region: 'west', unreachable: 'down' },
      ]),
  };
  return { trial: { engine, answers } as unknown as Trial, readings: () => readings };
}

describe('readScope', () => {
  it('has the rows and the answers of its seats alone', async () => {
    const { trial, readings } = openTrial(() => undefined);
    trial.answers.record(answer('1'));
    trial.answers.record(answer('2', 'A2'));
    expect(await readScope(trial, scope)).toEqual({
      ledger: { sales: [], converged: true, unreachable: [] },
      tables: [
        { region: 'east', rows: [row('A1')] },
        { region: 'west', unreachable: 'down' },
      ],
      answers: [answer('1')],
      moved: false,
    });
    expect(readings()).toBe(1);
  });

  it('reads again when a visitor came and went meanwhile', async () => {
    const { trial, readings } = openTrial((book, reading) => {
      if (reading > 1) return;
      book.call(order('1'));
      book.record(answer('1'));
    });
    const { answers, moved } = await readScope(trial, scope);
    expect([answers, moved, readings()]).toEqual([[answer('1')], false, 2]);
  });

  it('says so when visitors come and go without an end', async () => {
    const { trial, readings } = openTrial((book, reading) => book.call(order(`${reading}`)));
    expect([(await readScope(trial, scope)).moved, readings()]).toEqual([true, 3]);
  });

  it('minds nobody who is at another seat', async () => {
    const { trial } = openTrial((book) => book.call({ ...order('1'), seatId: 'A2' }));
    expect((await readScope(trial, scope)).moved).toBe(false);
  });
});
