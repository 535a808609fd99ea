import { describe, expect, it } from 'vitest';
import { judge } from './index.ts';
import { inputOf, rowOf, saleOf, seatA1, told, type History } from './testing.ts';
import type { Finding, WitnessInput } from './types.ts';

const ana = told('Ana', 'us-east-1', 'CONFIRMED');
const bo = told('Bo', 'us-east-2', 'CONFIRMED');
const crowd = Array.from({ length: 58 }, (_, index) =>
  told(`Cy ${index}`, 'us-east-1', 'CONFIRMED'),
);

function brief({ result, reasons, breaches }: Finding): unknown {
  return { result, reasons, rules: breaches.map((breach) => breach.rule) };
}

const proven = { result: 'LINEARIZABLE', reasons: [], rules: [] };
const unproven = (...reasons: string[]): unknown => ({ result: 'UNPROVEN', reasons, rules: [] });
const violated = (rule: string, ...reasons: string[]): unknown => ({
  result: 'VIOLATED',
  reasons,
  rules: [rule],
});

describe('W1 at most one sale per seat and round', () => {
  it('W1 holds with one sale, one owner, and the others rejected', () => {
    const others = [told('Bo', 'us-east-2', 'REJECTED'), told('Cy', 'us-east-1', 'FAILED')];
    expect(brief(judge(inputOf(seatA1([ana, ...others], [ana], ana))))).toEqual(proven);
  });

  it('W1 names the holders of a seat sold twice, and the one that the table shows', () => {
    const finding = judge(inputOf(seatA1([ana, bo], [ana, bo], bo)));
    expect(brief(finding)).toEqual(
      violated(
        'W1',
        'Ana (us-east-1) and Bo (us-east-2) both hold A1 of round 4: ' +
          'their purchases overlapped; the seats table shows only Bo.',
      ),
    );
  });

  it('W1 names two of sixty, and counts the hidden ones', () => {
    const everyone = [ana, bo, ...crowd];
    const finding = judge(inputOf(seatA1(everyone, everyone, bo)), 'A1');
    const holders = everyone.map(saleOf);
    expect({ ...finding, breaches: finding.breaches.length }).toMatchObject({
      result: 'VIOLATED',
      reasons: [
        expect.stringMatching(
          /^A1 was sold 60 times in round 4: .+, .+ and 58 more hold it; .+ shows only Bo\.$/,
        ),
      ],
      sales: 60,
      seatsSold: 1,
      doubleSells: 59,
      hiddenSales: 59,
      breaches: 1,
      focus: { seatId: 'A1', round: 4, confirmed: 60, doubleSells: 59, result: 'VIOLATED' },
    });
    expect(finding.oversold).toEqual([finding.focus]);
    expect(new Set(finding.focus?.holders)).toEqual(new Set(holders));
  });

  it('W1 is a fact even while orders run and Regions are out of reach', () => {
    const input = inputOf(seatA1([], [ana, bo], null), { pending: 58, tables: [] });
    const words = 'Ana (us-east-1) and Bo (us-east-2) both hold A1 of round 4.';
    expect(brief(judge(input))).toEqual(violated('W1', words));
  });

  it('W1 does not add up rounds: a seat sold once in each is sold once', () => {
    const history = seatA1([ana], [ana], ana);
    history.sales.push({ ...saleOf(bo), round: 3 });
    expect(judge(inputOf(history)).sales).toBe(1);
    expect(brief(judge(inputOf(history)))).toEqual(proven);
  });
});

describe('W2 no lost confirmation', () => {
  const lost = seatA1([ana], [], null);

  it('W2 names a buyer who was told CONFIRMED and has no sale', () => {
    expect(brief(judge(inputOf(lost)))).toEqual(
      violated(
        'W2',
        'Ana (us-east-1) was told CONFIRMED for A1 in round 4, ' +
          'but has no sale in the ledger of any Region.',
      ),
    );
  });

  it.each<[string, Partial<WitnessInput>]>([
    ['orders run', { pending: 1 }],
    ['the ledgers differ', { ledger: { sales: [], converged: false, unreachable: [] } }],
    [
      'a ledger is out of reach',
      { ledger: { sales: [], converged: true, unreachable: [{ region: 'x', reason: 'y' }] } },
    ],
  ])('W2 waits while %s', (_, changes) => {
    expect(brief(judge(inputOf(lost, changes)))).toMatchObject({ result: 'UNPROVEN', rules: [] });
  });
});

describe('W3 no ghost ticket', () => {
  it.each(['REJECTED', 'FAILED'] as const)('W3 finds a sale whose buyer was told %s', (outcome) => {
    expect(brief(judge(inputOf(seatA1([{ ...ana, outcome }], [ana], ana))))).toEqual(
      violated(
        'W3',
        'The ledger has 1 sale of A1 in round 4 that no buyer was told of: ' +
          `Ana (us-east-1, was told ${outcome}).`,
      ),
    );
  });

  it('W3 finds a sale that nobody ordered', () => {
    expect(brief(judge(inputOf(seatA1([], [ana], ana))))).toEqual(
      violated(
        'W3',
        'The ledger has 1 sale of A1 in round 4 that no buyer was told of: ' +
          'Ana (us-east-1, no such order is known).',
      ),
    );
  });

  it('W3 excuses a sale whose answer is missing, and says that it is', () => {
    const history = seatA1([{ ...ana, outcome: 'INDETERMINATE' }], [ana], ana);
    expect(brief(judge(inputOf(history)))).toEqual(
      unproven('1 answer is missing (INDETERMINATE): Ana (us-east-1) for A1.'),
    );
  });

  it('W3 is not judged over holes in the history', () => {
    const holes = ['The server stopped during burst 7.'];
    expect(brief(judge(inputOf(seatA1([], [ana], ana), { holes })))).toEqual(unproven(...holes));
  });
});

