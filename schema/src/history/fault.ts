// What is said when a text is no history, or one that is too large to be read: where, and what
// was expected there. Evidence that is merely missing is no fault; it becomes a hole of the history.

/**
 * NOT_A_HISTORY: the first line is no header. UNKNOWN_VERSION: of a later format. MALFORMED: a line
 * is not what its kind must be. TOO_LARGE: beyond HISTORY_LIMITS. UNKNOWN_ORDER: on writing, an
 * answer belongs to no order of the plan.
 */
export type HistoryFaultCode =
  'NOT_A_HISTORY' | 'UNKNOWN_VERSION' | 'MALFORMED' | 'TOO_LARGE' | 'UNKNOWN_ORDER';

export class HistoryFault extends Error {
  override readonly name = 'HistoryFault';
  readonly code: HistoryFaultCode;
  /** Counted from 1; 0: none in particular. */
  readonly line: number;
  /** In words: what should have been there. */
  readonly expected: string;
  /** What was there; undefined: nothing that can be shown. */
  readonly found: unknown;

  constructor(code: HistoryFaultCode, line: number, expected: string, found?: unknown) {
    const where = line === 0 ? '' : `line ${line}: `;
    super(`${where}expected ${expected}${found === undefined ? '' : `, found ${brief(found)}`}`);
    this.code = code;
    this.line = line;
    this.expected = expected;
    this.found = found;
  }
}

const BRIEF_LENGTH = 60;

/** It comes from a file, so it may be of any length and depth, and made to move a cursor. */
function brief(found: unknown): string {
  const text = textOf(found);
  const cut = text.length <= BRIEF_LENGTH ? text : `${text.slice(0, BRIEF_LENGTH)}…`;
  return cut.replace(/\p{C}/gu, '?');
}

function textOf(found: unknown): string {
  if (found === '') return 'an empty text';
  if (Array.isArray(found)) return 'a list';
  // Not its text: that may be deeper than the stack.
  return typeof found === 'object' && found !== null ? 'an object' : String(found);
}
