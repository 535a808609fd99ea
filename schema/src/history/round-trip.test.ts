// A history comes back from its file exactly as it was, and equal histories are equal files.
import { describe, expect, it } from 'vitest';
import { seededRandom, type SeatRow } from '../domain/index.ts';
import { judge } from '../witness/index.ts';
import { sha256Of } from './hash.ts';
import { randomHistory } from './random-testing.ts';
import { readHistory } from './read.ts';
import { burstAtA1, HEADER } from './testing.ts';
import type { History } from './types.ts';
import { witnessInputOf } from './witness-input.ts';
import { writeHistory } from './write.ts';

const SEEDS = Array.from({ length: 1_000 }, (_, seed) => seed);

describe('a history and its file', () => {
  it('reads back what was written, and writes what was read', () => {
    for (const seed of SEEDS) {
      const history = randomHistory(seededRandom(seed));
      const { text, sha256 } = writeHistory(history);
      const back = readHistory(text);
      expect(back, `seed ${seed}`).toStrictEqual(history);
      // Equality of maps does not look at their order.
      expect([...back.scope], `seed ${seed}`).toEqual([...history.scope]);
      expect(writeHistory(back), `seed ${seed}`).toEqual({ text, sha256 });
      expect(sha256Of(text), `seed ${seed}`).toBe(sha256);
    }
  });

  it('is the same bytes for the same history, whatever the order of keys and answers', () => {
    for (const seed of SEEDS) {
      const history = randomHistory(seededRandom(seed));
      const ids = new Set(history.orders.map(({ id }) => id));
      if (ids.size < history.orders.length) continue;
      expect(writeHistory(turned(history)).text, `seed ${seed}`).toBe(writeHistory(history).text);
    }
  });

  it('brings the rows of a whole table into the order of the scope', () => {
    const scope = new Map([
      ['A1', 3],
      ['A2', 3],
    ]);
    const rows = [rowOf('A2'), rowOf('A1')];
    const { text } = writeHistory(burstAtA1([], { scope, tables: [{ region: 'r', rows }] }));
    expect(readHistory(text).tables).toEqual([{ region: 'r', rows: rows.toReversed() }]);
  });

  it('gives the witness all there is: who has no answer is pending', () => {
    const history = burstAtA1([
      { name: 'Ana', outcome: 'CONFIRMED', from: 0, to: 2 },
      { name: 'Bo', from: 1, to: 3 },
    ]);
    const limited = { ...history, header: { ...HEADER, rule: { seatsPerFan: 4 } } };
    const { scope, ledger, answers, releases, tables, holes } = history;
    const input = { scope, ledger, answers, releases, tables, holes, pending: 1 };
    expect(witnessInputOf(history)).toStrictEqual(input);
    expect(witnessInputOf(limited)).toStrictEqual({ ...input, rule: { seatsPerFan: 4 } });
  });

  it('is judged from its file as it is in memory', () => {
    for (const seed of SEEDS.slice(0, 200)) {
      const history = randomHistory(seededRandom(seed));
      const back = readHistory(writeHistory(history).text);
      const focus = [...history.scope.keys()][0];
      const findings = [history, back].map((it) => judge(witnessInputOf(it), focus));
      expect(JSON.stringify(findings[1]), `seed ${seed}`).toBe(JSON.stringify(findings[0]));
    }
  });
});

/** The same history with its settings, answers and unanswered lists built the other way round. */
function turned(history: History): History {
  const settings = Object.fromEntries(Object.entries(history.header.settings).toReversed());
  return {
    ...history,
    header: { ...history.header, settings },
    answers: history.answers.toReversed(),
  };
}

const rowOf = (seatId: string): SeatRow => ({
  ...{ seatId, round: 3, owner: null, orderId: null, region: null },
  status: 'AVAILABLE',
});
