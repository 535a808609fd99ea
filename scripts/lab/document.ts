// docs/LAB.md, the whole of it (but for its line breaks), from one run. Nothing in it is written by hand: every figure is of
// that run, and the claims stand as the run shows them.
import { SCENARIOS, STRATEGIES } from '@worldseat/schema/domain';
import type { LabCellView, LabFigures } from '@worldseat/schema/services';
import type { CheckedClaim, ClaimState } from './claims.ts';
import { cellWords, gridsOf, type Grid } from './grid.ts';
import { list, table } from './markdown.ts';
import type { LabEngine, LabRun } from './run.ts';
import { SCENARIO_WORDS, STRATEGY_WORDS } from './words.ts';

export interface LabDocument {
  readonly run: LabRun;
  readonly engines: readonly LabEngine[];
  readonly claims: readonly CheckedClaim[];
  /** Cores, memory and Node, in words. */
  readonly machine: string;
  /** The command that makes such a document again. */
  readonly command: string;
}

export function labDocument({ run, engines, claims, machine, command }: LabDocument): string {
  const names = (all: readonly string[], words: Readonly<Record<string, string>>) =>
    list(all.map((name) => `\`${name}\`: ${words[name] ?? ''}`));
  const parts = [
    '# The lab: which database, which isolation, which code',
    'Written by `npm run lab` from one run; nothing in it is edited by hand. Each cell is one burst ' +
      'of real purchases on a real engine, judged from the committed ledger that was read back.',
    list([
      `Date: ${run.startedAt}`,
      `Machine: ${machine}`,
      `Seed: ${run.seed}; buyers of each cell: ${run.buyers}`,
      `To run it again: \`${command}\``,
    ]),
    '## What it shows',
    table(['Claim', 'In this run', 'Seen'], claims.map(claimRow)),
    'The command ends with exit code 1 when a claim is not shown.',
    '## Engines',
    table(
      ['Engine', 'Consistency', 'Deployment', 'Regions', 'Lag', 'Made of'],
      engines.map(engineRow),
    ),
    'Lag: from the acknowledgement of a write in the first Region until every other one showed it, ' +
      'measured before the first burst. Everything that is EMBEDDED runs on the one machine above, ' +
      'so that times compare engines only roughly. How many are sold twice depends on such times; ' +
      'whether any can be does not.',
    '## Scenarios',
    names(SCENARIOS, SCENARIO_WORDS),
    '## Strategies',
    names(STRATEGIES, STRATEGY_WORDS),
    '## How to read a cell',
    list([
      'The verdict: `LINEARIZABLE`, `VIOLATED` or `UNPROVEN` (it cannot be told, or nothing was sold).',
      'Sold twice: tickets beyond the first of each seat. Over limit: tickets beyond what a fan may hold.',
      'Predicted: sold twice, as it is to be expected from the times that were measured (from read to ' +
        'visible write, lag between Regions, when the buyers came), never from who sold. The model ' +
        'takes these windows as independent, the lag as constant and every write as successful, so ' +
        'it need not equal the count.',
      'Aborts: attempts that the database refused, for each sale.',
      'p50 and p99: what half and 99 of 100 buyers waited at most, from the moment they wanted to buy.',
      'Rate: orders answered in a second, from the first call to the last answer.',
    ]),
    ...gridsOf(run.cells, engines).flatMap(gridParts),
  ];
  return `${parts.join('\n\n')}\n`;
}

const CLAIM_MARKS: Readonly<Record<ClaimState, string>> = {
  SHOWN: 'shown',
  FAILED: '**not shown**',
  NOT_ASKED: 'not run',
};

function claimRow({ words, state, seen }: CheckedClaim): string[] {
  return [words, CLAIM_MARKS[state], seen.join('; ')];
}

function engineRow({ id, consistency, header }: LabEngine): string[] {
  const { deployment, regions, components } = header?.engine ?? {
    deployment: 'not opened',
    regions: [],
    components: '',
  };
  return [`\`${id}\``, consistency, deployment, regions.join(', '), lagWords(header), components];
}

function lagWords(header: LabEngine['header']): string {
  const lagMs = header?.settings['lagMs'];
  if (header === null || header.engine.regions.length < 2) return 'one Region';
  return typeof lagMs === 'number' ? `${lagMs.toFixed(1)} ms` : 'not measured';
}

function gridParts({ scenario, strategies, rows }: Grid): string[] {
  const overview = rows.map(({ engine, cells }) => [
    `\`${engine.id}\` (${engine.consistency})`,
    ...cells.map(overviewCell),
  ]);
  const figures = rows.flatMap(({ cells }) => cells.map(figuresRow));
  const head = ['Engine', 'Strategy', 'Sales', 'Sold twice', 'Predicted', 'Over limit'];
  const cost = ['Aborts a sale', 'p50 ms', 'p99 ms', 'Orders a second'];
  const notes = rows.flatMap(({ cells }) => cells.flatMap(noteOf));
  return [
    `## ${scenario}`,
    `${scenario}: ${SCENARIO_WORDS[scenario]}`,
    table(['Engine', ...strategies.map((name) => `\`${name}\``)], overview),
    table([...head, ...cost], figures),
    ...(notes.length === 0 ? [] : [list([...new Set(notes)])]),
  ];
}

function overviewCell(cell: LabCellView): string {
  const { mark, harm } = cellWords(cell);
  const verdict = mark === 'VIOLATED' ? `**${mark}**` : mark;
  return harm === '' ? verdict : `${verdict}, ${harm}`;
}

function figuresRow({ engineId, strategy, figures }: LabCellView): string[] {
  return [`\`${engineId}\``, `\`${strategy}\``, ...(figures === null ? NONE : numbers(figures))];
}

const NONE = Array.from({ length: 8 }, () => '');

function numbers(figures: LabFigures): string[] {
  const { sales, doubleSells, predictedDoubleSells, overLimit, abortsPerSale } = figures;
  const whole = (value: number | null) => (value === null ? '' : String(Math.round(value)));
  return [
    String(sales),
    String(doubleSells),
    predictedDoubleSells.toFixed(1),
    String(overLimit),
    abortsPerSale?.toFixed(1) ?? '',
    whole(figures.p50Ms),
    whole(figures.p99Ms),
    whole(figures.ordersPerSecond),
  ];
}

/** Why a cell has no figures, or no plain verdict. */
function noteOf({ engineId, strategy, reason, figures }: LabCellView): string[] {
  if (reason !== null) return [`\`${engineId}\`, \`${strategy}\`: ${reason}`];
  if (figures?.result !== 'UNPROVEN') return [];
  return [`\`${engineId}\`, \`${strategy}\`: ${figures.reasons.join(' ')}`];
}
