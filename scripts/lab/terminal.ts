// The run as text for a terminal of 100 columns.
import type { LabCellView } from '@worldseat/schema/services';
import type { CheckedClaim, ClaimState } from './claims.ts';
import { cellWords, gridsOf, type Grid } from './grid.ts';
import type { LabEngine, LabRun } from './run.ts';
import { SCENARIO_WORDS } from './words.ts';

const NAME_WIDTH = 26;
const CELL_WIDTH = 18;
const WIDTH = 100;

/** One line as a cell ends. */
export function progressLine(cell: LabCellView, number: number, of: number): string {
  const { mark, harm, cost } = cellWords(cell);
  const what = [cell.scenario, cell.strategy, cell.engineId].join(' ');
  const outcome = [mark, harm, cost].filter((words) => words !== '').join(', ');
  const why = cell.state === 'FAILED' ? ` (${cell.reason ?? ''})` : '';
  return `${String(number).padStart(3)}/${of} ${what}: ${outcome}${why}`;
}

export function printedRun(run: LabRun, engines: readonly LabEngine[]): string {
  const legend =
    'Each cell: the verdict; how many were sold twice (or beyond the limit); refused attempts per\n' +
    'sale, and the milliseconds that 99 of 100 buyers waited at most.';
  return [legend, ...gridsOf(run.cells, engines).map(printedGrid)].join('\n\n');
}

function printedGrid({ scenario, strategies, rows }: Grid): string {
  const about = wrapped(`${scenario}: ${SCENARIO_WORDS[scenario]}`, WIDTH);
  const head = line('', strategies);
  const body = rows.flatMap(({ engine, cells }) => {
    const words = cells.map(cellWords);
    const name = [engine.id, ...wrapped(engine.consistency, NAME_WIDTH - 2)];
    const texts = [words.map((w) => w.mark), words.map((w) => w.harm), words.map((w) => w.cost)];
    const height = Math.max(name.length, texts.length);
    return Array.from({ length: height }, (_, at) => line(name[at] ?? '', texts[at] ?? []));
  });
  return [...about, head, ...body].join('\n');
}

function line(name: string, cells: readonly string[]): string {
  const columns = cells.map((text) => text.padEnd(CELL_WIDTH));
  return `${name.padEnd(NAME_WIDTH)}${columns.join('')}`.trimEnd();
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const CLAIM_MARKS: Readonly<Record<ClaimState, string>> = {
  SHOWN: 'shown ',
  FAILED: 'FAILED',
  NOT_ASKED: '  -   ',
};

export function printedClaims(claims: readonly CheckedClaim[]): string {
  return claims
    .flatMap(({ words, state, seen }) => [
      `${CLAIM_MARKS[state]} ${words}`,
      ...seen.map((cell) => `         ${cell}`),
    ])
    .join('\n');
}
