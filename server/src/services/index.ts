// Serves the graph: joins the trials and the desks into the Services port. Queries read the database
// each time they are asked; nothing here keeps a verdict.
import { compareSales, VENUES, type Sale } from '@worldseat/schema/domain';
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
import type { EngineRoom } from './engine-room.ts';
import type { Lab } from './lab/index.ts';
import type { RoomDesk } from './room-desk.ts';
import type { Trial } from './trial.ts';

export interface ServicesParts {
  readonly room: EngineRoom;
  readonly shelf: BurstShelf;
  readonly purchases: PurchaseDesk;
  readonly breakIts: BreakItDesk;
  readonly lab: Lab;
  readonly guests: RoomDesk;
}

export function serve(parts: ServicesParts): Services {
  const { room, shelf, purchases, breakIts, lab, guests } = parts;
  const need = (id: string): Trial => {
    const trial = room.find(id);
    if (trial === null) throw new BadRequest(unknownEngine(id, room.open), 'engine');
    return trial;
  };
  const needSeat = ({ floor }: Trial, seatId: string | null): void => {
    if (seatId === null || floor.scope.has(seatId)) return;
    throw new BadRequest(unknownSeat(seatId, floor), 'seat');
  };
  return {
    engines: () => room.onStage.map((trial) => room.view(trial)),
    engine: (id) => {
      const trial = room.find(id);
      return trial === null ? null : room.view(trial);
    },
    engineReady: openReadiness(room),
    floor: (engineId) => floorView(need(engineId)),
    venues: () => Object.values(VENUES),
    seat: async (engineId, seatId) => {
      const trial = room.find(engineId);
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
    burstFile: (id) => shelf.file(id),
    burstHistory: (id) => shelf.history(id),
    burstAnswers: async (id, seatId, page) => {
      const all = await shelf.answers(id);
      const asked = seatId === null ? all : all.filter((answer) => answer.seatId === seatId);
      return pageOf(asked, ({ orderId }) => orderId, page);
    },
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
      trial.live.welcome();
      return subscription;
    },
    watchBurst: (engineId) => need(engineId).bursts.subscribe(shelf.list(engineId)[0]),
    joinRoom: (request) => guests.join(request),
    leaveRoom: (person) => guests.leave(person),
    room: () => guests.view(),
    watchRoom: () => guests.watch(),
    watchTickets: (person) => guests.watchTickets(person),
    labEngines: () => lab.labEngines(),
    lab: (request) => lab.lab(request),
    labRun: (id) => lab.labRun(id),
    labRuns: (page) => lab.labRuns(page),
    watchLab: () => lab.watchLab(),
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
