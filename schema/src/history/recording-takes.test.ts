// Takes are read off the histories: the same plan on several engines at about the same time.
import { expect, it } from 'vitest';
import { readRecording } from './recording.ts';
import { recordBursts } from './recording-takes.ts';
import { burstAtA1, HEADER } from './testing.ts';
import { writeHistory } from './write.ts';

function fileOf(engine: string, seed: number, startedAt: string, seatId: string | null): string {
  const history = burstAtA1([{ name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 5 }]);
  return writeHistory({
    ...history,
    header: {
      ...HEADER,
      engine: { ...HEADER.engine, id: engine },
      burst: { ...HEADER.burst, buyers: 2_000, seed, startedAt, seatId },
    },
  }).text;
}

const shape = (files: readonly string[], title: string | null = null) => {
  const recording = readRecording(recordBursts(files, title));
  return {
    title: recording.title,
    recordedAt: recording.recordedAt,
    takes: recording.takes.map(({ label, histories }) => [
      label,
      ...histories.map(({ header }) => `${header.engine.id} ${header.burst.seed}`),
    ]),
  };
};

it('bursts of one seed and moment are a take, by engine; takes come in order of time', () => {
  const files = [
    fileOf('dynamodb', 8, '2026-01-02T03:08:59.999Z', null),
    fileOf('dynamodb', 7, '2026-01-02T03:04:05.700Z', 'A1'),
    fileOf('dsql', 8, '2026-01-02T03:09:00.000Z', null),
    fileOf('dsql', 7, '2026-01-02T03:04:05.678Z', 'A1'),
  ];
  expect(shape(files)).toEqual({
    title: '2,000 buyers, seat A1',
    recordedAt: '2026-01-02T03:04:05.678Z',
    takes: [
      ['2,000 buyers, seat A1', 'dsql 7', 'dynamodb 7'],
      ['2,000 buyers, hall', 'dsql 8', 'dynamodb 8'],
    ],
  });
  expect(recordBursts(files, null)).toBe(recordBursts(files.toReversed(), null));
});

it('another seed, a later moment, or the same engine again is another take', () => {
  const files = [
    fileOf('dsql', 7, '2026-01-02T03:04:05.000Z', 'A1'),
    fileOf('dsql', 7, '2026-01-02T03:04:06.000Z', 'A1'),
    fileOf('dynamodb', 9, '2026-01-02T03:04:06.000Z', 'A1'),
    fileOf('dynamodb', 9, '2026-01-02T03:04:12.000Z', 'A1'),
  ];
  expect(shape(files, 'Mine')).toMatchObject({
    title: 'Mine',
    takes: [
      ['2,000 buyers, seat A1', 'dsql 7'],
      ['2,000 buyers, seat A1', 'dsql 7'],
      ['2,000 buyers, seat A1', 'dynamodb 9'],
      ['2,000 buyers, seat A1', 'dynamodb 9'],
    ],
  });
});
