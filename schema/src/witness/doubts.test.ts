import { describe, expect, it } from 'vitest';
import { judge } from './index.ts';
import { inputOf, releaseOf, rowOf, saleOf, seatA1, told, type History } from './testing.ts';

describe('UNPROVEN', () => {
  it('says everything that is missing', () => {
    const lost = ['Dee', 'Eli', 'Fay', 'Gus'].map((buyer) =>
      told(buyer, 'us-east-1', 'INDETERMINATE'),
    );
    const input = inputOf(seatA1(lost, [], null), {
      ledger: {
        sales: [],
        converged: false,
        unreachable: [{ region: 'us-east-2', reason: 'connection refused' }],
      },
      tables: [{ region: 'us-east-2', unreachable: 'connection refused' }],
      pending: 1_200,
      holes: ['The server stopped during burst 7.'],
    });
    expect(judge(input)).toMatchObject({
      result: 'UNPROVEN',
      breaches: [],
      reasons: [
        '1,200 orders are still running.',
        '4 answers are missing (INDETERMINATE): ' +
          'Dee (us-east-1) for A1, Eli (us-east-1) for A1 and 2 more.',
        'The ledger of us-east-2 could not be read: connection refused.',
        'The seats table of us-east-2 could not be read: connection refused.',
        'The ledgers of the Regions do not show the same sales yet.',
        'The server stopped during burst 7.',
      ],
    });
  });

  it('says that nothing was sold only of a ledger that was read and is at rest', () => {
    const empty = seatA1([], [], null);
    const reasons = (over: Parameters<typeof inputOf>[1]) => judge(inputOf(empty, over)).reasons;
    const unread = {
      sales: [],
      converged: true,
      unreachable: [{ region: 'us-east-1', reason: 'connection refused' }],
    };
    const claim = 'Nothing has been sold yet.';
    expect(reasons({})).toContain(claim);
    expect(reasons({ ledger: unread })).not.toContain(claim);
    const differing = { sales: [], converged: false, unreachable: [] };
    expect(reasons({ ledger: differing })).not.toContain(claim);
    expect(reasons({ pending: 1 })).not.toContain(claim);
  });

  it('counts in words: one, and two', () => {
    const [ana, bo] = ['Ana', 'Bo'].map((name) => told(name, 'us-east-1', 'CONFIRMED', name));
    if (ana === undefined || bo === undefined) throw new Error('two answers expected');
    const scope = new Map([ana, bo].map(({ seatId }) => [seatId, 4]));
    const rows = [[ana, bo].map((answer) => rowOf(answer.seatId, 4, answer))];
    const history = { scope, answers: [bo, ana], sales: [ana, bo].map(saleOf), rows };
    const tables = [{ region: 'us-east-1', rows: rows[0] ?? [] }];
    const releases = [bo, ana].map((answer) => releaseOf(answer, 90, 99, 'INDETERMINATE'));
    expect(judge(inputOf(history, { tables, releases, pending: 1 })).reasons).toEqual([
      '1 order is still running.',
      'Whether 2 tickets were given back is not known (INDETERMINATE): ' +
        'Ana (us-east-1) for Ana and Bo (us-east-1) for Bo.',
    ]);
  });

  it('says of one ticket both that its purchase and that its release has no answer', () => {
    const lost = told('Ana', 'us-east-1', 'INDETERMINATE');
    const releases = [releaseOf(lost, 90, 99, 'INDETERMINATE')];
    const { reasons } = judge(inputOf(seatA1([lost], [], null), { releases }));
    expect(reasons).toEqual([
      'Nothing has been sold yet.',
      '1 answer is missing (INDETERMINATE): Ana (us-east-1) for A1.',
      'Whether 1 ticket was given back is not known (INDETERMINATE): Ana (us-east-1) for A1.',
    ]);
  });

  it('is the verdict on an empty floor, and there is no focus outside the scope', () => {
    const input = inputOf({ scope: new Map(), answers: [], sales: [], rows: [[], []] });
    expect(judge(input, 'A1')).toMatchObject({ reasons: ['No seat is on sale.'], focus: null });
  });
});

describe('many entries', () => {
  const seats = 80;
  const history: History = { scope: new Map(), answers: [], sales: [], rows: [[], []] };
  for (let seat = 0; seat < seats; seat += 1) history.scope.set(`S${seat}`, 4);
  for (let index = 0; index < 100_000; index += 1) {
    const seatId = `S${index % seats}`;
    const answer = told(
      `b${index}`,
      'us-east-1',
      index < 50_000 ? 'CONFIRMED' : 'REJECTED',
      seatId,
    );
    history.answers.push(answer);
    if (answer.outcome === 'CONFIRMED') history.sales.push(saleOf(answer));
  }

  it('100,000 answers are judged, and the evidence stays short', () => {
    const finding = judge(inputOf(history), 'S0');
    expect(finding).toMatchObject({ sales: 50_000, seatsSold: 80, doubleSells: 49_920 });
    expect(finding.reasons.length).toBe(12);
    expect(finding.reasons.at(-1)).toBe('and 149 more');
    expect(finding.reasons.every((reason) => reason.length < 200)).toBe(true);
    expect(finding.reasons[1]).toMatch(/^The seats table has no seat S0/);
    expect(Math.max(...finding.breaches.map(({ orderIds }) => orderIds.length))).toBe(2);
  });
});
