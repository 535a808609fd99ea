import { writeHistory, writeRecording } from '@worldseat/schema/history';
import { describe, expect, test } from 'vitest';
import { burstAtA1 } from '../../../schema/src/history/testing.ts';
import { addressOf, readText } from './open-recording.ts';

const PAGE = 'http://127.0.0.1:4000/replay';
const burst = burstAtA1([
  { name: 'Ana', outcome: 'CONFIRMED', from: 0, to: 4 },
  { name: 'Bo', outcome: 'REJECTED', from: 1, to: 6 },
]);
const { text: file } = writeHistory(burst);

/** What is said of a text that cannot be opened. */
function refusalOf(text: string): string {
  try {
    readText(text, 'talk.ndjson');
    return 'it was opened';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('readText', () => {
  test('opens a recording with its takes, and the file of one burst as one take', () => {
    const takes = [
      { label: 'one seat', files: [file] },
      { label: 'again', files: [file, file] },
    ];
    const recordedAt = '2026-01-02T03:04:05.678Z';
    const recording = readText(writeRecording({ title: 'Talk', recordedAt, takes }), 'talk.ndjson');
    const { name, title, takes: read } = recording;
    expect({ name, title, bursts: read.map(({ histories }) => histories.length) }).toEqual({
      ...{ name: 'talk.ndjson', title: 'Talk', bursts: [1, 2] },
    });
    expect(readText(file, 'burst.ndjson').takes).toHaveLength(1);
  });

  test('says of a text that is none what is wrong with it, and where', () => {
    expect(refusalOf('{"slides":1}\n')).toMatch(
      /^“talk\.ndjson” is no recording of WorldSeat \(line 1: expected .+\)\.$/,
    );
    expect(refusalOf('')).toMatch(/^“talk\.ndjson” is no recording of WorldSeat/);
    const later = file.replace('"version":1', '"version":9');
    expect(refusalOf(later)).toMatch(/^“talk\.ndjson” was recorded by a newer WorldSeat \(line 1/);
    const [header = '', ...lines] = file.split('\n');
    const damaged = [header, '{"k":"nonsense"', ...lines].join('\n');
    expect(refusalOf(damaged)).toMatch(/^“talk\.ndjson” is damaged \(line 2: expected .+\)\.$/);
  });
});

describe('addressOf', () => {
  test.each([
    ['/recordings/a+b.ndjson', 'http://127.0.0.1:4000/recordings/a+b.ndjson'],
    ['talk.ndjson', 'http://127.0.0.1:4000/talk.ndjson'],
    [`${PAGE}/x`, `${PAGE}/x`],
  ])('takes %s', (src, address) => {
    expect(addressOf(src, PAGE).href).toBe(address);
  });

  test.each(['https://example.org/a.ndjson', '//example.org/a', 'data:text/plain,x', 'http://['])(
    'refuses %s: a link opens nothing of anybody else',
    (src) => {
      expect(() => addressOf(src, PAGE)).toThrow('recordings of this server only');
    },
  );
});
