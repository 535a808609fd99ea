import { expect, test } from 'vitest';
import { holdersOf, seatInQuestion } from './index.ts';
import { answerOf, historyOf, saleOf, soldTwice } from './testing.ts';

const names = (sales: readonly { readonly buyer: string }[]) => sales.map(({ buyer }) => buyer);

test('holders are all who have a sale, less the one who asks, by name or by order', () => {
  const history = soldTwice();
  expect({
    all: names(holdersOf(history, 'A1')),
    thanAna: names(holdersOf(history, 'A1', 'Ana')),
    thanOrder: names(holdersOf(history, 'A1', 'order-Bo')),
    ofAnother: names(holdersOf(history, 'A2')),
  }).toEqual({ all: ['Ana', 'Bo'], thanAna: ['Bo'], thanOrder: ['Ana'], ofAnother: [] });
});

test('a sale of an earlier round holds nothing, nor does a ticket that was given back', () => {
  const [ana, bo] = [answerOf(), answerOf({ buyer: 'Bo' })];
  const { orderId, seatId, round, buyer, region } = bo;
  const at = { orderId, seatId, round, buyer, region, callNs: 20, returnNs: 30 };
  const history = historyOf([ana, bo]);
  const earlier = { ...saleOf(answerOf({ buyer: 'Di' })), round: 2 };
  const ledger = { ...history.ledger, sales: [...history.ledger.sales, earlier] };
  const after = (outcome: 'RELEASED' | 'FAILED') =>
    names(holdersOf({ ...history, ledger, releases: [{ ...at, outcome }] }, 'A1'));
  expect([after('RELEASED'), after('FAILED')]).toEqual([['Ana'], ['Ana', 'Bo']]);
});

test('the seat in question: the contested one, else the most sold, else the most wanted', () => {
  const named = soldTwice();
  const unnamed = (history: typeof named) => ({
    ...history,
    header: { ...history.header, burst: { ...history.header.burst, seatId: null } },
  });
  const free = answerOf({ buyer: 'Di', seatId: 'A2', outcome: 'REJECTED' });
  const wanted = historyOf([
    answerOf({ outcome: 'FAILED' }),
    free,
    { ...free, orderId: 'order-Ed', buyer: 'Ed' },
  ]);
  expect(
    [named, unnamed(named), unnamed(wanted), unnamed(historyOf([]))].map(seatInQuestion),
  ).toEqual(['A1', 'A1', 'A2', null]);
});
