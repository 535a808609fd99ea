// Random bursts in the small hall, for tests: contested seats, refusals, lost answers, orders that
// were never answered, sales that nobody was told of. The page never imports this.
import {
  OUTCOMES,
  type Answer,
  type Attempt,
  type Order,
  type Random,
  type Sale,
} from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';

const REGIONS = ['us-east-1', 'us-east-2'] as const;
const SEATS = ['A1', 'A2', 'B7', 'H12'] as const;
const ROUND = 2;

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** Times are whole nanoseconds, often equal ones, from 0 to a few hundred. */
export function randomBurst(random: Random): History {
  const seatId = random() < 0.4 ? 'A1' : null;
  const count = 1 + Math.floor(random() * 30);
  const orders = Array.from({ length: count }, (_, index): Order => ({
    id: `order-${index}`,
    seatId: seatId ?? pick(random, SEATS),
    buyer: `Buyer ${index}`,
    region: pick(random, REGIONS),
  }));
  const answers = orders.flatMap((order) => (random() < 0.9 ? [randomAnswer(random, order)] : []));
  const sales = orders.flatMap((order) => saleOf(random, order, answers));
  return {
    header: {
      burst: {
        ...{ id: 'dsql-t-1', scenario: seatId === null ? 'ON_SALE' : 'ONE_SEAT', seatId },
        ...{ strategy: 'NAIVE', seed: 7, buyers: count, round: ROUND },
        startedAt: '2026-01-02T03:04:05.678Z',
      },
      engine: {
        ...{ id: 'dsql', name: 'Aurora DSQL', consistency: 'snapshot isolation' },
        ...{ deployment: 'EMBEDDED', components: 'PostgreSQL 17, a gateway', regions: REGIONS },
      },
      settings: { connectionsPerRegion: 10, lagMs: 1.5 },
      software: { worldseat: '0.1.0', node: 'v20.0.0' },
      ...{ venue: 'hall', rule: null },
    },
    scope: new Map((seatId === null ? SEATS : [seatId]).map((seat) => [seat, ROUND])),
    ...{ orders, answers, releases: [], holes: [] },
    markers: [{ atNs: Math.floor(random() * 400), label: 'a marker' }],
    ledger: { sales, converged: true, unreachable: [] },
    tables: REGIONS.map((region) => ({ region, rows: [] })),
  };
}

function randomAnswer(random: Random, { id, seatId, buyer, region }: Order): Answer {
  const intendedNs = Math.floor(random() * 20);
  const callNs = intendedNs + Math.floor(random() * 100);
  const trace = randomTrace(random, callNs);
  const returnNs = (trace.at(-1)?.endNs ?? callNs) + Math.floor(random() * 10);
  const conflicts = trace.flatMap(({ conflict }) => conflict ?? []);
  const outcome = pick(random, OUTCOMES);
  return {
    ...{ orderId: id, seatId, round: ROUND, buyer, region, outcome },
    rejectionReason: outcome === 'REJECTED' ? 'SEAT_TAKEN' : null,
    read: outcome === 'REJECTED' ? 'SOLD' : 'AVAILABLE',
    readOrderId: null,
    ...{ attempts: trace.length, conflicts, trace, presses: random() < 0.9 ? 1 : 2 },
    ...{ lost: outcome === 'INDETERMINATE', intendedNs, callNs, returnNs },
  };
}

function randomTrace(random: Random, callNs: number): Attempt[] {
  const trace: Attempt[] = [];
  const attempts = Math.floor(random() * 4);
  let atNs = callNs;
  const later = (): number => (atNs += Math.floor(random() * 40));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [startNs, readNs, writeNs, endNs] = [later(), later(), later(), later()];
    const wrote = random() < 0.8;
    const conflict = attempt < attempts - 1 && wrote ? '40001 OC000' : null;
    trace.push({ startNs, readNs, writeNs: wrote ? writeNs : null, endNs, conflict });
  }
  return trace;
}

/** Who was told CONFIRMED mostly has a sale; others have one now and then. */
function saleOf(random: Random, order: Order, answers: readonly Answer[]): Sale[] {
  const answer = answers.find(({ orderId }) => orderId === order.id);
  if (random() > (answer?.outcome === 'CONFIRMED' ? 0.95 : 0.15)) return [];
  const { id, seatId, buyer, region } = order;
  const soldAtMs = 1e12 + Math.floor(random() * 10);
  return [{ id, seatId, round: ROUND, buyer, region, attempts: 1, soldAtMs }];
}
