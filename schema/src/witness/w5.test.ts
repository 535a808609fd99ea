import { describe, expect, it } from 'vitest';
import type { Answer } from '../domain/index.ts';
import { judge } from './index.ts';
import { inputOf, releaseOf, saleOf, seatA1, told, type History } from './testing.ts';
import type { WitnessInput } from './types.ts';

const MS = 1e6;

/** Called and returned at these milliseconds. */
const at = (answer: Answer, callMs: number, returnMs: number): Answer => ({
  ...answer,
  callNs: callMs * MS,
  returnNs: returnMs * MS,
});
const ana = at(told('Ana', 'us-east-1', 'CONFIRMED'), 10, 20);
const bo = at(told('Bo', 'us-east-2', 'CONFIRMED'), 40, 50);
const rejected = (name: string, callMs: number, returnMs: number): Answer =>
  at({ ...told(name, 'us-east-2', 'REJECTED'), rejectionReason: 'SEAT_TAKEN' }, callMs, returnMs);

function w5(history: History, changes: Partial<WitnessInput> = {}) {
  const { breaches, wrongRejections, result } = judge(inputOf(history, changes), 'A1');
  const found = breaches.filter(({ rule }) => rule === 'W5');
  return { result, wrongRejections, words: found.map(({ words }) => words) };
}

const fine = { wrongRejections: 0, words: [] };

describe('W5 no rejection of a seat that was free', () => {
  it('W5 proves it by the rejection and by the first order that got the seat', () => {
    const cy = rejected('Cy', 1, 7.6);
    const { breaches, wrongRejections, focus } = judge(
      inputOf(seatA1([ana, cy, rejected('Di', 1, 9), rejected('Eli', 1, 10)], [ana], ana)),
      'A1',
    );
    const place = { seatId: 'A1', round: 4 };
    expect({ breaches, wrongRejections, focus: focus?.result }).toEqual({
      wrongRejections: 2,
      focus: 'VIOLATED',
      breaches: [
        {
          ...{ rule: 'W5', ...place, orderIds: ['order-Cy', 'order-Ana'], cause: null },
          entries: [
            {
              ...{ kind: 'ANSWER', orderId: 'order-Cy', ...place, buyer: 'Cy' },
              ...{ region: 'us-east-2', outcome: 'REJECTED', read: 'AVAILABLE' },
              ...{ callNs: 1 * MS, returnNs: 7.6 * MS },
            },
            {
              ...{ kind: 'ANSWER', orderId: 'order-Ana', ...place, buyer: 'Ana' },
              ...{ region: 'us-east-1', outcome: 'CONFIRMED', read: 'AVAILABLE' },
              ...{ callNs: 10 * MS, returnNs: 20 * MS },
            },
          ],
          words:
            'Cy (us-east-2) was told that A1 of round 4 is taken, but it was free: the first who ' +
            'got it, Ana (us-east-1), called 2.4 ms after that answer; and so was 1 more.',
        },
      ],
    });
  });

  it.each([
    ['overlaps the purchase', rejected('Cy', 1, 10)],
    ['came later', rejected('Cy', 90, 91)],
    ['has no reason, and overlaps', { ...rejected('Cy', 1, 11), rejectionReason: null }],
  ])('W5 finds nothing wrong with a rejection that %s', (_, cy) => {
    expect(w5(seatA1([ana, cy], [ana], ana))).toEqual({ result: 'LINEARIZABLE', ...fine });
  });

  it('W5 takes a rejection without a reason for one of a taken seat', () => {
    const cy = { ...rejected('Cy', 1, 9), rejectionReason: null };
    expect(w5(seatA1([ana, cy], [ana], ana))).toMatchObject({ wrongRejections: 1 });
  });

  it('W5 finds a rejection of a seat that nobody ever held', () => {
    expect(w5(seatA1([rejected('Cy', 1, 2)], [], null)).words).toEqual([
      'Cy (us-east-2) was told that A1 of round 4 is taken, but it was free: nobody ever held it.',
    ]);
  });

  it('W5 excuses a rejection by an order without an answer, if that was called in time', () => {
    const lost = { ...ana, outcome: 'INDETERMINATE' as const };
    const verdictOn = (returnMs: number) =>
      w5(seatA1([lost, rejected('Cy', 1, returnMs)], [], null));
    expect(verdictOn(10)).toEqual({ result: 'UNPROVEN', ...fine });
    expect(verdictOn(9).words).toEqual([
      'Cy (us-east-2) was told that A1 of round 4 is taken, but it was free: ' +
        'the first who may have, Ana (us-east-1), called 1 ms after that answer.',
    ]);
  });

  it('W5 lets nobody but the holder excuse it: the other cannot have held the seat before', () => {
    const lost = { ...told('Di', 'us-east-1', 'INDETERMINATE'), callNs: 0 };
    const history = seatA1([lost, ana, rejected('Cy', 1, 9)], [ana], ana);
    expect(w5(history)).toMatchObject({ result: 'VIOLATED', wrongRejections: 1 });
  });

  it('W5 waits while orders run, and over holes in the history', () => {
    const history = seatA1([ana, rejected('Cy', 1, 9)], [ana], ana);
    expect(w5(history, { pending: 1 })).toEqual({ result: 'UNPROVEN', ...fine });
    const holes = ['the file is cut off'];
    expect(w5(history, { holes })).toEqual({ result: 'UNPROVEN', ...fine });
  });

  it('W5 is judged though the ledgers do not agree: every order that may have held it is known', () => {
    const history = seatA1([ana, rejected('Cy', 1, 9)], [ana], ana);
    const ledger = { sales: history.sales, converged: false, unreachable: [] };
    expect(w5(history, { ledger })).toMatchObject({ result: 'VIOLATED', wrongRejections: 1 });
  });

  it('W5 counts the same rejection once, however often it is heard', () => {
    const cy = rejected('Cy', 1, 9);
    expect(w5(seatA1([ana, cy, { ...cy }, cy], [ana], ana)).wrongRejections).toBe(1);
  });
});

