// Serves the graph: joins the trials and the desks into the Services port. Queries read the database
// each time they are asked; nothing here keeps a verdict.
import { compareSales, VENUES, type Answer, type Sale } from '@worldseat/schema/domain';
import { BadRequest, type Page, type PageInput, type Services } from '@worldseat/schema/services';
import { EngineUnavailable } from '../engines/engine.ts';
import type { BreakItDesk } from './break-it.ts';
import type { BurstShelf } from './burst-shelf.ts';
import { floorView } from './floor-view.ts';
import { unknownEngine, unknownSeat } from './input.ts';
import { pageOf } from './page.ts';
import type { PurchaseDesk } from './purchase.ts';
import { openReadiness } from './ready.ts';
import { seatView } from './seat-view.ts';
import type { Trial } from './trial.ts';

export interface ServicesParts {
  readonly trials: readonly Trial[];
  readonly shelf: BurstShelf;
  readonly purchases: PurchaseDesk;
  readonly breakIts: BreakItDesk;
}

export function serve({ trials, shelf, purchases, breakIts }: ServicesParts): Services {
  const find = (id: string) => trials.find(({ engine }) => engine.id === id) ?? null;
  const need = (id: string): Trial => {
    const trial = find(id);
    if (trial === null) throw new BadRequest(unknownEngine(id, trials), 'engine');
    return trial;
  };
  const needSeat = ({ floor }: Trial, seatId: string | null): void => {
    if (seatId === null || floor.scope.has(seatId)) return;
    throw new BadRequest(unknownSeat(seatId, floor), 'seat');
  };
  return {
    engines: () => trials.map(({ engine }) => engine),
    engine: (id) => find(id)?.engine ?? null,
    engineReady: openReadiness(trials),
    floor: (engineId) => floorView(need(engineId)),
    venues: () => Object.values(VENUES),
    seat: async (engineId, seatId) => {
      const trial = find(engineId);
      return trial?.floor.scope.has(seatId) === true ? seatView(trial, seatId) : null;
    },
    witness: async (engineId, seatId) => {
      const trial = need(engineId);
      needSeat(trial, seatId);
      const { finding, readAtMs } = await trial.examiner.examine();
      return { ...finding(seatId), readAtMs };
    },
    burst: (id) => shelf.find(id),
    bursts: (engineId, page) => pageOf(shelf.list(engineId), ({ id }) => id, page),
    burstAnswers: async (id, page) =>
      pageOf(await shelf.answers(id), (answer: Answer) => answer.orderId, page),
    ledger: async (engineId, seatId, round, page) => {
      const trial = need(engineId);
      needSeat(trial, seatId);
      return readLedger(trial, seatId, round, page);
    },
    purchase: (request) => purchases.purchase(request),
    breakIt: (request) => breakIts.breakIt(request),
    resetFloor: (request) => breakIts.resetFloor(request),
    watchSeats: (engineId) => need(engineId).seats.subscribe(),
    watchVerdict: (engineId, seatId) => {
      const trial = need(engineId);
      needSeat(trial, seatId);
      const subscription = trial.verdicts.subscribe(seatId);
      trial.live.poke();
      return subscription;
    },
    watchBurst: (engineId) => need(engineId).bursts.subscribe(shelf.list(engineId)[0]),
  };
}

async function readLedger(
  { engine, floor }: Trial,
  seatId: string | null,
  round: number | null,
  page: PageInput,
): Promise<Page<Sale>> {
  if (round !== null && seatId === null) {
    throw new BadRequest(
      'An earlier round can be asked for one seat only; name the seat.',
      'round',
    );
  }
  const current = seatId === null ? 0 : (floor.scope.get(seatId) ?? 0);
  if (round !== null && (round < 1 || round > current)) {
    throw new BadRequest(`The rounds of this seat go from 1 to ${current}.`, 'round');
  }
  const scope = seatId === null ? new Map(floor.scope) : new Map([[seatId, round ?? current]]);
  const { sales, unreachable } = await engine.readLedger(scope);
  const [lost] = unreachable;
  if (lost !== undefined) throw new EngineUnavailable(engine.id, `${lost.region}: ${lost.reason}`);
  const sorted = [...sales].sort(compareSales);
  return pageOf(sorted, ({ id }) => id, page);
}
