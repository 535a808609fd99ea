import { describe, expect, it } from 'vitest';
import { CAUSES, type Answer, type Attempt, type Cause } from '../domain/index.ts';
import { judge } from './index.ts';
import { inputOf, releaseOf, saleOf, seatA1, told } from './testing.ts';
import type { WitnessInput } from './types.ts';

const MS = 1e6;
const [WEST, EAST] = ['us-east-1', 'us-east-2'];

/** Confirmed, called and returned at these milliseconds. */
function bought(name: string, region: string, callMs: number, returnMs: number): Answer {
  const times = { callNs: callMs * MS, returnNs: returnMs * MS };
  return { ...told(name, region, 'CONFIRMED'), ...times };
}

/** Its one attempt read and wrote at these milliseconds. */
function traced(answer: Answer, readMs: number, writeMs: number): Answer {
  const { callNs: startNs, returnNs: endNs } = answer;
  const attempt: Attempt = {
    ...{ startNs, endNs, conflict: null },
    ...{ readNs: readMs * MS, writeNs: writeMs * MS },
  };
  return { ...answer, trace: [attempt] };
}

function judged(answers: Answer[], changes: Partial<WitnessInput> = {}) {
  return judge(inputOf(seatA1(answers, answers, answers.at(-1) ?? null), changes));
}

const causeCounts = (counts: Partial<Record<Cause, number>>) => ({
  ...Object.fromEntries(CAUSES.map((cause) => [cause, 0])),
  ...counts,
});

describe('W1 the cause of a sale too many', () => {
  const ana = bought('Ana', WEST, 10, 20);
  const storm = { ...bought('Ana', WEST, 30, 40), orderId: 'order-again', presses: 2 };

  it.each<[Cause, Answer]>([
    ['SAME_REGION_RACE', bought('Bo', WEST, 20, 30)],
    ['STALE_READ', bought('Bo', WEST, 21, 30)],
    ['CROSS_REGION_STALENESS', bought('Bo', EAST, 15, 30)],
    ['LOST_ANSWER', storm],
    ['LOST_ANSWER', { ...storm, presses: 1, lost: true }],
  ])('W1 %s, by the recorded answers and Regions', (cause, other) => {
    const { breaches, causes, doubleSells } = judged([ana, other]);
    expect({ cause: breaches[0]?.cause, causes, doubleSells }).toEqual({
      ...{ cause, causes: causeCounts({ [cause]: 1 }), doubleSells: 1 },
    });
  });

  it('W1 UNKNOWN, where no answer was recorded', () => {
    const bo = bought('Bo', EAST, 15, 30);
    const { causes } = judge(inputOf(seatA1([ana], [ana, bo], bo), { pending: 1 }));
    expect(causes).toEqual(causeCounts({ UNKNOWN: 1 }));
  });

  it('W1 DUPLICATE_ORDER, where its order has a sale of another seat already', () => {
    const bo = bought('Bo', EAST, 15, 30);
    const history = seatA1([ana, bo], [ana, bo], bo);
    history.scope.set('A2', 4);
    history.sales.push({ ...saleOf(bo), seatId: 'A2', soldAtMs: 0 });
    expect(judge(inputOf(history)).causes).toEqual(causeCounts({ DUPLICATE_ORDER: 1 }));
  });

  it('W1 every sale but the first has a cause, and they sum up to the double sells', () => {
    const many = [
      ...[ana, bought('Bo', WEST, 12, 22), bought('Cy', EAST, 14, 24), bought('Di', EAST, 30, 34)],
      bought('Eli', WEST, 40, 44),
    ];
    const { causes, doubleSells } = judged(many);
    const expected = { SAME_REGION_RACE: 1, CROSS_REGION_STALENESS: 1, STALE_READ: 2 };
    expect({ causes, doubleSells }).toEqual({ causes: causeCounts(expected), doubleSells: 4 });
  });
});

describe('W1 how both got it', () => {
  const ana = bought('Ana', WEST, 10, 20);
  const sentence = (...answers: Answer[]) => judged(answers).reasons[0];
  const hold = 'Ana (us-east-1) and Bo (us-east-2) both hold A1 of round 4';
  const only = 'the seats table shows only Bo.';

  it('W1 says that both read before either wrote only where the traces prove it', () => {
    const bo = bought('Bo', EAST, 12, 22);
    const both = 'both read it available before either wrote';
    expect(sentence(traced(ana, 13, 16), traced(bo, 15, 18))).toBe(`${hold}: ${both}; ${only}`);
    const overlapped = `${hold}: their purchases overlapped; ${only}`;
    expect(sentence(traced(ana, 13, 15), traced(bo, 15, 18))).toBe(overlapped);
    expect(sentence(traced(ana, 13, 16), { ...traced(bo, 15, 18), read: 'SOLD' })).toBe(overlapped);
    expect(sentence(ana, traced(bo, 15, 18))).toBe(overlapped);
  });

  it('W1 says how long after the return of the one the other read, or called', () => {
    const bo = bought('Bo', EAST, 25, 40);
    expect(sentence(ana, traced(bo, 32.4, 35))).toBe(
      `${hold}: Bo read it available 12.4 ms after Ana's purchase had returned; ${only}`,
    );
    expect(sentence(ana, bo)).toBe(
      `${hold}: Bo called 5 ms after Ana's purchase had returned; ${only}`,
    );
  });

  it('W1 does not take a lost answer for the end of a purchase, nor the same moment for later', () => {
    const overlapped = `${hold}: their purchases overlapped; ${only}`;
    const bo = bought('Bo', EAST, 25, 40);
    expect(sentence({ ...ana, lost: true }, bo)).toBe(overlapped);
    expect(sentence({ ...ana, outcome: 'INDETERMINATE' }, bo)).toBe(overlapped);
    expect(sentence(ana, bought('Bo', EAST, 20, 40))).toBe(overlapped);
    expect(sentence(ana, traced(bought('Bo', EAST, 15, 40), 20, 30))).toBe(overlapped);
  });

  it('W1 says how often it was sold, and of two of them how', () => {
    const many = Array.from({ length: 33 }, (_, at) => bought(`B${at + 10}`, WEST, at, 50 + at));
    expect(judged(many).reasons).toEqual([
      'A1 was sold 33 times in round 4: B10 (us-east-1), B11 (us-east-1) and 31 more hold it; ' +
        'of B10 and B11, their purchases overlapped; the seats table shows only B42.',
    ]);
    expect(judged(many).breaches[0]?.entries).toMatchObject([
      { kind: 'SALE', buyer: 'B10' },
      { kind: 'SALE', buyer: 'B11' },
    ]);
  });
});