describe('W5 of a ticket that was given back and sold again', () => {
  const releases = [releaseOf(ana, 24 * MS, 26 * MS)];
  const both = (...others: Answer[]): History => seatA1([ana, bo, ...others], [ana, bo], bo);

  it.each([
    ['before the return of the release', 26, 39],
    ['after the call of the next', 27, 40],
    ['across it', 1, 60],
  ])('W5 allows a rejection that reaches %s', (_, callMs, returnMs) => {
    const history = both(rejected('Cy', callMs, returnMs));
    expect(w5(history, { releases })).toEqual({ result: 'LINEARIZABLE', ...fine });
  });

  it('W5 finds a rejection between two holders, and names them both', () => {
    const cy = rejected('Cy', 27, 39);
    const { breaches } = judge(inputOf(both(cy), { releases }));
    expect(breaches).toMatchObject([
      {
        orderIds: ['order-Cy', 'order-Ana', 'order-Bo'],
        words:
          'Cy (us-east-2) was told that A1 of round 4 is taken, but it was free: Ana (us-east-1) ' +
          'had given it back 1 ms before that call, and the next who got it, Bo (us-east-2), ' +
          'called 1 ms after that answer.',
      },
    ]);
    expect(breaches[0]?.entries.map(({ kind }) => kind)).toEqual(['ANSWER', 'RELEASE', 'ANSWER']);
  });

  it('W5 finds a rejection after the last one gave it back, unless that may not have happened', () => {
    const history = seatA1([ana, rejected('Cy', 27, 39)], [ana], null);
    expect(w5(history, { releases }).words).toEqual([
      'Cy (us-east-2) was told that A1 of round 4 is taken, but it was free: Ana (us-east-1) ' +
        'had given it back 1 ms before that call, and nobody held it again.',
    ]);
    const lost = [releaseOf(ana, 24 * MS, 26 * MS, 'INDETERMINATE')];
    expect(w5(history, { releases: lost })).toEqual({ result: 'UNPROVEN', ...fine });
  });

  it('W5 names, of two who held it at once and gave it back at once, the one who called first', () => {
    const di = at(told('Di', 'us-east-2', 'CONFIRMED'), 9, 21);
    const history = seatA1([ana, di, rejected('Cy', 27, 39)], [ana, di], null);
    const given = [...releases, releaseOf(di, 25 * MS, 26 * MS)];
    expect(w5(history, { releases: given }).words).toEqual([
      'Cy (us-east-2) was told that A1 of round 4 is taken, but it was free: Di (us-east-2) ' +
        'had given it back 1 ms before that call, and nobody held it again.',
    ]);
  });

  it('W5 knows that a seat cannot be held again before it was given back', () => {
    // Bo called early, but can have got it from 24 on only.
    const early = at(bo, 2, 30);
    const history = seatA1([ana, early, rejected('Cy', 3, 9)], [ana, early], early);
    expect(w5(history, { releases })).toMatchObject({ wrongRejections: 1 });
  });
});

