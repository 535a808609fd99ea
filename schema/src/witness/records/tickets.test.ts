import { describe, expect, it } from 'vitest';
import type { Answer, Release } from '../../domain/index.ts';
import { releaseOf, saleOf, told } from '../testing.ts';
import * as bits from './ticket-bits.ts';
import { isGhost, isUndecided } from './ticket-bits.ts';
import { NO_ROW } from './ticket-numbers.ts';
import { orderIdOf, type Ticket } from './ticket.ts';
import { Tickets } from './tickets.ts';

const ana = { ...told('Ana', 'us-east-1', 'CONFIRMED'), callNs: 10, returnNs: 20 };
const lost: Answer = { ...ana, outcome: 'INDETERMINATE', callNs: 11 };
const sale = saleOf(ana);
const given = (outcome: Release['outcome']) => releaseOf(ana, 30, 40, outcome);
const nothing: Ticket = {
  ...{ told: null, sale: null, release: null, callNs: -Infinity, returned: null },
  ...{ returnNs: Infinity, soldAtMs: Infinity, region: null, isUnsure: false },
  soldElsewhereBefore: false,
};
const toldAna = { told: ana, callNs: 10, returnNs: 20 };
const ofSale = { sale, soldAtMs: sale.soldAtMs, region: sale.region };

/** The one row of the seat 1, after these were heard. */
function rowAfter(hear: (tickets: Tickets) => void): unknown {
  const tickets = new Tickets(2);
  hear(tickets);
  expect([tickets.size, tickets.find(1, ana.orderId), tickets.orderIdOf(0)]).toEqual([
    ...[1, 0, ana.orderId],
  ]);
  const isConfirmed = tickets.isConfirmed(1, ana.orderId);
  const [known, callNs] = [tickets.bitsOf(0), tickets.callNsOf(0)];
  return { ticket: tickets.ticketOf(0), bits: known, callNs, isConfirmed };
}

describe('one order at one seat is one row', () => {
  it('of what it was told twice, the decided answer is kept, whichever came first', () => {
    for (const answers of [
      [lost, ana],
      [ana, lost],
    ]) {
      const row = rowAfter((tickets) => {
        answers.forEach((answer) => tickets.hearAnswer(1, answer));
      });
      const ticket = { ...nothing, ...toldAna };
      expect(row).toMatchObject({ ticket, callNs: 10, isConfirmed: true });
    }
  });

  it('of two sales, the earlier one', () => {
    const later = { ...sale, soldAtMs: sale.soldAtMs + 1, region: 'us-east-2' };
    for (const sales of [
      [sale, later],
      [later, sale],
    ]) {
      const row = rowAfter((tickets) => {
        sales.forEach((one) => tickets.hearSale(1, one));
      });
      expect(row).toMatchObject({ ticket: { ...nothing, ...ofSale }, bits: bits.SOLD });
    }
  });

  it.each<[Release['outcome'], Release['outcome'], boolean]>([
    ['RELEASED', 'FAILED', true],
    ['RELEASED', 'INDETERMINATE', true],
    ['FAILED', 'INDETERMINATE', false],
  ])('of two releases, %s over %s', (kept, other, isGivenBack) => {
    for (const outcomes of [
      [kept, other],
      [other, kept],
    ]) {
      const row = rowAfter((tickets) => {
        tickets.hearSale(1, sale);
        outcomes.forEach((outcome) => tickets.hearRelease(1, given(outcome)));
      });
      const release = isGivenBack ? given(kept) : null;
      expect(row).toMatchObject({
        ticket: { ...nothing, ...ofSale, release, returned: given(kept) },
        bits: bits.SOLD | (isGivenBack ? bits.GIVEN_BACK : 0),
        isConfirmed: false,
      });
    }
  });

  it('a release alone is a row, too', () => {
    const row = rowAfter((tickets) => tickets.hearRelease(1, given('RELEASED')));
    const release = given('RELEASED');
    expect(row).toMatchObject({ ticket: { ...nothing, release, returned: release } });
  });

  it('W2 no Region sold what is not in the ledger, whatever else was sold', () => {
    const tickets = new Tickets(2);
    tickets.hearSale(0, { ...sale, id: 'other' });
    tickets.hearAnswer(1, ana);
    expect(tickets.ticketOf(1)).toEqual({ ...nothing, ...toldAna });
  });

  it('W3 what was denied was not told, unless it was confirmed as well', () => {
    const after = (answer: Answer) =>
      rowAfter((tickets) => {
        tickets.hearAnswer(1, answer);
        tickets.deny(0);
      });
    expect(after(lost)).toMatchObject({ ticket: nothing });
    expect(after(ana)).toMatchObject({ ticket: { ...nothing, ...toldAna } });
  });
});

