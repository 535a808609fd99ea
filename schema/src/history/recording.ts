// Several bursts as one file, for a talk: a header, then the history of each burst byte for byte, so
// that each keeps its own hash and can be cut out again. Like a history it holds no verdict. What is
// merely missing becomes a hole of the histories that are there, and the Witness says so.
import { HistoryFault } from './fault.ts';
import { sha256Of, withHash } from './hash.ts';
import { HISTORY_LIMITS } from './limits.ts';
import { readHeader } from './lines/header.ts';
import { readRecordingHeader, writeRecordingHeader } from './recording-header.ts';
import { readHistory } from './read.ts';
import { RECORDING_LIMITS } from './recording-limits.ts';
import { HISTORY_FORMAT, type History } from './types.ts';

/** Bursts that were fired together, one for each engine. */
export interface Take {
  /** What a talk calls it; empty: nothing in particular. */
  readonly label: string;
  readonly histories: readonly History[];
}

export interface Recording {
  readonly title: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** In the order of the talk; none is empty. */
  readonly takes: readonly Take[];
}

export interface RecordingFiles {
  readonly title: string;
  readonly recordedAt: string;
  /** Of each take: the whole files of its histories. */
  readonly takes: readonly { readonly label: string; readonly files: readonly string[] }[];
}

/**
 * The same files are always the same bytes.
 * @throws HistoryFault with the line of the recording: NOT_A_HISTORY, UNKNOWN_VERSION or MALFORMED
 * when a file is no history or was cut, TOO_LARGE beyond RECORDING_LIMITS or HISTORY_LIMITS
 */
export function writeRecording({ title, recordedAt, takes }: RecordingFiles): string {
  const counts = takes.map(({ label, files }) => ({ label, bursts: files.length }));
  const header = `${writeRecordingHeader({ title, recordedAt, takes: counts })}\n`;
  const files = takes.flatMap((take) => take.files);
  let line = 2;
  for (const file of files) {
    checkFile(file, line);
    line += countLines(file);
  }
  const text = header + files.join('');
  checkLength(text);
  return withHash(text, sha256Of(text));
}

/**
 * Also reads the file of a single burst.
 * @param mostSeats for tests: of RECORDING_LIMITS
 * @throws HistoryFault with the line of this text
 */
export function readRecording(text: string, mostSeats: number = RECORDING_LIMITS.seats): Recording {
  checkLength(text);
  const end = text.indexOf('\n');
  const header = readRecordingHeader(end < 0 ? text : text.slice(0, end));
  if (header === null) return ofOneBurst(readHistory(text));
  const parts = end < 0 ? [] : partsOf(text, end + 1);
  if (parts.length === 0) throw new HistoryFault('MALFORMED', 2, 'the history of a burst');
  const planned = header.takes.reduce((sum, { bursts }) => sum + bursts, 0);
  const damage = damageOf(planned, parts.length, header.sha256 === sha256Of(text));
  const histories = readParts(parts, mostSeats).map((history) => withHoles(history, damage));
  const { title, recordedAt } = header;
  return { title, recordedAt, takes: takesOf(header.takes, histories) };
}

function ofOneBurst(history: History): Recording {
  const { burst, engine } = history.header;
  const takes = [{ label: '', histories: [history] }];
  return { title: engine.name, recordedAt: burst.startedAt, takes };
}

interface Part {
  readonly text: string;
  /** The line of the recording before its first. */
  readonly lineBefore: number;
}

/** A line feed is never inside JSON, so a header after one begins a history. */
const NEXT_HISTORY = `\n{"format":"${HISTORY_FORMAT}"`;

function partsOf(text: string, from: number): Part[] {
  const parts: Part[] = [];
  let lineBefore = 1;
  for (let start = from; start < text.length;) {
    const next = text.indexOf(NEXT_HISTORY, start);
    const part = text.slice(start, next < 0 ? text.length : next + 1);
    if (parts.length === RECORDING_LIMITS.bursts) {
      const expected = `at most ${RECORDING_LIMITS.bursts} bursts`;
      throw new HistoryFault('TOO_LARGE', lineBefore + 1, expected);
    }
    parts.push({ text: part, lineBefore });
    lineBefore += countLines(part);
    start += part.length;
  }
  return parts;
}

/** Few characters can stand for many seats: all of them together have a limit too. */
function readParts(parts: readonly Part[], mostSeats: number): History[] {
  let seats = 0;
  return parts.map(({ text, lineBefore }) => {
    const history = atLine(lineBefore, () => readHistory(text));
    seats += history.scope.size;
    for (const table of history.tables) seats += 'rows' in table ? table.rows.length : 0;
    if (seats <= mostSeats) return history;
    const expected = `at most ${mostSeats} seats and rows of tables in all bursts`;
    throw new HistoryFault('TOO_LARGE', lineBefore + 1, expected);
  });
}

/** Faults name the line of the recording, not of the history in it. */
function atLine<Result>(lineBefore: number, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HistoryFault) || error.line === 0) throw error;
    const { code, line, expected, found } = error;
    throw new HistoryFault(code, line + lineBefore, expected, found);
  }
}

function damageOf(planned: number, found: number, isAsHashed: boolean): string[] {
  if (found !== planned) {
    const should = `it should hold ${planned} bursts and holds ${found}`;
    return [`The recording is not whole: ${should}.`];
  }
  if (isAsHashed) return [];
  return ['The recording does not match the hash in its first line: it was changed.'];
}

function withHoles(history: History, damage: readonly string[]): History {
  return damage.length === 0 ? history : { ...history, holes: [...history.holes, ...damage] };
}

/** What no take speaks for belongs to the last one. */
function takesOf(planned: RecordingTakes, histories: readonly History[]): Take[] {
  let from = 0;
  const takes = planned.map(({ label, bursts }, at) => {
    const to = at === planned.length - 1 ? histories.length : from + bursts;
    const take = { label, histories: histories.slice(from, to) };
    from = to;
    return take;
  });
  return takes.filter((take) => take.histories.length > 0);
}

type RecordingTakes = readonly { readonly label: string; readonly bursts: number }[];

function checkFile(file: string, line: number): void {
  atLine(line - 1, () => readHeader(file.slice(0, Math.max(0, file.indexOf('\n')))));
  if (file.endsWith('\n')) return;
  const last = line + countLines(file);
  throw new HistoryFault('MALFORMED', last, 'a file that ends with a line feed');
}

function checkLength(text: string): void {
  if (text.length <= HISTORY_LIMITS.textLength) return;
  const expected = `at most ${HISTORY_LIMITS.textLength} characters`;
  throw new HistoryFault('TOO_LARGE', 0, expected, text.length);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
