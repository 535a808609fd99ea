// Which bursts were fired together, and what each take is called: read off the histories' own first
// lines, so that a recording needs nothing but the files themselves.
import { compareText } from '../domain/index.ts';
import { readHeader } from './lines/header.ts';
import { writeRecording } from './recording.ts';
import type { HistoryHeader } from './types.ts';

/** Bursts of one press of the button start within so much of each other. */
const TOGETHER_MS = 5_000;

/**
 * One recording of these files: takes in the order of time, the bursts of a take by engine.
 * @param files of whole histories, at least one
 * @param title null: what the first take is called
 * @throws HistoryFault as writeRecording
 */
export function recordBursts(files: readonly string[], title: string | null): string {
  const bursts = files.map((file): Burst => ({ file, header: headerOf(file) })).sort(byTime);
  const takes: Burst[][] = [];
  for (const burst of bursts) {
    const last = takes.at(-1);
    if (last !== undefined && isTogether(last, burst)) last.push(burst);
    else takes.push([burst]);
  }
  const named = takes.map((take) => ({
    label: take[0] === undefined ? '' : labelOf(take[0].header),
    files: take.toSorted(byEngine).map(({ file }) => file),
  }));
  const recordedAt = bursts[0]?.header.burst.startedAt ?? '';
  return writeRecording({ title: title ?? named[0]?.label ?? '', recordedAt, takes: named });
}

interface Burst {
  readonly file: string;
  readonly header: HistoryHeader;
}

const headerOf = (file: string): HistoryHeader =>
  readHeader(file.slice(0, Math.max(0, file.indexOf('\n')))).header;

const startOf = ({ header }: Burst): number => Date.parse(header.burst.startedAt);
const byTime = (one: Burst, other: Burst): number => startOf(one) - startOf(other);

/** As on every stage, whichever of them began a moment before the others. */
const byEngine = (one: Burst, other: Burst): number =>
  compareText(one.header.engine.id, other.header.engine.id);

/** The same plan on another engine, at about the same time. */
function isTogether(take: readonly Burst[], next: Burst): boolean {
  return take.every(
    (burst) =>
      burst.header.burst.seed === next.header.burst.seed &&
      burst.header.engine.id !== next.header.engine.id &&
      startOf(next) - startOf(burst) <= TOGETHER_MS,
  );
}

function labelOf({ burst, venue }: HistoryHeader): string {
  const buyers = `${burst.buyers.toLocaleString('en-US')} buyers`;
  return burst.seatId === null ? `${buyers}, ${venue}` : `${buyers}, seat ${burst.seatId}`;
}
