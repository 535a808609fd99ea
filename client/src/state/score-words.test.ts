import { describe, expect, test } from 'vitest';
import type { Burst } from '../api/fragments.ts';
import { scoreWords } from './score-words.ts';

const scoreboard: Burst['scoreboard'] = {
  told: 60,
  confirmed: 60,
  tableShows: 1,
  oversold: 59,
  rejected: 0,
  indeterminate: 0,
  failed: 0,
  maxRetries: 0,
  elapsedMs: 1_234,
  p50Ms: 9.24,
  p95Ms: 38,
  p99Ms: null,
  maxMs: null,
};
const burst = (given: Partial<Burst>): Burst => ({
  id: 'b1',
  round: 2,
  state: 'SETTLED',
  buyers: 60,
  resolved: 60,
  seed: 1,
  note: null,
  reconciled: true,
  sha256: null,
  engine: { id: 'dynamodb' },
  seatId: 'A1',
  histogram: { edgesMs: [1, 10], counts: [0] },
  scoreboard,
  ...given,
});

describe('scoreWords', () => {
  test('a settled burst at a seat', () => {
    expect(scoreWords(burst({}))).toEqual({
      title: '60 buyers, seat A1',
      figures: [
        { value: '60', label: 'buyers believe', odd: false },
        { value: '60', label: 'ledger holds', odd: false },
        { value: '1', label: 'table shows', odd: true },
        { value: '59', label: 'it hides', odd: true },
      ],
      notes: ['no retries', '0 told “taken”', '1.23 s in all'],
      reconciled: true,
    });
  });

  test('while it runs nothing is called reconciled', () => {
    const running = burst({ state: 'RUNNING', resolved: 34, reconciled: null });
    expect(scoreWords(running)).toMatchObject({
      title: '34 of 60 buyers answered',
      notes: ['no retries', '0 told “taken”'],
      reconciled: null,
    });
    const unread = { ...running, scoreboard: { ...scoreboard, tableShows: 0 } };
    expect(scoreWords(unread).figures.slice(2)).toEqual([
      { value: '–', label: 'table shows', odd: false },
    ]);
  });

  test('where all agree, nothing is hidden and nothing is odd', () => {
    const right = { ...scoreboard, told: 1, confirmed: 1, oversold: 0, rejected: 59 };
    expect(scoreWords(burst({ scoreboard: right })).figures).toEqual([
      { value: '1', label: 'buyer believes', odd: false },
      { value: '1', label: 'ledger holds', odd: false },
      { value: '1', label: 'table shows', odd: false },
    ]);
  });

  test('a difference is said, before anything else', () => {
    const { notes, reconciled } = scoreWords(
      burst({ reconciled: false, note: 'A Region is down.' }),
    );
    expect(reconciled).toBe(false);
    expect(notes.slice(0, 3)).toEqual([
      'A Region is down.',
      'scoreboard and Witness count differently',
      'no retries',
    ]);
  });

  test('lost answers, failures and retries are said', () => {
    const hard = { ...scoreboard, indeterminate: 1, failed: 2, maxRetries: 1, rejected: 1_000 };
    const { title, notes } = scoreWords(burst({ state: 'FAILED', seatId: null, scoreboard: hard }));
    expect(title).toBe('60 buyers, whole floor: not finished');
    expect(notes).toEqual(['1 answer lost', '2 failed', 'up to 1 retry', '1,000 told “taken”']);
  });

  test('of a burst that failed, what nobody read is no number', () => {
    const failed = burst({ state: 'FAILED', reconciled: null, note: 'The server stopped.' });
    const values = ({ resolved }: Pick<Burst, 'resolved'>): string[] =>
      scoreWords({ ...failed, resolved }).figures.map(({ value }) => value);
    expect(values({ resolved: 60 })).toEqual(['60', '–', '–']);
    expect(values({ resolved: 0 })).toEqual(['–', '–', '–']);
    expect(scoreWords({ ...failed, resolved: 0 }).notes).toEqual(['The server stopped.']);
  });
});
