import { completeAnswer, type Answer, type Order } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { AnswerBook, MAX_ANSWERS } from './answers.ts';

const order = (id: string, seatId = 'A1'): Order => ({
  id,
  seatId,
  buyer: 'Ana',
  region: 'us-east-1',
});
const answer = (id: string, round = 1, seatId = 'A1'): Answer =>
  completeAnswer({
    orderId: id,
    seatId,
    round,
    buyer: 'Ana',
    region: 'us-east-1',
    outcome: 'CONFIRMED',
    read: 'AVAILABLE',
    attempts: 1,
    conflicts: [],
    intendedNs: 0,
    callNs: 0,
    returnNs: 0,
  });

describe('AnswerBook', () => {
  it('has an order pending from its call to its answer', () => {
    const book = new AnswerBook();
    book.call(order('1'));
    expect([book.pending, book.room]).toEqual([1, MAX_ANSWERS - 1]);
    book.record(answer('1'));
    expect([book.pending, book.room]).toEqual([0, MAX_ANSWERS - 1]);
  });

  it('has something pending while a burst is about to begin, which ends once', () => {
    const book = new AnswerBook();
    const before = book.edition;
    const end = book.expectOrders();
    expect(book.pending).toBe(1);
    book.call(order('1'));
    end();
    end();
    expect(book.pending).toBe(1);
    // No round was opened: who hears of them need not begin anew.
    expect(book.edition).toBe(before);
  });

  it('is moving while rounds are opened', () => {
    const book = new AnswerBook();
    const before = book.revision;
    book.opening();
    expect(book.pending).toBe(1);
    book.openingEnded();
    expect(book.pending).toBe(0);
    expect(book.revision).not.toBe(before);
  });

  it('replaces the answer of an order when the ledger decides it', () => {
    const book = new AnswerBook();
    book.record({ ...answer('1'), outcome: 'INDETERMINATE' });
    book.record(answer('1'));
    expect(book.within(new Map([['A1', 1]]))).toEqual([answer('1')]);
    expect(book.room).toBe(MAX_ANSWERS - 1);
  });

  it('drops earlier rounds of a seat that is on sale anew, and no other seat', () => {
    const book = new AnswerBook();
    book.record(answer('1'));
    book.record(answer('2', 1, 'B1'));
    book.opened(new Map([['A1', 2]]));
    book.record(answer('3', 2));
    const scope = new Map([
      ['A1', 2],
      ['B1', 1],
    ]);
    expect(book.within(scope).map(({ orderId }) => orderId)).toEqual(['2', '3']);
    expect(book.room).toBe(MAX_ANSWERS - 2);
  });

  it('forgets everything when the whole floor is on sale anew', () => {
    const book = new AnswerBook();
    book.record(answer('1'));
    book.addHole('b1', new Map([['A1', 1]]), 'The server stopped.');
    book.reset();
    const scope = new Map([['A1', 1]]);
    expect([book.within(scope), book.holes(scope), book.room]).toEqual([[], [], MAX_ANSWERS]);
  });

  it('tells of a hole until its last round is past', () => {
    const book = new AnswerBook();
    book.addHole('b1', new Map([['A1', 1]]), 'The server stopped.');
    expect(book.holes(new Map([['A1', 1]]))).toEqual(['The server stopped.']);
    expect(book.holes(new Map([['A1', 2]]))).toEqual([]);
    expect(book.holes(new Map([['A1', 1]]))).toEqual([]);
  });

  it('knows of some seats alone who is under way there', () => {
    const book = new AnswerBook();
    book.call(order('1'));
    book.call(order('2', 'A2'));
    expect(book.pendingIn(new Map([['A2', 1]]))).toBe(1);
    book.record(answer('2', 1, 'A2'));
    expect(book.pendingIn(new Map([['A2', 1]]))).toBe(0);
  });

  it('knows where a lost order may have been sold', () => {
    const book = new AnswerBook();
    const lost: Answer = { ...answer('1'), outcome: 'INDETERMINATE', presses: 2 };
    expect(book.lostIn(lost)).toBeNull();
    book.record(lost, 'us-east-2');
    expect(book.lostIn(lost)).toBe('us-east-2');
    expect(book.lostIn({ ...lost, orderId: '2', presses: 1 })).toBe('us-east-1');
  });

  it('gives the floor no rejection that is by the rule of a burst', () => {
    const book = new AnswerBook();
    const taken: Answer = { ...answer('1'), outcome: 'REJECTED', rejectionReason: 'SEAT_TAKEN' };
    book.record(taken);
    book.record({ ...taken, orderId: '2', rejectionReason: 'FAN_LIMIT' });
    const scope = new Map([['A1', 1]]);
    expect(book.within(scope)).toHaveLength(2);
    expect(book.onFloor(scope)).toEqual([taken]);
  });
});
