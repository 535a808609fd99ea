// Histories of a correct database: purchases and releases take effect one after another, each at one
// moment between its call and its return, and everybody is told the truth. Nothing in them may be
// accused, whatever part of them is not known. Support of tests; the product never imports it.
import type { Answer, Random, Release, SeatRow } from '../../domain/index.ts';
import {
  answerOf,
  availableRow,
  BUYERS,
  chance,
  draftOf,
  pick,
  REGIONS,
  releaseOf,
  saleOf,
  soldRow,
  upTo,
  type Draft,
} from './records.ts';

export interface LegalOptions {
  readonly seats: number;
  readonly orders: number;
  /** Moments at which something can happen, less one. */
  readonly lastMoment: number;
  readonly releases: boolean;
  /** Tickets that a fan may hold; 0: any number. */
  readonly seatsPerFan: number;
}

interface Step {
  readonly moment: number;
  readonly run: () => void;
}

/** The database, at one moment. */
interface World {
  readonly random: Random;
  readonly draft: Draft;
  readonly options: LegalOptions;
  readonly rows: Map<string, SeatRow>;
  /** What is still to happen, the next first. */
  readonly agenda: Step[];
}

/** All of it is known: every Region has answered and shows the last state. */
export function legalDraft(random: Random, options: LegalOptions): Draft {
  const seatIds = Array.from({ length: options.seats }, (_, at) => `A${at + 1}`);
  const draft = draftOf(seatIds);
  draft.seatsPerFan = options.seatsPerFan;
  const rows = new Map(seatIds.map((seatId) => [seatId, availableRow(seatId)]));
  const world: World = { random, draft, options, rows, agenda: [] };
  for (let order = 1; order <= options.orders; order += 1) {
    const moment = upTo(random, options.lastMoment);
    plan(world, { moment, run: () => purchase(world, `order-${order}`, moment) });
  }
  for (let step = world.agenda.shift(); step !== undefined; step = world.agenda.shift()) step.run();
  const regions = REGIONS.slice(0, 1 + upTo(random, REGIONS.length - 1));
  draft.tables = regions.map((region) => ({ region, rows: [...rows.values()] }));
  return draft;
}

function plan({ agenda }: World, step: Step): void {
  const later = agenda.findIndex(({ moment }) => moment > step.moment);
  agenda.splice(later < 0 ? agenda.length : later, 0, step);
}

/** One purchase that takes effect now, or loses against a purchase that did. */
function purchase(world: World, orderId: string, moment: number): void {
  const { random, draft, options, rows } = world;
  const callNs = moment - upTo(random, 2);
  const told = { orderId, seatId: pick(random, [...rows.keys()]), buyer: pick(random, BUYERS) };
  const isLost = chance(random, 0.15);
  // A lost answer is given up at any time; what was sent may take effect after that.
  const returnNs = isLost ? callNs + upTo(random, 2) : moment + upTo(random, 2);
  const answer = answerOf(random, { ...told, outcome: 'FAILED', callNs, returnNs });
  if (chance(random, 0.08)) {
    draft.answers.push({ ...answer, outcome: isLost ? 'INDETERMINATE' : 'FAILED' });
    return;
  }
  const rejectionReason = reasonToReject(world, answer);
  if (rejectionReason !== null) {
    const reason = chance(random, 0.2) && rejectionReason === 'SEAT_TAKEN' ? null : rejectionReason;
    const lost: Answer = { ...answer, outcome: 'INDETERMINATE' };
    draft.answers.push(isLost ? lost : { ...answer, outcome: 'REJECTED', rejectionReason: reason });
    return;
  }
  draft.sales.push({ ...saleOf(random, answer), soldAtMs: moment });
  rows.set(told.seatId, soldRow(answer));
  const isDecided = isLost && chance(random, 0.5);
  const outcome = isLost && !isDecided ? 'INDETERMINATE' : 'CONFIRMED';
  const confirmed: Answer = { ...answer, outcome, lost: isDecided };
  draft.answers.push(confirmed);
  if (options.releases && outcome === 'CONFIRMED' && chance(random, 0.7)) {
    giveBack(world, confirmed, moment);
  }
}

function reasonToReject(
  { draft, options, rows }: World,
  answer: Answer,
): Answer['rejectionReason'] {
  if (rows.get(answer.seatId)?.status === 'SOLD') return 'SEAT_TAKEN';
  const tickets = draft.sales.filter(({ buyer }) => buyer === answer.buyer).length;
  return options.seatsPerFan > 0 && tickets >= options.seatsPerFan ? 'FAN_LIMIT' : null;
}

/** A ticket is given back once its buyer was told of it. */
function giveBack(world: World, answer: Answer, boughtAt: number): void {
  const { random, draft, rows } = world;
  const callNs = Math.max(boughtAt, answer.returnNs) + upTo(random, 2);
  const moment = callNs + upTo(random, 2);
  const outcome = pick(random, OUTCOMES);
  const returnNs = outcome === 'RELEASED' ? moment + upTo(random, 2) : callNs + upTo(random, 2);
  draft.releases.push(releaseOf(answer, { outcome, callNs, returnNs }));
  if (outcome === 'FAILED' || (outcome === 'INDETERMINATE' && chance(random, 0.5))) return;
  const run = (): void => void rows.set(answer.seatId, availableRow(answer.seatId));
  plan(world, { moment, run });
}

const OUTCOMES: readonly Release['outcome'][] = ['RELEASED', 'RELEASED', 'INDETERMINATE', 'FAILED'];

/** The same history, of which a part is not known yet, or never will be. */
export function knownInPart(random: Random, draft: Draft): Draft {
  const half = <Item>(items: readonly Item[]): Item[] => items.filter(() => chance(random, 0.5));
  const region = pick(random, REGIONS);
  const changes: readonly Partial<Draft>[] = [
    { pending: 1 + upTo(random, 3), answers: half(draft.answers), sales: half(draft.sales) },
    { holes: ['The server stopped.'], answers: half(draft.answers) },
    { converged: false, sales: half(draft.sales) },
    { unreachable: [{ region, reason: 'refused' }], sales: half(draft.sales) },
    { tables: draft.tables.map((table, at) => (at > 0 ? { region, unreachable: 'no' } : table)) },
    { tables: [...draft.tables, { region: 'eu-west-1', rows: staleRows(draft) }] },
    { tables: [] },
  ];
  return { ...draft, ...pick(random, changes) };
}

/** The floor as it was before anything was sold. */
const staleRows = ({ scope }: Draft): SeatRow[] =>
  [...scope.keys()].map((seatId) => availableRow(seatId));
