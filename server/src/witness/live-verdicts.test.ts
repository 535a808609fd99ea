import { completeAnswer, type Sale, type SeatRow } from '@worldseat/schema/domain';
import { expect, it, vi } from 'vitest';
import { AnswerBook } from './answers.ts';
import { Examiner } from './examine.ts';
import { LedgerFollower } from './follow.ts';
import { LiveVerdicts } from './live-verdicts.ts';

const REGION = 'us-east-1';
const order = { id: 'o1', seatId: 'A1', buyer: 'Ana', region: REGION };
const sale: Sale = { ...order, round: 1, attempts: 1, soldAtMs: 0 };
const row: SeatRow = {
  ...{ seatId: 'A1', round: 1, status: 'SOLD', owner: 'Ana', orderId: 'o1', region: REGION },
};
const told = { orderId: 'o1', seatId: 'A1', round: 1, buyer: 'Ana', region: REGION } as const;
const confirmed = completeAnswer({
  ...told,
  ...{ outcome: 'CONFIRMED', read: 'AVAILABLE', attempts: 1, conflicts: [] },
  ...{ intendedNs: 0, callNs: 0, returnNs: 1 },
});

/** One seat, sold to Ana; the database answers when it is let, and counts how often it was asked. */
function openFloor() {
  const world = { nowMs: 1_000, readings: 0, answers: true, news: [] as string[] };
  const held: (() => void)[] = [];
  const engine = {
    readLedger: async () => {
      world.readings += 1;
      if (!world.answers) await new Promise<void>((go) => held.push(go));
      return { sales: [sale], converged: true, unreachable: [] };
    },
    readTables: () => Promise.resolve([{ region: REGION, rows: [row] }]),
    readBack: () => Promise.resolve([]),
  };
  const answers = new AnswerBook();
  answers.record(confirmed);
  const floor = { scope: new Map([['A1', 1]]) };
  const parts = { engine, floor, answers, nowMs: () => world.nowMs };
  const live = new LiveVerdicts({
    ...parts,
    follower: new LedgerFollower({ ...parts, onChange: () => {}, onFault: () => {} }),
    examiner: new Examiner(parts),
    watched: () => [null],
    publish: (_, { result, readAtMs }) => world.news.push(`${result} read at ${readAtMs}`),
    onFault: (error) => world.news.push(String(error)),
  });
  const close = () => {
    live.close();
    for (const go of held) go();
  };
  return { world, answers, live, close };
}

it('shows a newcomer the last reading at once, while nothing moved, and reads anew', async () => {
  const { world, live, close } = openFloor();
  live.welcome();
  expect(world.news).toEqual([]);
  await vi.waitFor(() => expect(world.news).toEqual(['LINEARIZABLE read at 1000']));
  Object.assign(world, { nowMs: 21_000, answers: false });
  live.welcome();
  expect(world.news).toEqual(['LINEARIZABLE read at 1000', 'LINEARIZABLE read at 1000']);
  await vi.waitFor(() => expect(world.readings).toBe(2));
  close();
});

it('shows no newcomer a reading that is older than others may see', async () => {
  const { world, live, close } = openFloor();
  live.welcome();
  await vi.waitFor(() => expect(world.news).toHaveLength(1));
  Object.assign(world, { nowMs: 21_001, answers: false });
  live.welcome();
  expect(world.news).toHaveLength(1);
  close();
});

it('shows no newcomer a reading from before an order was called', async () => {
  const { world, answers, live, close } = openFloor();
  live.welcome();
  await vi.waitFor(() => expect(world.news).toHaveLength(1));
  answers.call({ ...order, id: 'o2' });
  live.welcome();
  expect(world.news).toHaveLength(1);
  close();
});

it('judges what was read back, and asks no database, while a burst is about to begin', async () => {
  const { world, answers, live, close } = openFloor();
  const begun = answers.expectOrders();
  live.prepare();
  live.welcome();
  await vi.waitFor(() => expect(world.news).toEqual(['UNPROVEN read at 1000']));
  expect(world.readings).toBe(0);
  begun();
  live.poke();
  await vi.waitFor(() => expect(world.news).toContain('LINEARIZABLE read at 1000'));
  close();
});
