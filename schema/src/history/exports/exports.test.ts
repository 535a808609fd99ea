// Exports say to other checkers what the history says: every kind of answer in every format.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../domain/index.ts';
import { burstAtA1 } from '../testing.ts';
import type { History } from '../types.ts';
import { exportHistory } from './index.ts';
import { operationsOf } from './operations.ts';
import { randomBurst } from './random-testing.ts';

const SEEDS = Array.from({ length: 2_000 }, (_, seed) => seed);

const told: History = burstAtA1(
  [
    { name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 4 },
    { name: 'Bo', outcome: 'REJECTED', from: 2, to: 6, changes: { readOrderId: 'order-Ana' } },
    { name: 'Cy', outcome: 'INDETERMINATE', from: 3, to: 5 },
    { name: 'Dee "2"', outcome: 'FAILED', from: 7, to: 8 },
    { name: 'Eli', from: 0, to: 0 },
  ],
  {
    releases: [
      {
        ...{ orderId: 'order-Ana', seatId: 'A1', round: 3, buyer: 'Ana', region: 'us-east-1' },
        ...{ outcome: 'RELEASED', callNs: 9e6, returnNs: 10e6 },
      },
    ],
  },
);

describe('edn', () => {
  it('is a register of nil and 1: buys and releases are cas, rejections read 1 (W1, W5)', () => {
    const order = (name: string): string =>
      `:key ["A1" 3] :order "order-${name}" :buyer "${name}" :region "us-east-1"`;
    expect(exportHistory(told, 'edn').split('\n').map(words)).toEqual([
      `:process 0 :type :invoke :f :cas :value [nil 1] ${order('Ana')}`,
      `:process 4 :type :invoke :f :cas :value [nil 1] ${order('Eli')}`,
      `:process 1 :type :invoke :f :read :value nil ${order('Bo')}`,
      `:process 2 :type :invoke :f :cas :value [nil 1] ${order('Cy')}`,
      `:process 0 :type :ok :f :cas :value [nil 1] ${order('Ana')} :outcome :CONFIRMED`,
      `:process 1 :type :ok :f :read :value 1 ${order('Bo')} :outcome :REJECTED`,
      `:process 3 :type :invoke :f :cas :value [nil 1] ${order('Dee \\"2\\"')}`,
      `:process 3 :type :fail :f :cas :value [nil 1] ${order('Dee \\"2\\"')} :outcome :FAILED`,
      `:process 5 :type :invoke :f :cas :value [1 nil] ${order('Ana')}`,
      `:process 2 :type :info :f :cas :value [nil 1] ${order('Cy')} :outcome :INDETERMINATE`,
      `:process 4 :type :info :f :cas :value [nil 1] ${order('Eli')} :outcome :INDETERMINATE`,
      `:process 5 :type :ok :f :cas :value [1 nil] ${order('Ana')} :outcome :RELEASED`,
      '',
    ]);
  });

  it('counts its operations, in order of time, and uses no process twice', () => {
    for (const seed of SEEDS) {
      const lines = exportHistory(randomBurst(seededRandom(seed)), 'edn')
        .trimEnd()
        .split('\n');
      const events = lines.map(
        (line) => /:index (\d+) :time (\d+) :process (\d+)/.exec(line) ?? [],
      );
      const indexes = events.map(([, index]) => Number(index));
      const times = events.map(([, , time]) => Number(time));
      const uses = new Map<string, number>();
      for (const [, , , process = ''] of events) uses.set(process, (uses.get(process) ?? 0) + 1);
      expect(indexes, `seed ${seed}`).toEqual(lines.map((_, index) => index));
      expect(times, `seed ${seed}`).toEqual(times.toSorted((one, other) => one - other));
      expect([...new Set(uses.values())], `seed ${seed}`).toEqual([2]);
    }
  });
});

