// What is no history is refused in words; what is merely missing is a hole, and never a green tick.
import { describe, expect, it } from 'vitest';
import { judge, type Finding } from '../witness/index.ts';
import { HistoryFault } from './fault.ts';
import { Fields } from './fields.ts';
import { withHash, sha256Of } from './hash.ts';
import { HISTORY_LIMITS } from './limits.ts';
import { readTable } from './lines/table.ts';
import { readHistory } from './read.ts';
import { burstAtA1 } from './testing.ts';
import { witnessInputOf } from './witness-input.ts';
import { writeHistory } from './write.ts';

const CHANGED = 'The content does not match the hash in the header: the file was changed.';

const legal = burstAtA1([
  { name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 5 },
  { name: 'Bo', outcome: 'REJECTED', from: 2, to: 6, changes: { readOrderId: 'order-Ana' } },
  { name: 'Cy', outcome: 'REJECTED', from: 3, to: 7, changes: { readOrderId: 'order-Ana' } },
]);
const soldTwice = burstAtA1([
  { name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 5 },
  { name: 'Bo', outcome: 'CONFIRMED', from: 2, to: 6 },
]);
const TEXT = writeHistory(legal).text;
const LINES = TEXT.trimEnd().split('\n');

const judged = (text: string): Finding => judge(witnessInputOf(readHistory(text)), 'A1');

/** The text with one line changed and the hash put right, so that only the line is wrong. */
function withLine(kind: string, change: (line: string) => string): string {
  const index = LINES.findIndex((line) => line.includes(`"line":"${kind}"`));
  const lines = LINES.with(index, change(LINES[index] ?? ''));
  return hashed(`${lines.filter((line) => line !== '').join('\n')}\n`);
}
const hashed = (text: string): string => withHash(text, sha256Of(text));

function faultOf(text: string): HistoryFault {
  try {
    readHistory(text);
  } catch (error) {
    if (error instanceof HistoryFault) return error;
    throw error;
  }
  throw new Error('it was read without a fault');
}