describe('W5 of the limit of a fan', () => {
  const seat = (answer: Answer, seatId: string, outcome: Answer['outcome']): Answer => ({
    ...answer,
    ...{ seatId, orderId: `order-${seatId}`, outcome, buyer: 'Fay' },
    rejectionReason: outcome === 'REJECTED' ? 'FAN_LIMIT' : null,
  });
  const one = seat(ana, 'A1', 'CONFIRMED');
  const two = seat(at(ana, 30, 40), 'A2', 'CONFIRMED');
  const rule = { seatsPerFan: 2 };

  function judged(answers: Answer[], changes: Partial<WitnessInput> = { rule }) {
    const scope = new Map(['A1', 'A2', 'A3'].map((seatId) => [seatId, 4]));
    const sales = answers.filter(({ outcome }) => outcome === 'CONFIRMED').map(saleOf);
    const history: History = { scope, answers, sales, rows: [] };
    const finding = judge(inputOf(history, { tables: [], ...changes }));
    const words = finding.breaches.map((breach) => `${breach.rule} ${breach.words}`);
    return { words, wrongRejections: finding.wrongRejections, reasons: finding.reasons };
  }

  it('W5 finds one that came before the last ticket within the limit was bought', () => {
    const early = seat(at(ana, 21, 29), 'A3', 'REJECTED');
    expect(judged([one, two, early])).toMatchObject({
      wrongRejections: 1,
      words: [
        'W5 Fay (us-east-1) was told at A3 that 2 seats a fan are bought, but the one of A2 was ' +
          'called 1 ms after that answer.',
      ],
    });
    const late = seat(at(ana, 21, 30), 'A3', 'REJECTED');
    expect(judged([one, two, late])).toMatchObject({ wrongRejections: 0, words: [] });
  });

  it('W5 proves it by a ticket that was called after the answer, not in the same moment', () => {
    const three = seat(at(ana, 50, 60), 'A3', 'CONFIRMED');
    const denied = { ...seat(at(ana, 21, 30), 'A1', 'REJECTED'), orderId: 'denied' };
    expect(judged([one, two, three, denied], { rule: { seatsPerFan: 3 } }).words).toEqual([
      'W5 Fay (us-east-1) was told at A1 that 3 seats a fan are bought, but the one of A3 was ' +
        'called 20 ms after that answer.',
    ]);
  });

  it('W5 accuses fans in the order of their names, and each by its first wrong answer', () => {
    const denied = (buyer: string, seatId: string, returnMs: number): Answer => ({
      ...seat(at(ana, 1, returnMs), seatId, 'REJECTED'),
      ...{ buyer, orderId: `order-${buyer}-${seatId}` },
    });
    const answers = [denied('Gus', 'A1', 9), denied('Fay', 'A3', 9), denied('Fay', 'A1', 8)];
    const none = 'that 2 seats a fan are bought, but at most 0 can have been';
    expect(judged(answers)).toMatchObject({
      wrongRejections: 3,
      words: [
        `W5 Fay (us-east-1) was told at A1 ${none}; and so was 1 more.`,
        `W5 Gus (us-east-1) was told at A1 ${none}.`,
      ],
    });
  });

  it('W5 finds one of a fan who never had as many', () => {
    const denied = seat(at(ana, 50, 60), 'A3', 'REJECTED');
    expect(judged([one, denied]).words).toEqual([
      'W5 Fay (us-east-1) was told at A3 that 2 seats a fan are bought, but at most 1 can have been.',
    ]);
    const maybe = { ...two, outcome: 'INDETERMINATE' as const };
    expect(judged([one, maybe, denied]).words).toEqual([]);
  });

  it('W5 is not judged without the rule, and says so', () => {
    const denied = seat(at(ana, 50, 60), 'A3', 'REJECTED');
    expect(judged([one, denied], {})).toMatchObject({
      words: [],
      reasons: [
        'Buyers were turned away by a limit of seats a fan, but the history does not say which.',
        'No seats table was read.',
      ],
    });
  });
});
