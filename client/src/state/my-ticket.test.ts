import { LIMITS } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import type { PurchaseAnswer } from '../api/orders.ts';
import {
  afterAnswer,
  canSendAgain,
  checked,
  effortWords,
  ticketWords,
  type MyTicket,
} from './my-ticket.ts';

const sent: MyTicket = {
  orderId: 'mine',
  engine: 'dsql',
  engineName: 'Aurora DSQL',
  seat: 'A1',
  seatLabel: 'Seat A1',
  buyer: 'Ana',
  region: 'us-east-1',
  state: { kind: 'SENDING' },
  ledger: null,
};
const sale = (orderId: string, round = 2) => ({
  orderId,
  seat: 'A1',
  round,
  buyer: 'Ana',
  region: 'us-east-1',
});
type Outcome = Extract<PurchaseAnswer, { __typename: 'Purchase' }>['outcome'];
const answered = (outcome: Outcome): MyTicket =>
  afterAnswer(sent, {
    __typename: 'Purchase',
    orderId: 'mine',
    outcome,
    attempts: 2,
    conflicts: ['40001 OC000'],
    latencyMs: 12.34,
    sale: outcome === 'CONFIRMED' ? sale('mine') : null,
  });

describe('a ticket', () => {
  test('that the ledger has alone is the visitor’s alone', () => {
    const ticket = checked(answered('CONFIRMED'), 2, [sale('mine')]);
    expect(ticketWords(ticket)).toMatchObject({
      tone: 'good',
      headline: 'The seat is yours alone',
    });
    expect(effortWords(ticket)).toBe('2 attempts, 12 ms');
  });

  test('that others hold too says so', () => {
    const ticket = checked(answered('CONFIRMED'), 2, [sale('a'), sale('mine'), sale('b')]);
    expect(ticketWords(ticket)).toEqual({
      tone: 'bad',
      headline: 'Sold to others too',
      detail: '2 other buyers hold this seat as well.',
    });
  });

  test('that the ledger lacks is said to be lacking', () => {
    const ticket = checked(answered('CONFIRMED'), 2, [sale('a')]);
    expect(ticketWords(ticket)).toMatchObject({
      tone: 'bad',
      headline: 'The ledger does not know your ticket',
    });
  });

  test('is not called lacking when the list of tickets was cut', () => {
    const many = Array.from({ length: LIMITS.holders.max }, (_, at) => sale(`o${at}`));
    const ticket = checked(answered('CONFIRMED'), 2, many);
    expect(ticket.ledger?.mine).toBeNull();
    expect(ticketWords(ticket)).toMatchObject({ headline: 'Sold to others too' });
  });

  test('of an earlier round is neither good nor lost', () => {
    const ticket = checked(answered('CONFIRMED'), 3, []);
    expect(ticketWords(ticket)).toMatchObject({
      tone: 'plain',
      detail: 'It was for round 2; the seat is in round 3 now.',
    });
  });

  test('that is confirmed but not read back yet claims no more than that', () => {
    expect(ticketWords(answered('CONFIRMED')).headline).toBe('You hold a ticket');
  });
});

describe('an order', () => {
  test.each([
    ['REJECTED', 'plain', 'Already taken', false],
    ['FAILED', 'plain', 'Not bought', false],
    ['INDETERMINATE', 'waiting', 'The answer was lost', true],
  ] as const)('answered %s', (outcome, tone, headline, again) => {
    expect(ticketWords(answered(outcome))).toMatchObject({ tone, headline });
    expect(canSendAgain(answered(outcome))).toBe(again);
  });

  test('without an answer can be sent again', () => {
    const lost: MyTicket = { ...sent, state: { kind: 'UNANSWERED', reason: 'No network.' } };
    expect(ticketWords(lost)).toMatchObject({ tone: 'waiting', headline: 'No answer came' });
    expect(canSendAgain(lost)).toBe(true);
    expect(canSendAgain(sent)).toBe(false);
  });

  test('that was refused says why', () => {
    const refused = afterAnswer(sent, { __typename: 'OverloadedError', message: 'Too much.' });
    expect(ticketWords(refused)).toEqual({
      tone: 'plain',
      headline: 'Not accepted',
      detail: 'Too much.',
    });
    expect(effortWords(refused)).toBe('');
  });
});