describe('W1 and W4 of tickets that were given back', () => {
  const ana = bought('Ana', WEST, 10, 20);
  const bo = bought('Bo', EAST, 25, 40);
  const cy = bought('Cy', WEST, 60, 70);

  it('W1 allows a seat to be sold again once it may have been given back', () => {
    for (const outcome of ['RELEASED', 'INDETERMINATE'] as const) {
      const releases = [releaseOf(ana, 40 * MS, 50 * MS, outcome)];
      expect(judged([ana, bo], { releases })).toMatchObject({ doubleSells: 0, breaches: [] });
    }
  });

  it('W1 finds two who held it at the same time, and proves that giving it back came too late', () => {
    const releases = [releaseOf(ana, 41 * MS, 50 * MS)];
    const { breaches, doubleSells } = judged([ana, bo], { releases });
    expect(doubleSells).toBe(1);
    expect(breaches).toMatchObject([{ rule: 'W1', orderIds: ['order-Ana', 'order-Bo'] }]);
    expect(breaches[0]?.entries.map(({ kind, buyer }) => [kind, buyer])).toEqual([
      ['SALE', 'Ana'],
      ['RELEASE', 'Ana'],
      ['SALE', 'Bo'],
      ['ANSWER', 'Bo'],
    ]);
    expect(breaches[0]?.words).toBe(
      'Ana (us-east-1) and Bo (us-east-2) held A1 of round 4 at the same time: ' +
        "Bo called 5 ms after Ana's purchase had returned; the seats table shows only Bo.",
    );
  });

  it('W1 counts the fewest sales too many: one of three, where two followed each other', () => {
    const releases = [releaseOf(ana, 50 * MS), releaseOf(bo, 50 * MS)];
    expect(judged([ana, bo, cy], { releases })).toMatchObject({ doubleSells: 1 });
    expect(judged([ana, bo, cy])).toMatchObject({ doubleSells: 2 });
    expect(
      judged([ana, bo], { releases: [releaseOf(ana, 50 * MS, 50 * MS, 'FAILED')] }),
    ).toMatchObject({ doubleSells: 1 });
  });

  it('W1 lets a lost purchase take effect late, but before it is given back', () => {
    const lost = { ...ana, lost: true };
    expect(judged([lost, bo], { releases: [releaseOf(bo, 45 * MS)] }).doubleSells).toBe(0);
    const releases = [releaseOf(lost, 42 * MS), releaseOf(bo, 45 * MS)];
    expect(judged([lost, bo], { releases }).doubleSells).toBe(1);
  });

  it('W4 lets the table show a seat available once all of its tickets were given back', () => {
    const shown = (outcome: 'RELEASED' | 'INDETERMINATE' | 'FAILED') => {
      const releases = [releaseOf(ana, 30 * MS, 31 * MS, outcome)];
      const { result, reasons, hiddenSales } = judge(
        inputOf(seatA1([ana], [ana], null), { releases }),
      );
      return { result, reasons, hiddenSales };
    };
    expect(shown('RELEASED')).toEqual({ result: 'LINEARIZABLE', reasons: [], hiddenSales: 0 });
    expect(shown('INDETERMINATE')).toEqual({
      ...{ result: 'UNPROVEN', hiddenSales: 0 },
      reasons: [
        'Whether 1 ticket was given back is not known (INDETERMINATE): Ana (us-east-1) for A1.',
      ],
    });
    expect(shown('FAILED')).toMatchObject({ result: 'VIOLATED', hiddenSales: 1 });
  });

  it('W4 finds an owner who gave the seat back', () => {
    const { breaches } = judge(
      inputOf(seatA1([ana], [ana], ana), { releases: [releaseOf(ana, 30 * MS)] }),
    );
    expect(breaches).toMatchObject([
      {
        rule: 'W4',
        entries: [{ kind: 'ROW' }, { kind: 'RELEASE' }],
        words: 'The seats table says Ana owns A1 in round 4, but Ana (us-east-1) gave it back.',
      },
    ]);
  });
});
