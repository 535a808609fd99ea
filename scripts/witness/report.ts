// What `npm run witness` says about a file: what it is, the verdict with its reasons, the figures,
// and the first contradiction as a drawing. Pure.
import { CAUSES, type Cause, type VerdictResult } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import type { Breach, Finding } from '@worldseat/schema/witness';
import { drawOverlap } from './overlap.ts';
import { plain } from './plain.ts';

export interface Screen {
  /** In columns. */
  readonly width: number;
  /** Colours a line of text, or does not. */
  readonly paint: (result: VerdictResult, line: string) => string;
}

export interface Judged {
  readonly history: History;
  /** The hash of the text that was read, whatever its first line says; null: one of several. */
  readonly sha256: string | null;
  readonly finding: Finding;
  /** Whose contradiction is drawn, if it has one; else the first one. */
  readonly seat: string | null;
}

const VERDICT_WORDS: Readonly<Record<VerdictResult, string>> = {
  LINEARIZABLE:
    '✓ LINEARIZABLE: every seat was sold once at most, and every answer agrees with it.',
  VIOLATED: '✗ VIOLATED: what was committed or told contradicts itself.',
  UNPROVEN: '? UNPROVEN: no contradiction, and no proof that there is none.',
};

const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  SAME_REGION_RACE: 'race within a Region',
  CROSS_REGION_STALENESS: 'staleness between Regions',
  STALE_READ: 'stale read within a Region',
  DUPLICATE_ORDER: 'the same order twice',
  LOST_ANSWER: 'bought again after a lost answer',
  UNKNOWN: 'cause unknown',
};

/** Holes that are told of one by one. */
const MOST_HOLES = 12;

/** Several lines, the last without a line feed. */
export function report({ history, sha256, finding, seat }: Judged, screen: Screen): string {
  const { result, reasons, breaches } = finding;
  const breach = breaches.find(({ seatId }) => seatId === seat) ?? breaches[0];
  const isFirst = breach === breaches[0];
  const describing = describe(history, sha256);
  const more = [
    ...reasons.map((reason) => `  ${reason}`),
    // The reasons of UNPROVEN name them already.
    ...(result === 'VIOLATED' ? holes(history) : []),
    '',
    ...figures(finding),
    ...(breach === undefined
      ? []
      : ['', ...contradiction({ breach, isFirst }, history, screen.width)]),
  ];
  const verdict = screen.paint(result, VERDICT_WORDS[result]);
  return [...describing.map(plain), '', verdict, ...more.map(plain)].join('\n');
}

function holes({ holes: all }: History): readonly string[] {
  const more = all.length - MOST_HOLES;
  return [
    ...all.slice(0, MOST_HOLES).map((hole) => `  Not whole: ${hole}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function describe({ header, orders, answers }: History, sha256: string | null): readonly string[] {
  const { burst, engine, settings, software, venue, rule } = header;
  const where = burst.seatId === null ? 'over the floor' : `at ${burst.seatId}`;
  const limit = rule === null ? '' : `, at most ${rule.seatsPerFan} seats a fan`;
  const set = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [
    `Burst     ${burst.id}, RECORDED ${burst.startedAt}`,
    `Engine    ${engine.name} (${engine.id}), ${engine.consistency}`,
    `          ${engine.deployment}: ${engine.components}`,
    `Scenario  ${burst.scenario} ${where}, round ${burst.round} of ${venue}${limit}`,
    `          ${burst.strategy}, ${burst.buyers} buyers, seed ${burst.seed}`,
    `Regions   ${engine.regions.join(', ')}`,
    ...(set.length === 0 ? [] : [`Settings  ${set.join(', ')}`]),
    `Software  WorldSeat ${software.worldseat}, Node ${software.node}`,
    `History   ${counted(orders.length, 'order')}, ${counted(answers.length, 'answer')}`,
    ...(sha256 === null ? [] : [`SHA-256   ${sha256}`]),
  ];
}

function figures(finding: Finding): readonly string[] {
  const { sales, seatsSold, doubleSells, causes, overLimit } = finding;
  const why = CAUSES.filter((cause) => causes[cause] > 0).map(
    (cause) => `  ${String(causes[cause]).padStart(8)}  ${CAUSE_WORDS[cause]} (${cause})`,
  );
  return [
    figure(sales, `${sales === 1 ? 'sale' : 'sales'} of ${counted(seatsSold, 'seat')}`),
    figure(doubleSells, 'sold twice'),
    ...why,
    figure(
      finding.hiddenSales,
      'hidden: their buyers hold tickets that the seats tables do not show',
    ),
    figure(finding.wrongRejections, 'rejected although the seat was free'),
    figure(overLimit, 'beyond the limit of their fans'),
  ];
}

export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

const figure = (count: number, what: string): string => `${String(count).padStart(8)}  ${what}`;

/** Its words are the first of the reasons, unless another seat was asked about. */
function contradiction(
  { breach, isFirst }: { readonly breach: Breach; readonly isFirst: boolean },
  history: History,
  width: number,
): readonly string[] {
  const title = `The contradiction of ${breach.seatId} in round ${breach.round} (${breach.rule})`;
  const drawing = drawOverlap(breach, history, width);
  return [isFirst ? title : `${title}: ${breach.words}`, ...drawing];
}
