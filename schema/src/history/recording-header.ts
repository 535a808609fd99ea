// The first line of a recording: what it is called, and how many of the histories that follow belong
// to which take. Keys are always written in one order, so that equal recordings are equal bytes.
import { HistoryFault } from './fault.ts';
import { Fields } from './fields.ts';
import { RECORDING_LIMITS } from './recording-limits.ts';

const RECORDING_FORMAT = 'worldseat-recording';
const RECORDING_VERSION = 1;

export interface RecordingHeader {
  readonly title: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly takes: readonly { readonly label: string; readonly bursts: number }[];
}

export interface ReadRecordingHeader extends RecordingHeader {
  /** As stated; whether it is true is for the reader of the whole file to find out. */
  readonly sha256: string;
}

/** The header as JSON, with an empty hash. @throws HistoryFault TOO_LARGE */
export function writeRecordingHeader({ title, recordedAt, takes }: RecordingHeader): string {
  checkLimits({ title, recordedAt, takes });
  return JSON.stringify({
    format: RECORDING_FORMAT,
    version: RECORDING_VERSION,
    sha256: '',
    title,
    recordedAt,
    takes: takes.map(({ label, bursts }) => ({ label, bursts })),
  });
}

/**
 * Null: the line is no header of a recording; it may be one of a single history.
 * @throws HistoryFault UNKNOWN_VERSION, MALFORMED, TOO_LARGE
 */
export function readRecordingHeader(line: string): ReadRecordingHeader | null {
  const value = parse(line);
  if (value === null) return null;
  const fields = new Fields(value, 1);
  const version = fields.whole('version');
  if (version !== RECORDING_VERSION) {
    throw new HistoryFault('UNKNOWN_VERSION', 1, `"version" to be ${RECORDING_VERSION}`, version);
  }
  const takes = fields.list('takes').map((take) => {
    const of = new Fields(take, 1);
    return { label: of.text('label'), bursts: of.whole('bursts') };
  });
  const header = { title: fields.text('title'), recordedAt: fields.moment('recordedAt'), takes };
  checkLimits(header);
  return { ...header, sha256: fields.text('sha256') };
}

/** The line as an object, if it says that it begins a recording. */
function parse(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('format' in value)) return null;
    return value.format === RECORDING_FORMAT ? value : null;
  } catch {
    return null;
  }
}

function checkLimits({ title, takes }: RecordingHeader): void {
  const refuse = (expected: string, found: number): never => {
    throw new HistoryFault('TOO_LARGE', 1, expected, found);
  };
  const bursts = takes.reduce((sum, take) => sum + take.bursts, 0);
  const longest = Math.max(title.length, ...takes.map(({ label }) => label.length));
  const limits = RECORDING_LIMITS;
  if (takes.length > limits.takes) refuse(`at most ${limits.takes} takes`, takes.length);
  if (bursts > limits.bursts) refuse(`at most ${limits.bursts} bursts`, bursts);
  if (longest > limits.titleLength) {
    refuse(`a title and labels of at most ${limits.titleLength} characters`, longest);
  }
}
