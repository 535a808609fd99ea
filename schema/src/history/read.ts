// A history from its text. What is no history, or too large, is a HistoryFault. What is merely
// missing, or of a later version, becomes a hole: the Witness then says UNPROVEN, with that reason.
import { HistoryFault } from './fault.ts';
import { Fields } from './fields.ts';
import { sha256Of } from './hash.ts';
import { HISTORY_LIMITS } from './limits.ts';
import { assemble } from './assemble.ts';
import { readHeader } from './lines/header.ts';
import { addLine, noParts, type Parts } from './parts.ts';
import type { History } from './types.ts';

/**
 * @param hashOf as sha256Of, for whoever has a faster SHA-256
 * @throws HistoryFault with the line and what was expected there
 */
export function readHistory(text: string, hashOf = sha256Of): History {
  if (text.length > HISTORY_LIMITS.textLength) {
    const expected = `at most ${HISTORY_LIMITS.textLength} characters`;
    throw new HistoryFault('TOO_LARGE', 0, expected, text.length);
  }
  const lines = linesOf(text);
  const first = lines.next();
  const { header, sha256 } = readHeader(first.done === true ? '' : first.value.text);
  const parts = noParts();
  const count = readLines(lines, parts);
  const damage = damageOf(parts, count, () => sha256 === hashOf(text));
  return assemble(header, parts, damage);
}

interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Only the last line of a file that was cut has no line feed. */
  readonly isWhole: boolean;
}

/** Lines that hold nothing are skipped. */
function* linesOf(text: string): Generator<Line, void> {
  let number = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    number += 1;
    if (end - start > HISTORY_LIMITS.lineLength) {
      const expected = `a line of at most ${HISTORY_LIMITS.lineLength} characters`;
      throw new HistoryFault('TOO_LARGE', number, expected, end - start);
    }
    const line = text.slice(start, end);
    if (line.trim() !== '') yield { number, text: line, isWhole: feed >= 0 };
    start = end + 1;
  }
}

/** @returns how many lines there are, the header included */
function readLines(lines: Generator<Line, void>, parts: Parts): number {
  let count = 1;
  for (const line of lines) {
    const value = parse(line);
    if (value === undefined) break;
    count += 1;
    addLine(parts, new Fields(value, line.number));
  }
  return count;
}

/** Undefined: the file was cut in the middle of this line. */
function parse({ text, number, isWhole }: Line): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!isWhole) return undefined;
    throw new HistoryFault('MALFORMED', number, 'a JSON object', text);
  }
}

function damageOf({ statedLines }: Parts, count: number, isAsHashed: () => boolean): string[] {
  if (statedLines === null) {
    return [`The file ends early: it has ${count} lines and no line says that it is the end.`];
  }
  const damage: string[] = [];
  if (count < statedLines) {
    damage.push(`The file ends early: it should have ${statedLines} lines and has ${count}.`);
  }
  if (!isAsHashed()) {
    damage.push('The content does not match the hash in the header: the file was changed.');
  }
  return damage;
}
