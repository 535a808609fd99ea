// The cells of a run of the lab: every chosen engine with every chosen strategy in every chosen
// scenario. Pure. Cells that are compared with each other, the engines of one scenario and one
// strategy, follow each other, so that whatever else the machine does is the same for all of them.
import {
  LIMITS,
  SCENARIOS,
  STRATEGIES,
  type Scenario,
  type Strategy,
} from '@worldseat/schema/domain';
import type {
  InvalidInput,
  LabCellView,
  LabEngineView,
  LabRequest,
} from '@worldseat/schema/services';
import { checkRange, invalid, quote } from '../input.ts';

/** @returns the cells in the order in which they run, those that cannot run SKIPPED */
export function planLab(
  request: LabRequest,
  known: readonly LabEngineView[],
): readonly LabCellView[] | InvalidInput {
  const wrong = checkNumbers(request) ?? checkLists(request, known);
  if (wrong !== null) return wrong;
  const { engines, strategies, scenarios } = request;
  const chosen = known.filter(({ id }) => engines?.includes(id) ?? true);
  const cells = among(SCENARIOS, scenarios).flatMap((scenario) =>
    among(STRATEGIES, strategies).flatMap((strategy) =>
      chosen.map((engine) => cellOf(engine, strategy, scenario)),
    ),
  );
  const { max } = LIMITS.labCells;
  if (cells.length <= max) return cells;
  return invalid('engines', `A run has at most ${max} cells, not ${cells.length}; choose fewer.`);
}

/** In the order of `all`, each once. */
function among<Name extends string>(all: readonly Name[], chosen: readonly Name[] | null): Name[] {
  return all.filter((name) => chosen?.includes(name) ?? true);
}

function cellOf(engine: LabEngineView, strategy: Strategy, scenario: Scenario): LabCellView {
  const offered = engine.strategies.includes(strategy);
  return {
    engineId: engine.id,
    strategy,
    scenario,
    state: offered ? 'WAITING' : 'SKIPPED',
    reason: offered ? null : notOffered(engine, strategy),
    burstId: null,
    figures: null,
  };
}

/** What a strategy needs that not every database has. */
const MEANS: Readonly<Record<Strategy, string>> = {
  NAIVE: 'reads and writes of a seat',
  CONDITIONAL: 'guarded writes',
  FOR_UPDATE: 'row locks',
  COUNTER_ROW: 'guarded counters',
};

function notOffered({ name }: LabEngineView, strategy: Strategy): string {
  return `${name} has no ${MEANS[strategy]}: ${strategy} is not offered.`;
}

function checkNumbers({ buyers, seed }: LabRequest): InvalidInput | null {
  const wrong = checkRange('buyers', buyers, LIMITS.labBuyers, 'The buyers of a cell');
  if (wrong !== null || seed === null) return wrong;
  return checkRange('seed', seed, LIMITS.seed, 'The seed');
}

function checkLists(
  { engines, strategies, scenarios }: LabRequest,
  known: readonly LabEngineView[],
): InvalidInput | null {
  const ids = known.map(({ id }) => id);
  return (
    checkNames('engines', 'engine', engines, ids) ??
    checkNames('strategies', 'strategy', strategies, STRATEGIES) ??
    checkNames('scenarios', 'scenario', scenarios, SCENARIOS)
  );
}

function checkNames(
  field: string,
  kind: string,
  names: readonly string[] | null,
  allowed: readonly string[],
): InvalidInput | null {
  const list = allowed.join(', ');
  if (names?.length === 0) {
    return invalid(field, `Name at least one ${kind}, or none for all; there are ${list}.`);
  }
  const unknown = names?.find((name) => !allowed.includes(name));
  if (unknown === undefined) return null;
  return invalid(field, `There is no ${kind} ${quote(unknown)}; there are ${list}.`);
}
