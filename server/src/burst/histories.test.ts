import { completeAnswer, type RecordedAnswer } from '@worldseat/schema/domain';
import { writeHistory, type History } from '@worldseat/schema/history';
import { describe, expect, it } from 'vitest';
import { Histories } from './histories.ts';

const order = { id: 'burst-b-0', seatId: 'A1', buyer: 'Ana', region: 'east' };
const recorded: RecordedAnswer = {
  ...{ orderId: order.id, seatId: 'A1', round: 3, buyer: 'Ana', region: 'east' },
  outcome: 'CONFIRMED',
  read: 'AVAILABLE',
  ...{ attempts: 0, conflicts: [] },
  ...{ intendedNs: 0, callNs: 5, returnNs: 9 },
};

const history = (id: string): History => ({
  header: {
    burst: {
      ...{
        id,
        scenario: 'ONE_SEAT',
        strategy: 'NAIVE',
        seed: 1,
        buyers: 1,
        seatId: 'A1',
        round: 3,
      },
      startedAt: '2026-01-01T00:00:00.000Z',
    },
    engine: {
      ...{ id: 'dsql', name: 'DSQL', consistency: 'snapshot isolation', deployment: 'EMBEDDED' },
      ...{ components: 'of a test', regions: ['east'] },
    },
    settings: { connectionsPerRegion: 8 },
    software: { worldseat: '1', node: 'v24' },
    venue: 'hall',
    rule: null,
  },
  scope: new Map([['A1', 3]]),
  orders: [order],
  answers: [completeAnswer(recorded)],
  releases: [],
  markers: [],
  ledger: { sales: [], converged: true, unreachable: [] },
  tables: [],
  holes: [],
});

function openHistories(files: ReadonlyMap<string, string>) {
  const read: string[] = [];
  const histories = new Histories((id) => {
    read.push(id);
    return Promise.resolve(files.get(id) ?? null);
  });
  return { histories, read };
}

describe('Histories', () => {
  it('gives the file as it is, parsed, and the answers in it', async () => {
    const { text } = writeHistory(history('b'));
    const { histories } = openHistories(new Map([['b', text]]));
    expect(await histories.text('b')).toBe(text);
    expect(await histories.find('b')).toEqual(history('b'));
    expect(await histories.answers('b')).toEqual([completeAnswer(recorded)]);
  });

  it('reads the answers of an earlier version, which wrote nothing else', async () => {
    const { histories } = openHistories(new Map([['old', `${JSON.stringify(recorded)}\n`]]));
    expect(await histories.answers('old')).toEqual([completeAnswer(recorded)]);
    expect([await histories.text('old'), await histories.find('old')]).toEqual([null, null]);
    expect(await histories.answers('none')).toEqual([]);
  });

  it('keeps the four that were asked for last, and nothing that is not there yet', async () => {
    const files = new Map<string, string>();
    const { histories, read } = openHistories(files);
    expect(await histories.find('1')).toBeNull();
    for (const id of ['1', '2', '3', '4', '5']) files.set(id, writeHistory(history(id)).text);
    for (const id of ['1', '2', '3', '4', '1', '5', '1', '2']) await histories.find(id);
    expect(read).toEqual(['1', '1', '2', '3', '4', '5', '2']);
    histories.forget('1');
    await histories.find('1');
    expect(read.at(-1)).toBe('1');
  });

  it('says that a file is damaged, each time', async () => {
    const text = writeHistory(history('b')).text.split('\n').slice(0, 1).join('');
    const { histories } = openHistories(new Map([['b', `${text}\n{"broken"\n`]]));
    await expect(histories.find('b')).rejects.toThrow('line 2');
    await expect(histories.find('b')).rejects.toThrow('line 2');
  });
});
