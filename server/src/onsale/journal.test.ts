import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Order } from '@worldseat/schema/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal, readJournal } from './journal.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worldseat-journal-'));
});
afterEach(() => rm(folder, { recursive: true }));

const order = (id: string): Order => ({ id, seatId: 'A1', buyer: 'Ana', region: 'us-east-1' });
const answer = (id: string): Answer => ({
  orderId: id,
  seatId: 'A1',
  round: 1,
  buyer: 'Ana',
  region: 'us-east-1',
  outcome: 'CONFIRMED',
  rejectionReason: null,
  read: 'AVAILABLE',
  readOrderId: null,
  attempts: 1,
  conflicts: [],
  trace: [{ startNs: 2, readNs: 2, writeNs: 3, endNs: 3, conflict: null }],
  presses: 1,
  lost: false,
  intendedNs: 1,
  callNs: 2,
  returnNs: 3,
});

describe('Journal', () => {
  it('knows after a crash which answers were given and which were not', async () => {
    const path = join(folder, 'purchases.ndjson');
    const { journal } = await Journal.open(path);
    await journal.append({ call: { order: order('1'), round: 1, callNs: 2 } });
    await journal.append({ call: { order: order('2'), round: 1, callNs: 2 } });
    await journal.append({ answer: answer('1') });
    await journal.close();
    await appendFile(path, '{"answer":{"orderId":"2"');

    const again = await Journal.open(path);
    await again.journal.close();
    expect(again.content).toEqual({
      answers: [answer('1')],
      unanswered: [{ order: order('2'), round: 1, callNs: 2 }],
    });
  });

  it('goes on after a torn line: the next line is whole', async () => {
    const path = join(folder, 'purchases.ndjson');
    await appendFile(path, '{"torn":');
    const { journal } = await Journal.open(path);
    await journal.append({ answer: answer('3') });
    await journal.close();
    const again = await Journal.open(path);
    await again.journal.close();
    expect(again.content.answers).toEqual([answer('3')]);
  });

  it('is empty after it was cleared', async () => {
    const path = join(folder, 'purchases.ndjson');
    const { journal } = await Journal.open(path);
    await journal.append({ answer: answer('1') });
    await journal.clear();
    await journal.close();
    const again = await Journal.open(path);
    await again.journal.close();
    expect(again.content).toEqual({ answers: [], unanswered: [] });
  });

  it('keeps the last answer of an order', () => {
    const lost = { ...answer('1'), outcome: 'INDETERMINATE' as const };
    const text = [{ answer: lost }, { answer: answer('1') }].map((l) => `${JSON.stringify(l)}\n`);
    expect(readJournal(text.join('')).answers).toEqual([answer('1')]);
  });

  it('of an earlier version says what it knows, and when only as far as it can', () => {
    const { orderId, seatId, round, buyer, region, outcome, read, attempts, conflicts } =
      answer('1');
    const old = { orderId, seatId, round, buyer, region, outcome, read, attempts, conflicts };
    const lines = [
      { answer: { ...old, intendedNs: 80, callNs: 80, returnNs: 90 } },
      { answer: { ...old, orderId: '2', intendedNs: 10, callNs: 10, returnNs: 15 } },
      { call: { order: order('3'), round: 1 } },
    ];
    const dated = { ...answer('1'), trace: [], callNs: 0, returnNs: 90 };
    expect(readJournal(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))).toEqual({
      answers: [
        { ...dated, intendedNs: 80 },
        { ...dated, orderId: '2', intendedNs: 85 },
      ],
      unanswered: [{ order: order('3'), round: 1, callNs: 0 }],
    });
  });
});
