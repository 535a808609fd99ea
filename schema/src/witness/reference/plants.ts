// One breach of each rule, to be planted in a legal history: on seats of its own, by buyers of its own,
// so that this rule is broken there and no other. Support of tests; the product never imports it.
import type { Answer, Random } from '../../domain/index.ts';
import type { Rule } from '../types.ts';
import {
  answerOf,
  availableRow,
  pick,
  releaseOf,
  ROUND,
  saleOf,
  soldRow,
  upTo,
  type Draft,
} from './records.ts';

/** @returns the accusation that the Witness has to come to, such as "W1 P1" */
type Plant = (random: Random, draft: Draft) => string;

/** Several ways to break each rule. Those of fans are planted in histories with a rule. */
export const PLANTS: Readonly<Record<Rule, readonly Plant[]>> = {
  W1: [soldTwice, soldBeforeItWasGivenBack],
  W2: [lostConfirmation, lostBesideASale],
  W3: [saleOfNobody, saleOfFailedOrder],
  W4: [otherOwner, shownAvailable, notShown, leftInEarlierRound],
  W5: [rejectedTooEarly, rejectedBetweenHolders, rejectedForNothing, rejectedBelowLimit],
  W6: [oneTicketTooMany],
  W7: [oneOrderTwoSeats],
};

type Times = readonly [callNs: number, returnNs: number];

/** Puts a seat on sale that nobody else wants. The tables show it available. */
function addSeat(draft: Draft, seatId = 'P1'): void {
  draft.scope.set(seatId, ROUND);
  show(draft, seatId, [availableRow(seatId)]);
}

/** Replaces what every table shows of a seat. */
function show(draft: Draft, seatId: string, rows: readonly ReturnType<typeof soldRow>[]): void {
  draft.tables = draft.tables.map((table) =>
    'rows' in table
      ? { ...table, rows: [...table.rows.filter((row) => row.seatId !== seatId), ...rows] }
      : table,
  );
}

function tell(
  random: Random,
  draft: Draft,
  [callNs, returnNs]: Times,
  told: { buyer: string; outcome: Answer['outcome']; seatId?: string; orderId?: string },
): Answer {
  const ids = { seatId: 'P1', orderId: `plant-${told.buyer}` };
  const answer = answerOf(random, { ...ids, ...told, callNs, returnNs });
  draft.answers.push(answer);
  return answer;
}

/** A purchase that everybody sees: told, in the ledger, and in every table. */
function sell(
  random: Random,
  draft: Draft,
  times: Times,
  told: { buyer: string; seatId?: string; orderId?: string },
): Answer {
  const answer = tell(random, draft, times, { ...told, outcome: 'CONFIRMED' });
  draft.sales.push(saleOf(random, answer));
  show(draft, answer.seatId, [soldRow(answer)]);
  return answer;
}

function soldTwice(random: Random, draft: Draft): string {
  addSeat(draft);
  sell(random, draft, [0, 3], { buyer: 'Dee' });
  sell(random, draft, [upTo(random, 9), 9], { buyer: 'Eli' });
  return 'W1 P1';
}

function soldBeforeItWasGivenBack(random: Random, draft: Draft): string {
  addSeat(draft);
  const first = sell(random, draft, [0, 3], { buyer: 'Dee' });
  sell(random, draft, [4, 6], { buyer: 'Eli' });
  draft.releases.push(releaseOf(first, { outcome: 'RELEASED', callNs: 7, returnNs: 8 }));
  return 'W1 P1';
}

function lostConfirmation(random: Random, draft: Draft): string {
  addSeat(draft);
  tell(random, draft, [0, 3], { buyer: 'Dee', outcome: 'CONFIRMED' });
  return 'W2 P1';
}

function lostBesideASale(random: Random, draft: Draft): string {
  tell(random, draft, [0, 3], { buyer: 'Dee', outcome: 'CONFIRMED' });
  addSeat(draft);
  sell(random, draft, [0, 3], { buyer: 'Eli' });
  return 'W2 P1';
}

