import { completeAnswer, type Outcome } from '@worldseat/schema/domain';
import type { RoomTicketView } from '@worldseat/schema/services';
import { expect, test } from 'vitest';
import { ManualClock } from '../../../tests/support/manual-clock.ts';
import { isPending } from '../../../tests/support/settled.ts';
import { Tickets } from './tickets.ts';

const ana = { id: 'p1', name: 'Ana' };
const bo = { id: 'p2', name: 'Bo' };
const PAUSE_MS = 100;

const order = (id: string, buyer: string, seatId = 'A1') => ({
  id,
  buyer,
  seatId,
  region: 'us-east-1',
});
const answer = (orderId: string, outcome: Outcome, seatId = 'A1') =>
  completeAnswer({
    ...{ orderId, seatId, round: 2, buyer: 'Ana', region: 'us-east-1', outcome },
    ...{ read: 'AVAILABLE', attempts: 1, conflicts: [] },
    ...{ intendedNs: 0, callNs: 0, returnNs: 5e6 },
  });

/** Follows one person as a phone does. */
function openPhone(person = ana) {
  const clock = new ManualClock();
  const tickets = new Tickets(clock);
  const events = tickets.watch(person)[Symbol.asyncIterator]();
  const next = async (): Promise<RoomTicketView | null | undefined> => {
    const waiting = events.next();
    clock.advance(PAUSE_MS);
    const { value } = (await waiting) as { value: RoomTicketView | null | undefined };
    return value;
  };
  const told = async () => (await next())?.answers;
  return { tickets, events, next, told };
}

const begun = (engineId: string) => ({ id: `${engineId}-burst`, engineId });
const ordered = {
  ...{ engineId: 'dsql', burstId: 'dsql-burst', orderId: 'o1', seatId: 'A1' },
  ...{ region: 'us-east-1', outcome: null, latencyMs: null },
  ...{ holders: null, ownTicket: null, others: [] },
};

test('a phone hears of its order, of its answer, and of what the ledger says in the end', async () => {
  const { tickets, next, told } = openPhone();
  expect(await next()).toBeNull();
  tickets.begin(begun('dsql'), [order('o1', 'Ana'), order('o2', 'Sim')], [ana, bo]);
  expect(await next()).toEqual({ person: 'p1', name: 'Ana', answers: [ordered] });
  tickets.answered(answer('o2', 'REJECTED'));
  tickets.answered(answer('o1', 'INDETERMINATE'));
  const lost = { ...ordered, outcome: 'INDETERMINATE', latencyMs: 5 };
  expect(await told()).toEqual([lost]);
  const sales = ['o7', 'o1', 'o5', 'o3', 'o4'].map((id) => ({ id, buyer: `buyer of ${id}` }));
  tickets.settled([answer('o1', 'CONFIRMED'), answer('o2', 'REJECTED')], () => sales);
  const others = ['buyer of o7', 'buyer of o5', 'buyer of o3'];
  const own = { outcome: 'CONFIRMED', holders: 5, ownTicket: true, others };
  expect(await told()).toEqual([{ ...lost, ...own }]);
  tickets.settled([answer('o1', 'CONFIRMED')], () => null);
  expect(await told()).toEqual([{ ...lost, outcome: 'CONFIRMED' }]);
});

test('a new burst takes the place of the last one on its engine, and of no other', async () => {
  const { tickets, told } = openPhone();
  tickets.begin(begun('dsql'), [order('o1', 'Ana')], [ana]);
  tickets.begin(begun('dynamodb'), [order('o2', 'Ana')], [ana]);
  tickets.begin(begun('dsql'), [order('o3', 'Ana'), order('o4', 'Ana', 'B1')], [ana]);
  const orders = (await told())?.map(({ engineId, orderId }) => [engineId, orderId]);
  expect(orders).toEqual([
    ['dynamodb', 'o2'],
    ['dsql', 'o3'],
    ['dsql', 'o4'],
  ]);
  // Answers that come late, of a burst that is over, are of no order any more.
  tickets.answered(answer('o1', 'CONFIRMED'));
  tickets.begin(begun('dsql'), [order('o5', 'Bo')], [ana, bo]);
  expect((await told())?.map(({ orderId }) => orderId)).toEqual(['o2']);
});

test('who left hears no more and is not held on to', async () => {
  const { tickets, events, next } = openPhone();
  await next();
  tickets.begin(begun('dsql'), [order('o1', 'Ana')], [ana]);
  await next();
  expect(tickets.isWatched('p1')).toBe(true);
  tickets.forget('p1');
  expect(await events.next()).toEqual({ done: true, value: undefined });
  expect(tickets.isWatched('p1')).toBe(false);
  const again = tickets.watch(ana)[Symbol.asyncIterator]();
  expect(await again.next()).toEqual({ done: false, value: null });
  tickets.answered(answer('o1', 'CONFIRMED'));
  expect(await isPending(again.next())).toBe(true);
});

test('one person has few phones; closing ends them all', async () => {
  const { tickets, events, next } = openPhone();
  for (let phone = 2; phone <= 4; phone += 1) tickets.watch(ana);
  expect(() => tickets.watch(ana)).toThrow(/limit of 4/);
  await next();
  tickets.close();
  expect(await events.next()).toEqual({ done: true, value: undefined });
});
