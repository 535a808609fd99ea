// What the lab claims to show, each claim checked against the cells of a run. Pure. A claim fails
// when one of its cells says otherwise, and also when that cell did not come to an end: then the run
// does not show it. Cells that the run was not asked for are not held against it.
import type { Scenario, Strategy } from '@worldseat/schema/domain';
import type { LabCellView, LabFigures } from '@worldseat/schema/services';
import { cellWords } from './grid.ts';

export type ClaimState = 'SHOWN' | 'FAILED' | 'NOT_ASKED';

export interface CheckedClaim {
  readonly words: string;
  readonly state: ClaimState;
  /** What the run has to say, one line for each cell that it was checked against. */
  readonly seen: readonly string[];
}

interface Claim {
  readonly words: string;
  readonly engines: readonly string[];
  readonly strategy: Strategy;
  readonly scenarios: readonly Scenario[];
  /** What the figures of every cell must be. @param regions of its engine */
  readonly everywhere?: (figures: LabFigures, regions: number) => boolean;
  /** What the figures of one cell must be at least. */
  readonly somewhere?: (figures: LabFigures) => boolean;
}

const SNAPSHOT = ['dsql', 'postgres-repeatable-read', 'postgres-serializable'];
/** Where a guarded write is checked for all Regions at once. */
const ONE_COPY = ['postgres', ...SNAPSHOT, 'dynamodb-strong'];

const oversells = ({ doubleSells }: LabFigures) => doubleSells > 0;
const soldOnce = ({ sales, doubleSells }: LabFigures) => sales > 0 && doubleSells === 0;
const isOverLimit = ({ overLimit }: LabFigures) => overLimit > 0;
const limitHolds = ({ sales, overLimit }: LabFigures) => sales > 0 && overLimit === 0;

const CLAIMS: readonly Claim[] = [
  {
    words: 'The naive purchase sells one seat more than once at READ COMMITTED.',
    engines: ['postgres'],
    strategy: 'NAIVE',
    scenarios: ['ONE_SEAT'],
    everywhere: oversells,
  },
  {
    words: 'The same code sells every seat once on REPEATABLE READ, SERIALIZABLE and Aurora DSQL.',
    engines: SNAPSHOT,
    strategy: 'NAIVE',
    scenarios: ['ONE_SEAT', 'ON_SALE', 'RETRY_STORM'],
    everywhere: soldOnce,
  },
  {
    words:
      'Snapshot isolation is not enough for a rule over several rows: fans exceed their limit.',
    engines: ['dsql', 'postgres-repeatable-read'],
    strategy: 'NAIVE',
    scenarios: ['FAN_LIMIT'],
    everywhere: isOverLimit,
  },
  {
    words: 'SERIALIZABLE keeps the limit of each fan, with the naive purchase.',
    engines: ['postgres-serializable'],
    strategy: 'NAIVE',
    scenarios: ['FAN_LIMIT'],
    everywhere: limitHolds,
  },
  {
    words: 'A counter row that all purchases of a fan write keeps the limit, unless it has copies.',
    engines: ONE_COPY,
    strategy: 'COUNTER_ROW',
    scenarios: ['FAN_LIMIT'],
    everywhere: limitHolds,
  },
  {
    words: 'A guarded write on eventual Global Tables still sells a seat twice: once a Region.',
    engines: ['dynamodb'],
    strategy: 'CONDITIONAL',
    // Whether one seat is, is a race of two Regions; over a floor there are many.
    scenarios: ['ONE_SEAT', 'ON_SALE', 'RETRY_STORM'],
    somewhere: oversells,
  },
  {
    words: 'But never more often than there are Regions.',
    engines: ['dynamodb'],
    strategy: 'CONDITIONAL',
    scenarios: ['ONE_SEAT', 'RETRY_STORM'],
    everywhere: ({ sales }, regions) => sales > 0 && sales <= regions,
  },
];

/** @param regionsOf how many Regions an engine has */
export function checkClaims(
  cells: readonly LabCellView[],
  regionsOf: (engineId: string) => number,
): readonly CheckedClaim[] {
  return CLAIMS.map((claim) => {
    const checked = cells.filter((cell) => isAbout(claim, cell));
    const isShown = shows(claim, checked, regionsOf);
    const state = checked.length === 0 ? 'NOT_ASKED' : isShown ? 'SHOWN' : 'FAILED';
    return { words: claim.words, state, seen: checked.map(seenOf) };
  });
}

function isAbout(claim: Claim, { engineId, strategy, scenario }: LabCellView): boolean {
  const { engines, scenarios } = claim;
  return engines.includes(engineId) && strategy === claim.strategy && scenarios.includes(scenario);
}

function shows(
  { everywhere = () => true, somewhere = () => true }: Claim,
  cells: readonly LabCellView[],
  regionsOf: (engineId: string) => number,
): boolean {
  const all = cells.every(
    ({ engineId, figures }) => figures !== null && everywhere(figures, regionsOf(engineId)),
  );
  return all && cells.some(({ figures }) => figures !== null && somewhere(figures));
}

function seenOf(cell: LabCellView): string {
  const { engineId, scenario, state, reason, figures } = cell;
  const where = `${scenario} on ${engineId}`;
  if (figures === null) return `${where}: ${state.toLowerCase()}, ${reason ?? 'not run'}`;
  const { sales } = figures;
  return `${where}: ${sales} ${sales === 1 ? 'sale' : 'sales'}, ${cellWords(cell).harm}`;
}