function saleOfNobody(random: Random, draft: Draft): string {
  addSeat(draft);
  const sold = sell(random, draft, [0, 3], { buyer: 'Dee' });
  draft.answers = draft.answers.filter((answer) => answer !== sold);
  return 'W3 P1';
}

function saleOfFailedOrder(random: Random, draft: Draft): string {
  addSeat(draft);
  const sold = sell(random, draft, [0, 3], { buyer: 'Dee' });
  draft.answers = draft.answers.map((answer) =>
    answer === sold ? { ...sold, outcome: 'FAILED' } : answer,
  );
  return 'W3 P1';
}

function otherOwner(random: Random, draft: Draft): string {
  addSeat(draft);
  const sold = sell(random, draft, [0, 3], { buyer: 'Dee' });
  const other = pick(random, [{ buyer: 'Eli' }, { orderId: 'plant-other' }]);
  show(draft, 'P1', [soldRow({ ...sold, ...other })]);
  return 'W4 P1';
}

function shownAvailable(random: Random, draft: Draft): string {
  addSeat(draft);
  sell(random, draft, [0, 3], { buyer: 'Dee' });
  show(draft, 'P1', [availableRow('P1')]);
  return 'W4 P1';
}

function notShown(random: Random, draft: Draft): string {
  addSeat(draft);
  sell(random, draft, [0, 3], { buyer: 'Dee' });
  show(draft, 'P1', []);
  return 'W4 P1';
}

function leftInEarlierRound(_random: Random, draft: Draft): string {
  addSeat(draft);
  show(draft, 'P1', [availableRow('P1', ROUND - 1)]);
  return 'W4 P1';
}

function rejectedTooEarly(random: Random, draft: Draft): string {
  addSeat(draft);
  tell(random, draft, [upTo(random, 2), 2], { buyer: 'Dee', outcome: 'REJECTED' });
  sell(random, draft, [3, 3 + upTo(random, 3)], { buyer: 'Eli' });
  return 'W5 P1';
}

function rejectedBetweenHolders(random: Random, draft: Draft): string {
  addSeat(draft);
  const first = sell(random, draft, [0, 1], { buyer: 'Dee' });
  draft.releases.push(releaseOf(first, { outcome: 'RELEASED', callNs: 2, returnNs: 3 }));
  tell(random, draft, [4, 4 + upTo(random, 2)], { buyer: 'Fay', outcome: 'REJECTED' });
  sell(random, draft, [7, 8], { buyer: 'Eli' });
  return 'W5 P1';
}

function rejectedForNothing(random: Random, draft: Draft): string {
  addSeat(draft);
  tell(random, draft, [0, 3], { buyer: 'Dee', outcome: 'REJECTED' });
  tell(random, draft, [0, 3], { buyer: 'Eli', outcome: 'FAILED' });
  return 'W5 P1';
}

function rejectedBelowLimit(random: Random, draft: Draft): string {
  addSeat(draft);
  const rejected = tell(random, draft, [0, 3], { buyer: 'Dee', outcome: 'REJECTED' });
  draft.answers = draft.answers.map((answer) =>
    answer === rejected ? { ...rejected, rejectionReason: 'FAN_LIMIT' } : answer,
  );
  for (let ticket = 2; ticket <= draft.seatsPerFan; ticket += 1) sellOther(random, draft, ticket);
  return 'W5 Dee';
}

function oneTicketTooMany(random: Random, draft: Draft): string {
  for (let ticket = 0; ticket <= draft.seatsPerFan; ticket += 1) sellOther(random, draft, ticket);
  return 'W6 Dee';
}

function sellOther(random: Random, draft: Draft, ticket: number): void {
  const ids = { seatId: `P${ticket + 1}`, orderId: `plant-${ticket}` };
  addSeat(draft, ids.seatId);
  sell(random, draft, [0, 3], { ...ids, buyer: 'Dee' });
}

function oneOrderTwoSeats(random: Random, draft: Draft): string {
  for (const [seatId, buyer] of [
    ['P1', 'Dee'],
    ['P2', 'Eli'],
  ] as const) {
    addSeat(draft, seatId);
    sell(random, draft, [0, 3], { seatId, buyer, orderId: 'plant-twice' });
  }
  return 'W7 plant-twice';
}
