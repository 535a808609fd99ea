// A recording is its histories byte for byte under one header; what is no recording is refused in
// words with its line, and what is missing never becomes a green tick.
import { describe, expect, it } from 'vitest';
import { judge } from '../witness/index.ts';
import { HistoryFault } from './fault.ts';
import { sha256Of, withHash } from './hash.ts';
import { HISTORY_LIMITS } from './limits.ts';
import { readHistory } from './read.ts';
import { readRecording, writeRecording } from './recording.ts';
import { RECORDING_LIMITS } from './recording-limits.ts';
import { burstAtA1 } from './testing.ts';
import { witnessInputOf } from './witness-input.ts';
import { writeHistory } from './write.ts';

const legal = burstAtA1([
  { name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 5 },
  { name: 'Bo', outcome: 'REJECTED', from: 2, to: 6, changes: { readOrderId: 'order-Ana' } },
]);
const soldTwice = burstAtA1([
  { name: 'Zoë', outcome: 'CONFIRMED', from: 1, to: 5 },
  { name: '東京', outcome: 'CONFIRMED', from: 2, to: 6 },
]);
const [LEGAL, TWICE] = [writeHistory(legal).text, writeHistory(soldTwice).text];
const ABOUT = { title: 'The talk', recordedAt: '2026-01-02T03:04:05.678Z' };
const TEXT = writeRecording({
  ...ABOUT,
  takes: [
    { label: 'one seat', files: [LEGAL, TWICE] },
    { label: 'again', files: [LEGAL] },
  ],
});
const LINES = TEXT.trimEnd().split('\n');

const verdictsOf = (text: string): string[] =>
  readRecording(text).takes.flatMap(({ histories }) =>
    histories.map((history) => judge(witnessInputOf(history), 'A1').result),
  );

function faultOf(act: () => unknown): HistoryFault {
  try {
    act();
  } catch (error) {
    if (error instanceof HistoryFault) return error;
    throw error;
  }
  throw new Error('there was no fault');
}

describe('a recording', () => {
  it('reads back as what was written, and is the same bytes every time', () => {
    expect(readRecording(TEXT)).toEqual({
      ...ABOUT,
      takes: [
        { label: 'one seat', histories: [readHistory(LEGAL), readHistory(TWICE)] },
        { label: 'again', histories: [readHistory(LEGAL)] },
      ],
    });
    expect(verdictsOf(TEXT)).toEqual(['LINEARIZABLE', 'VIOLATED', 'LINEARIZABLE']);
  });

  it('holds each history byte for byte, and states the hash of the whole', () => {
    expect(TEXT.slice(TEXT.indexOf('\n') + 1)).toBe(LEGAL + TWICE + LEGAL);
    expect(LINES[0]).toContain(`{"format":"worldseat-recording","version":1,"sha256":"`);
    expect(LINES[0]).toContain(sha256Of(TEXT));
  });

  it('may be the file of a single burst', () => {
    expect(readRecording(TWICE)).toEqual({
      title: soldTwice.header.engine.name,
      recordedAt: soldTwice.header.burst.startedAt,
      takes: [{ label: '', histories: [readHistory(TWICE)] }],
    });
  });
});

describe('a recording that was changed or cut', () => {
  it('is nowhere proven, whatever was changed, and stays violated where it was', () => {
    const renamed = TEXT.replace('The talk', 'My talk!');
    expect(verdictsOf(renamed)).toEqual(['UNPROVEN', 'VIOLATED', 'UNPROVEN']);
    const swapped = TEXT.replace('Ana', 'Eve');
    const [first] = readRecording(swapped).takes[0]?.histories ?? [];
    expect(first?.holes).toEqual([
      'The content does not match the hash in the header: the file was changed.',
      'The recording does not match the hash in its first line: it was changed.',
    ]);
  });

  it('says how many bursts are missing', () => {
    const short = readRecording(TEXT.slice(0, TEXT.length - LEGAL.length));
    expect(short.takes.map(({ histories }) => histories.length)).toEqual([2]);
    expect(short.takes[0]?.histories[0]?.holes).toEqual([
      'The recording is not whole: it should hold 3 bursts and holds 2.',
    ]);
  });

  it.each(LINES.map((_, at) => at))('cut after line %d it is a fault or nowhere proven', (at) => {
    const cut = LINES.slice(0, at)
      .map((line) => `${line}\n`)
      .join('');
    if (at > 1) expect(verdictsOf(cut)).not.toContain('LINEARIZABLE');
    else expect(faultOf(() => readRecording(cut)).line).toBe(at + 1);
  });

  it('cut inside any line it is a fault or nowhere proven', () => {
    for (let length = 0; length < TEXT.length; length += 37) {
      const cut = TEXT.slice(0, length);
      try {
        expect(verdictsOf(cut), `cut at ${length}`).not.toContain('LINEARIZABLE');
      } catch (error) {
        if (!(error instanceof HistoryFault)) throw error;
        expect(error.line, `cut at ${length}`).toBeLessThanOrEqual(2 + cut.split('\n').length);
      }
    }
  });
});