describe('a text that is no history', () => {
  it.each([
    ['nothing', ''],
    ['another format', '{"format":"asciicast","version":3}\n'],
    ['no JSON', 'PK\u0003\u0004'],
    ['a list', '[]'],
  ])('is refused: %s', (_, text) => {
    expect(faultOf(text)).toMatchObject({ code: 'NOT_A_HISTORY', line: 1 });
  });

  it('is refused when it is of a later version', () => {
    const fault = faultOf(TEXT.replace('"version":1', '"version":2'));
    expect(fault).toMatchObject({ code: 'UNKNOWN_VERSION', line: 1 });
    expect(fault.message).toBe('line 1: expected "version" to be 1, found 2');
  });

  it.each([
    ['header', 1, '"seed":7', '"seed":"7"', '"seed" to be a whole number from 0, found 7'],
    ['header', 1, '"NAIVE"', '"CLEVER"', 'one of NAIVE, CONDITIONAL, FOR_UPDATE, COUNTER_ROW'],
    ['scope', 2, '["A1"]', '[["A",1]]', 'made of seat ids and ["prefix", first, last]'],
    ['scope', 2, '[[3,', '[["3",', 'a list of [round, [seat, …]]'],
    ['scope', 2, '["A1"]', '[["A",2,1]]', 'made of seat ids and ["prefix", first, last]'],
    ['scope', 2, '["A1"]', '["A1",["A",1,3]]', '"seats" to be each seat once, found A1'],
    [
      'header',
      1,
      '"settings":{',
      '"settings":null,"s":{',
      '"settings" to be an object, found null',
    ],
    ['header', 1, '2026-01-02T', 'yesterday, ', '"startedAt" to be a moment as in 2026-11-25T18'],
    ['call', 3, '"buyer":"Ana"', '"buyer":null', '"buyer" to be a string, found null'],
    ['call', 3, '"callNs":1000000', '"callNs":1e999', '"callNs" to be a number'],
    ['return', 7, '"outcome":"CONFIRMED"', '"outcome":"YES"', 'one of CONFIRMED, REJECTED'],
    ['return', 7, '"trace":[[', '"trace":[["",', '[startNs, readNs, writeNs, endNs]'],
    ['sale', 11, '"round":3', '"round":-1', '"round" to be a whole number from 0, found -1'],
    ['table', 12, '"rows":[[', '"rows":[[0,', '[seat, round, status, owner, order, region]'],
    ['end', 14, '"lines":14', '"lines":"14"', '"lines" to be a whole number from 0'],
  ])('names the line and what belongs there: %s', (_, line, right, wrong, expected) => {
    expect(LINES[line - 1]).toContain(right);
    const text = LINES.with(line - 1, (LINES[line - 1] ?? '').replace(right, wrong)).join('\n');
    const fault = faultOf(`${text}\n`);
    expect(fault).toMatchObject({ code: 'MALFORMED', line });
    expect(fault.message).toContain(expected);
  });

  it('is refused where a line inside is no JSON, or is there twice', () => {
    expect(faultOf(withLine('sale', () => '{"line":"sale"')).code).toBe('MALFORMED');
    expect(faultOf(withLine('call', (line) => `${line}\n${line}`)).code).toBe('MALFORMED');
    expect(faultOf(withLine('return', (line) => `${line}\n${line}`)).code).toBe('MALFORMED');
    expect(faultOf(withLine('ledger', (line) => `${line}\n${line}`)).code).toBe('MALFORMED');
  });

  it('is told in one short line that is safe to print, whatever is in the file', () => {
    expect(faultOf('').message).toMatch(/, found an empty text$/);
    expect(faultOf('\u001b[2J\u202Ehello\r').message).toMatch(/, found \?\[2J\?hello\?$/);
    const found = [
      ['{"at":0}', 'an object'],
      ['null', 'null'],
      ['['.repeat(100_000) + ']'.repeat(100_000), 'a list'],
    ] as const;
    for (const [given, shown] of found) {
      const wrong = withLine('call', (line) => line.replace('"order":0', `"order":${given}`));
      expect(faultOf(wrong).message).toBe(
        `line 3: expected "order" to be a whole number from 0, found ${shown}`,
      );
    }
  });

  it('is refused where a table is not of the seats that were on sale, each once', () => {
    const stray = '"rest":"AVAILABLE","rows":[["B9",3,"SOLD","Eve","o","us-east-1"],[';
    expect(
      faultOf(withLine('table', (line) => line.replace(/"rest".*"rows":\[\[/, stray))),
    ).toMatchObject({
      ...{ line: 12, expected: '"rows" to be of seats of the scope', found: 'B9' },
    });
    const twice = withLine('table', (line) => line.replace(/"rows":\[(.*)\]\}/, '"rows":[$1,$1]}'));
    expect(faultOf(twice)).toMatchObject({ expected: '"rows" to be one a seat', found: 'A1' });
    const scopeLast = withLine('scope', () => '').replace(
      '{"line":"end"',
      `${LINES[1] ?? ''}\n{"line":"end"`,
    );
    expect(faultOf(scopeLast).message).toContain('"line" to be before every table, found scope');
  });

  it('is refused beyond its limits, with the limit', () => {
    const tooMany = withLine('call', (line) => line.replace('"order":0', '"order":1000000'));
    expect(faultOf(tooMany).message).toContain('expected at most 1000000 orders, found 1000001');
    const seats = withLine('scope', (line) => line.replace('["A1"]', '[["A",1,1000001]]'));
    expect(faultOf(seats).message).toContain('at most 1000000 seats');
    const tables = withLine('table', (line) => `${line}\n`.repeat(HISTORY_LIMITS.tables + 1));
    expect(faultOf(tables).message).toContain('expected at most 100 seats tables');
    const line = ' '.repeat(HISTORY_LIMITS.lineLength + 1);
    expect(faultOf(`${TEXT}${line}`)).toMatchObject({ code: 'TOO_LARGE', line: 15 });
    const text = ' '.repeat(HISTORY_LIMITS.textLength + 1);
    expect(faultOf(text)).toMatchObject({ code: 'TOO_LARGE', line: 0 });
  });
});

describe('rows of tables', () => {
  const scope = new Map(['A', 'B', 'C'].map((seatId) => [seatId, 1]));
  const rows = ['A', 'B'].map((seatId) => [seatId, 1, 'AVAILABLE', null, null, null]);
  const read = (rest: string | null, rowsLeft: number) => () =>
    readTable(new Fields({ region: 'r', rest, rows }, 9), scope, rowsLeft);

  it('have a limit, also when they are written as the rest', () => {
    expect(read(null, 2)()).toMatchObject({ rows: { length: 2 } });
    expect(read('AVAILABLE', 3)()).toMatchObject({ rows: { length: 3 } });
    for (const tooMany of [read(null, 1), read('AVAILABLE', 2)]) {
      expect(tooMany).toThrow('line 9: expected at most 4000000 rows in all seats tables');
    }
  });
});

describe('a file that is not whole', () => {
  it('is whole to begin with', () => {
    expect(readHistory(TEXT).holes).toEqual([]);
    expect(judged(TEXT).result).toBe('LINEARIZABLE');
  });

  it('cut anywhere: UNPROVEN because it ends early, whatever was cut', () => {
    for (let length = (LINES[0] ?? '').length; length < TEXT.length - 1; length += 1) {
      const text = TEXT.slice(0, length);
      const { result, reasons } = judged(text);
      expect(result, `cut to ${length} characters: ${reasons.join(' ')}`).toBe('UNPROVEN');
      expect(reasons.join(' '), `cut to ${length}`).toMatch(/The file ends early/);
    }
  });

  it('without any one of its lines: never LINEARIZABLE, and it says so', () => {
    for (const [index, line] of LINES.entries()) {
      if (index === 0) continue;
      const text = `${LINES.filter((_, other) => other !== index).join('\n')}\n`;
      expect(readHistory(text).holes.join(' '), line).toMatch(/The file ends early/);
      expect(judged(text).result, line).toBe('UNPROVEN');
    }
  });

  it('cut after two sales: VIOLATED, since what is there proves it (W1)', () => {
    const { text } = writeHistory(soldTwice);
    const cut = text.slice(0, text.indexOf('{"line":"table"'));
    expect(judged(cut)).toMatchObject({ result: 'VIOLATED', doubleSells: 1 });
  });

  it('changed: UNPROVEN because of its hash', () => {
    const changed = TEXT.replace('"seed":7', '"seed":8');
    expect(readHistory(changed).holes).toEqual([CHANGED]);
    expect(judged(changed)).toMatchObject({ result: 'UNPROVEN', reasons: [CHANGED] });
  });

  it('with a line of a later version: UNPROVEN, and it names the line', () => {
    const text = withLine('end', () => '{"line":"weather","is":"fine"}\n{"line":"end","lines":15}');
    const hole = 'Line 14 is of a kind that this version does not know: weather.';
    expect(readHistory(text).holes).toEqual([hole]);
    expect(judged(text)).toMatchObject({ result: 'UNPROVEN', reasons: [hole] });
  });

  it('going on after its end: the hash tells', () => {
    expect(readHistory(`${TEXT}{"line":"hole","words":"more"}\n`).holes).toEqual(['more', CHANGED]);
  });

  it('a call without a return is pending', () => {
    const text = withLine('return', () => '').replace('"lines":14', '"lines":13');
    expect(witnessInputOf(readHistory(hashed(text)))).toMatchObject({ pending: 1, holes: [] });
    expect(judged(hashed(text)).result).toBe('UNPROVEN');
  });

  it('orders that are answered or held a seat, but whose call is missing, are told', () => {
    const text = withLine('call', () => '').replace('"lines":14', '"lines":13');
    expect(readHistory(hashed(text)).holes).toEqual([
      'Line 6 answers order 0, whose call is missing.',
      'Line 7 names order 0, whose call is missing.',
      'Line 8 names order 0, whose call is missing.',
    ]);
    const many = Array.from({ length: 30 }, (_, at) => `{"line":"return","order":${at + 9}}`);
    const { holes } = readHistory(withLine('ledger', (line) => [...many, line].join('\n')));
    expect(holes.filter((hole) => /call is missing/.test(hole))).toHaveLength(20);
    expect(holes.at(-1)).toBe('10 more lines are about orders whose calls are missing.');
  });
});