describe('W4 the seats table agrees with the ledger', () => {
  it('W4 finds an owner to whom no ticket was ever issued', () => {
    const failed = { ...ana, outcome: 'FAILED' as const };
    expect(brief(judge(inputOf(seatA1([failed], [], ana))))).toEqual(
      violated(
        'W4',
        'The seats table says Ana owns A1 in round 4, but no ticket was ever issued ' +
          '(the order failed half-way).',
      ),
    );
  });

  it('W4 finds an owner other than the holder', () => {
    expect(brief(judge(inputOf(seatA1([bo], [bo], ana))))).toEqual(
      violated(
        'W4',
        'The seats table says Ana owns A1 in round 4, but that order has no ticket; ' +
          'Bo (us-east-2) holds a ticket.',
      ),
    );
  });

  it('W4 finds a sold seat that is shown available, or not at all', () => {
    const sold = seatA1([ana], [ana], null);
    const available = 'The seats table says A1 in round 4 is available, but Ana (us-east-1) holds';
    expect(brief(judge(inputOf(sold)))).toEqual(violated('W4', `${available} a ticket.`));
    expect(brief(judge(inputOf({ ...sold, rows: [[], []] })))).toEqual(
      violated('W4', 'The seats table has no seat A1, but Ana (us-east-1) holds a ticket.'),
    );
    expect(judge(inputOf(sold)).hiddenSales).toBe(1);
    expect(judge(inputOf(sold, { pending: 1 })).hiddenSales).toBe(0);
  });

  it('W4 proves it by the row and the first sale, of all that it cannot be true beside', () => {
    const both = [told('Cy', 'us-east-1', 'CONFIRMED'), ana];
    const byWhom = (history: History) =>
      judge(inputOf(history)).breaches.flatMap(({ rule, entries }) =>
        rule === 'W4' ? entries.map(({ kind, buyer }) => [kind, buyer]) : [],
      );
    expect(byWhom(seatA1(both, both, null))).toEqual([
      ['ROW', null],
      ['SALE', 'Ana'],
    ]);
    expect(byWhom(seatA1(both, both, bo))).toEqual([
      ['ROW', 'Bo'],
      ['SALE', 'Ana'],
    ]);
    expect(byWhom({ ...seatA1(both, both, null), rows: [[], []] })).toEqual([['SALE', 'Ana']]);
  });

  it('W4 finds a row left behind in an earlier round, and takes a later one for a stale reading', () => {
    const rowsIn = (round: number): History['rows'] => [
      [rowOf('A1', round, ana)],
      [rowOf('A1', round, ana)],
    ];
    const history = seatA1([ana], [ana], ana);
    expect(brief(judge(inputOf({ ...history, rows: rowsIn(3) })))).toEqual(
      violated('W4', 'The seats table still shows round 3 of A1, which is in round 4.'),
    );
    expect(brief(judge(inputOf({ ...history, rows: rowsIn(5) })))).toEqual(
      unproven('This reading is stale: the seats table shows a later round of 1 seat (A1).'),
    );
  });

  it('W4 finds an owner whose order belongs to somebody else', () => {
    const history = seatA1([ana], [ana], { ...ana, buyer: 'Bo' });
    expect(brief(judge(inputOf(history)))).toEqual(
      violated(
        'W4',
        'The seats table says Bo owns A1 in round 4, but that order has no ticket; ' +
          'Ana (us-east-1) holds a ticket.',
      ),
    );
  });

  it('W4 waits while an answer is missing, orders run, or the Regions differ', () => {
    const history = seatA1([{ ...bo, outcome: 'INDETERMINATE' }], [ana], bo);
    history.answers.push(ana);
    expect(brief(judge(inputOf(history)))).toMatchObject({ result: 'UNPROVEN', rules: [] });
    const running = inputOf(seatA1([ana], [ana], null), { pending: 2 });
    expect(brief(judge(running))).toEqual(unproven('2 orders are still running.'));
  });

  it.each([
    ['status', [rowOf('A1', 4, null)]],
    ['owner', [rowOf('A1', 4, { ...ana, buyer: 'Bo' })]],
    ['order', [rowOf('A1', 4, { ...ana, orderId: 'other' })]],
    ['round', [rowOf('A1', 5, ana)]],
    ['presence', []],
  ])('W4 waits while the rows of two Regions differ in %s', (_, other) => {
    const history = seatA1([ana], [ana], ana);
    const rows = [history.rows[0] ?? [], other];
    const differ = 'The Regions have not converged: their tables differ on 1 seat (A1).';
    expect(brief(judge(inputOf({ ...history, rows })))).toEqual(unproven(differ));
  });

  it('W4 waits while a table is out of reach, whatever the other one shows', () => {
    const unread = { region: 'us-east-2', unreachable: 'connection refused' };
    const tables = [{ region: 'us-east-1', rows: [rowOf('A1', 4, null)] }, unread];
    expect(brief(judge(inputOf(seatA1([ana], [ana], ana), { tables })))).toEqual(
      unproven('The seats table of us-east-2 could not be read: connection refused.'),
    );
  });
});