describe('a text that is no recording', () => {
  it('is refused in the words of a history, which it could also be', () => {
    expect(faultOf(() => readRecording('PK'))).toMatchObject({ code: 'NOT_A_HISTORY', line: 1 });
  });

  it('is refused when it is of a later version', () => {
    const fault = faultOf(() => readRecording(TEXT.replace('"version":1', '"version":2')));
    expect(fault.code).toBe('UNKNOWN_VERSION');
    expect(fault.message).toBe('line 1: expected "version" to be 1, found 2');
  });

  it('names the line of the recording where a history in it is no history', () => {
    const second = LINES.findIndex((line, at) => at > 1 && line.includes('"format"'));
    const at = (line: number, text: string): string => `${LINES.with(line, text).join('\n')}\n`;
    expect(faultOf(() => readRecording(at(1, '{}')))).toMatchObject({
      ...{ code: 'NOT_A_HISTORY', line: 2 },
    });
    const later = at(second, LINES[second]?.replace('"version":1', '"version":9') ?? '');
    expect(faultOf(() => readRecording(later))).toMatchObject({
      ...{ code: 'UNKNOWN_VERSION', line: second + 1, found: 9 },
    });
    expect(faultOf(() => readRecording(at(second + 1, '[]')))).toMatchObject({
      ...{ code: 'MALFORMED', line: second + 2, expected: 'a JSON object' },
    });
  });

  it('names the field of the header that is not as it must be', () => {
    const fault = faultOf(() => readRecording(TEXT.replace('"bursts":2', '"bursts":-1')));
    expect(fault.message).toBe('line 1: expected "bursts" to be a whole number from 0, found -1');
  });
});

describe('the limits of a recording', () => {
  const { takes, bursts, titleLength } = RECORDING_LIMITS;
  const write = (title: string, counts: readonly number[]): string =>
    writeRecording({
      ...{ title, recordedAt: ABOUT.recordedAt },
      takes: counts.map((count) => ({ label: '', files: Array<string>(count).fill(LEGAL) })),
    });

  it('are kept when it is written', () => {
    expect(() => write('x'.repeat(titleLength), Array<number>(takes).fill(1))).not.toThrow();
    expect(faultOf(() => write('x'.repeat(titleLength + 1), [1]))).toMatchObject({
      ...{ code: 'TOO_LARGE', found: titleLength + 1 },
    });
    expect(faultOf(() => write('', Array<number>(takes + 1).fill(1))).code).toBe('TOO_LARGE');
    expect(faultOf(() => write('', [bursts + 1])).message).toContain(`at most ${bursts} bursts`);
  });

  it('are kept when it is read', () => {
    const many = withHash(TEXT.replace('"bursts":2', `"bursts":${bursts}`), '');
    expect(faultOf(() => readRecording(many))).toMatchObject({ code: 'TOO_LARGE', line: 1 });
    const unsaid = TEXT + LEGAL.repeat(bursts - 2);
    expect(faultOf(() => readRecording(unsaid)).message).toContain(`at most ${bursts} bursts`);
    // Of each burst: one seat, and its row in the tables of two Regions.
    expect(() => readRecording(TEXT, 9)).not.toThrow();
    const third = LINES.findLastIndex((line) => line.includes('"format"')) + 1;
    expect(faultOf(() => readRecording(TEXT, 8))).toMatchObject({
      ...{ code: 'TOO_LARGE', line: third },
      expected: 'at most 8 seats and rows of tables in all bursts',
    });
    const long = 'x'.repeat(HISTORY_LIMITS.textLength + 1);
    expect(faultOf(() => readRecording(long))).toMatchObject({ code: 'TOO_LARGE', line: 0 });
  });

  it('a file that is no whole history is not written, and its line is named', () => {
    const lines = LEGAL.trimEnd().split('\n').length;
    const two = (files: readonly string[]) => () =>
      writeRecording({ ...ABOUT, takes: [{ label: '', files }] });
    expect(faultOf(two([LEGAL, 'PK\n']))).toMatchObject({
      ...{ code: 'NOT_A_HISTORY', line: 2 + lines },
    });
    expect(faultOf(two([LEGAL, TWICE.trimEnd()]))).toMatchObject({
      ...{ code: 'MALFORMED', line: 1 + lines + TWICE.trimEnd().split('\n').length },
    });
  });
});