describe('elle.json', () => {
  it('has what was read and a value of its own for each write', () => {
    const events = JSON.parse(exportHistory({ ...told, releases: [] }, 'elle.json')) as Event[];
    expect(events.map(({ process, type, value }) => [process, type, value])).toEqual([
      [
        0,
        'invoke',
        [
          ['r', 'A1/3', null],
          ['w', 'A1/3', 1],
        ],
      ],
      [1, 'invoke', [['r', 'A1/3', null]]],
      [
        2,
        'invoke',
        [
          ['r', 'A1/3', null],
          ['w', 'A1/3', 3],
        ],
      ],
      [
        0,
        'ok',
        [
          ['r', 'A1/3', null],
          ['w', 'A1/3', 1],
        ],
      ],
      [
        2,
        'info',
        [
          ['r', 'A1/3', null],
          ['w', 'A1/3', 3],
        ],
      ],
      [1, 'ok', [['r', 'A1/3', 1]]],
      [
        3,
        'invoke',
        [
          ['r', 'A1/3', null],
          ['w', 'A1/3', 4],
        ],
      ],
      [
        3,
        'fail',
        [
          ['r', 'A1/3', null],
          ['w', 'A1/3', 4],
        ],
      ],
    ]);
    expect(events.map(({ index }) => index)).toEqual(events.map((_, index) => index));
  });

  it('leaves out reads of a seat that is free for the second time', () => {
    const again = { name: 'Fay', outcome: 'CONFIRMED', from: 11, to: 12 } as const;
    const first = { name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 4 } as const;
    const { releases } = told;
    const events = JSON.parse(
      exportHistory(burstAtA1([first, again], { releases }), 'elle.json'),
    ) as Event[];
    expect(events.map(({ value }) => value)).toEqual([
      [
        ['r', 'A1/3', null],
        ['w', 'A1/3', 1],
      ],
      [
        ['r', 'A1/3', null],
        ['w', 'A1/3', 1],
      ],
      [['w', 'A1/3', 2]],
      [['w', 'A1/3', 2]],
    ]);
  });
});

describe('ops.jsonl', () => {
  it('has call and return of every operation; who was not answered may act until the end', () => {
    const lines = exportHistory(told, 'ops.jsonl').trimEnd().split('\n');
    const operations = lines.map((line) => JSON.parse(line) as OperationLine);
    const summary = operations.map(({ clientId, input, output, callNs, returnNs }) => [
      ...[clientId, input.op, input.buyer, output.effect, output.maybe, callNs, returnNs],
    ]);
    expect(summary).toEqual([
      [0, 'buy', 'Ana', 'HELD', false, 1e6, 4e6],
      [1, 'buy', 'Bo', 'REFUSED', false, 2e6, 6e6],
      [2, 'buy', 'Cy', 'HELD', true, 3e6, 10e6],
      [3, 'buy', 'Dee "2"', 'NONE', false, 7e6, 8e6],
      [4, 'buy', 'Eli', 'HELD', true, 1e6, 10e6],
      [5, 'release', 'Ana', 'FREED', false, 9e6, 10e6],
    ]);
  });

  it('a lost answer whose ticket is in the ledger certainly happened, at some time', () => {
    const history = burstAtA1([
      { name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 2, changes: { lost: true } },
      { name: 'Bo', outcome: 'REJECTED', from: 5, to: 9 },
    ]);
    expect(operationsOf(history)[0]).toMatchObject({ isMaybe: false, callNs: 1e6, returnNs: 9e6 });
  });

  it('a sale of no planned order held the seat too (W1)', () => {
    const ghost = { id: 'ghost', seatId: 'A1', buyer: 'Gus', region: 'us-east-1' };
    const sales = [{ ...ghost, round: 3, attempts: 1, soldAtMs: 1 }];
    const ledger = { sales, converged: true, unreachable: [] };
    const history = burstAtA1([{ name: 'Ana', outcome: 'FAILED', from: 1, to: 2 }], { ledger });
    expect(operationsOf(history)[1]).toMatchObject({ process: 1, effect: 'HELD', isMaybe: false });
  });
});

interface Event {
  readonly index: number;
  readonly process: number;
  readonly type: string;
  readonly value: unknown;
}
interface OperationLine {
  readonly clientId: number;
  readonly input: { readonly op: string; readonly buyer: string };
  readonly output: { readonly effect: string; readonly maybe: boolean };
  readonly callNs: number;
  readonly returnNs: number;
}

/** A line without its vector, index and time. */
function words(line: string): string {
  return line.replace(/^[[ ]\{:index \d+ :time \d+ /, '').replace(/\}\]?$/, '');
}