describe('W7 an order at several seats', () => {
  const at = (orderId: string, seatId: string, soldAtMs: number) => ({
    ...sale,
    ...{ id: orderId, seatId, soldAtMs },
  });

  it('has a row at each, found by seat and order', () => {
    const tickets = new Tickets(20);
    // Seat 1 with order "2x", seat 12 with order "x": they are not the same.
    for (const [seat, orderId] of [
      [0, '2x'],
      [1, '2x'],
      [0, 'x'],
      [12, 'x'],
      [12, 'x'],
    ] as const) {
      tickets.hearSale(seat, at(orderId, `S${seat}`, 1));
    }
    const found = [0, 1, 12].map((seat) => ['2x', 'x', 'y'].map((id) => tickets.find(seat, id)));
    expect(found).toEqual([
      [0, 2, NO_ROW],
      [1, NO_ROW, NO_ROW],
      [NO_ROW, 3, NO_ROW],
    ]);
    expect([...tickets.repeatedOrders]).toEqual([
      ['2x', [0, 1]],
      ['x', [2, 3]],
    ]);
    expect([0, 1, 2].map((seat) => [...tickets.rowsOf(seat)])).toEqual([[2, 0], [1], []]);
  });

  it('is in order of sale: by time, then by seat; the first one is the rightful one', () => {
    const tickets = new Tickets(4);
    const sellAt = (seat: number, soldAtMs: number) => {
      tickets.hearSale(seat, at('x', `S${seat}`, soldAtMs));
    };
    sellAt(3, 5);
    sellAt(1, 5);
    tickets.hearAnswer(0, { ...ana, orderId: 'x' });
    sellAt(2, 7);
    const isLater = () => [0, 1, 2, 3].map((row) => tickets.ticketOf(row).soldElsewhereBefore);
    expect(tickets.inOrderOfSale([0, 1, 2, 3])).toEqual([1, 0, 3]);
    expect(isLater()).toEqual([true, false, true, true]);
    // Heard after it was asked: of seat 0, and earlier than all.
    sellAt(0, 1);
    expect(tickets.inOrderOfSale([3, 2, 1, 0])).toEqual([2, 1, 0, 3]);
    expect(isLater()).toEqual([true, true, false, true]);
  });

  it('of several that were not sold, none is later than another', () => {
    const tickets = new Tickets(2);
    for (const seat of [0, 1]) tickets.hearAnswer(seat, lost);
    expect([0, 1].map((row) => tickets.orderIdOf(row))).toEqual([ana.orderId, ana.orderId]);
    tickets.hearSale(0, { ...sale, id: 'other' });
    const isLater = [0, 1, 2].map((row) => tickets.ticketOf(row).soldElsewhereBefore);
    expect(isLater).toEqual([false, false, false]);
  });
});

it('keeps all columns of many rows', () => {
  const tickets = new Tickets(3);
  const answers = Array.from({ length: 150 }, (_, row) => ({
    ...(row % 2 === 0 ? ana : lost),
    ...{ orderId: `order-${row}`, callNs: 1e12 + row },
  }));
  answers.forEach((answer, row) => {
    tickets.hearAnswer(row % 3, answer);
  });
  const rows = [...answers.keys()];
  expect({
    tickets: rows.map((row) => tickets.ticketOf(row).told),
    seats: rows.map((row) => tickets.seatOf(row)),
    callNs: rows.map((row) => tickets.callNsOf(row)),
    bits: rows.map((row) => tickets.bitsOf(row)),
    ofSeat1: [...tickets.rowsOf(1)],
  }).toEqual({
    tickets: answers,
    seats: rows.map((row) => row % 3),
    callNs: rows.map((row) => 1e12 + row),
    bits: rows.map((row) =>
      row % 2 === 0 ? bits.TOLD_CONFIRMED : bits.TOLD_INDETERMINATE | bits.UNSURE,
    ),
    ofSeat1: rows.filter((row) => row % 3 === 1).toReversed(),
  });
});

it('tells by the bits of a row what is undecided, and what is a ghost', () => {
  const { TOLD_CONFIRMED, TOLD_INDETERMINATE, DENIED, SOLD, GIVEN_BACK, UNSURE } = bits;
  const all = Array.from({ length: 64 }, (_, known) => known);
  const has = (known: number, bit: number) => (known & bit) !== 0;
  expect([TOLD_CONFIRMED, TOLD_INDETERMINATE, DENIED, SOLD, GIVEN_BACK, UNSURE]).toEqual([
    ...[1, 2, 4, 8, 16, 32],
  ]);
  for (const known of all) {
    const isOpen = has(known, TOLD_INDETERMINATE) && !has(known, DENIED);
    const isConfirmed = has(known, TOLD_CONFIRMED);
    expect(isUndecided(known), `${known}`).toBe(isOpen && !isConfirmed);
    const isOrphan = !isConfirmed && (has(known, DENIED) || !has(known, TOLD_INDETERMINATE));
    expect(isGhost(known), `${known}`).toBe(has(known, SOLD) && isOrphan);
  }
});

it('names the order by its sale, or else by its answer', () => {
  expect(orderIdOf({ ...nothing, told: ana, sale: { ...sale, id: 'sold' } })).toBe('sold');
  expect(orderIdOf({ ...nothing, told: ana })).toBe(ana.orderId);
});
