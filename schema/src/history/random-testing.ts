// Random histories with every field in every form, for tests. They need not make sense: what is
// asked of them is that they come back from a file as they were.
import {
  DEPLOYMENTS,
  OUTCOMES,
  REJECTION_REASONS,
  SCENARIOS,
  STRATEGIES,
  type Answer,
  type Attempt,
  type Order,
  type Random,
  type RegionTable,
  type Release,
  type Sale,
  type Scope,
  type SeatRow,
} from '../domain/index.ts';
import { HEADER } from './testing.ts';
import type { History, HistoryHeader } from './types.ts';

const REGIONS = ['us-east-1', 'us-east-2'] as const;

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;
const count = (random: Random, most: number): number => Math.floor(random() * (most + 1));
const times = <Item>(random: Random, most: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count(random, most) }, (_, index) => make(index));
const maybe = <Item>(random: Random, item: Item): Item | null => (random() < 0.5 ? item : null);

const WORDS = ['Ana', 'Bo "2"', 'Zoë\n', '東京 🎫', '\u2028', '\ud800', '', '\\u0000', '$&'];
const SEATS = ['A', '112-E-', 'B0', '', 'Box ', '7-'];

/** Any fields with any values; lists in the order in which a file is read back. */
export function randomHistory(random: Random): History {
  const scope = randomScope(random);
  const orders = times(random, 12, (index) => randomOrder(random, scope, index));
  const ids = [...orders.map(({ id }) => id), 'a stranger'];
  // Of orders with one id nobody could tell which was answered.
  const answered = orders.filter(({ id }) => id === 'twice' || random() < 0.8);
  return {
    header: randomHeader(random),
    scope,
    orders,
    answers: answered.map((order) => randomAnswer(random, order, scope, ids)),
    releases: times(random, 3, () => randomRelease(random)).sort((a, b) => a.callNs - b.callNs),
    markers: times(random, 3, () => ({ atNs: moment(random), label: pick(random, WORDS) })).sort(
      (one, other) => one.atNs - other.atNs,
    ),
    ledger: {
      sales: times(random, 5, (index) => randomSale(random, index)),
      converged: random() < 0.5,
      unreachable: times(random, 2, () => ({ region: 'r', reason: pick(random, WORDS) })),
    },
    tables: times(random, 3, () => randomTable(random, scope)),
    holes: times(random, 2, () => pick(random, WORDS)),
  };
}

/** Whole, with halves, negative, or as large as a year of nanoseconds. */
const moment = (random: Random): number =>
  pick(random, [
    ...[count(random, 9), count(random, 1e9), random() * 1e6, -1 - count(random, 100)],
    31_536_000_000_000_000,
  ]);

function randomScope(random: Random): Scope {
  const scope = new Map<string, number>();
  while (scope.size < 1 + count(random, 3) * 5) {
    const [prefix, first, round] = [pick(random, SEATS), count(random, 30), count(random, 3)];
    for (let seat = first; seat < first + count(random, 5) + 1; seat += 1) {
      scope.set(`${prefix}${seat}`, round);
    }
  }
  return scope;
}

function randomHeader(random: Random): HistoryHeader {
  const { burst, engine, software } = HEADER;
  return {
    burst: {
      ...burst,
      scenario: pick(random, SCENARIOS),
      strategy: pick(random, STRATEGIES),
      seatId: maybe(random, 'A1'),
      round: count(random, 3),
    },
    engine: { ...engine, deployment: pick(random, DEPLOYMENTS), name: pick(random, WORDS) },
    settings: Object.fromEntries(
      times(random, 4, (index) => [`${pick(random, WORDS)}${index}`, moment(random)]),
    ),
    software,
    venue: pick(random, WORDS),
    rule: maybe(random, { seatsPerFan: count(random, 9) }),
  };
}

function randomOrder(random: Random, scope: Scope, index: number): Order {
  const order = {
    id: random() < 0.1 ? 'twice' : `order ${index}`,
    seatId: pick(random, [...scope.keys(), 'nowhere']),
    buyer: pick(random, WORDS),
    region: pick(random, REGIONS),
  };
  return random() < 0.3 ? { ...order, fan: { key: pick(random, WORDS), limit: 4 } } : order;
}

function randomAnswer(random: Random, order: Order, scope: Scope, ids: string[]): Answer {
  const trace = times(random, 3, () => randomAttempt(random));
  const told = trace.flatMap(({ conflict }) => conflict ?? []);
  return {
    orderId: order.id,
    seatId: random() < 0.9 ? order.seatId : 'elsewhere',
    round: random() < 0.9 ? (scope.get(order.seatId) ?? 1) : 9,
    buyer: random() < 0.9 ? order.buyer : 'another',
    region: random() < 0.8 ? order.region : 'eu-west-1',
    outcome: pick(random, OUTCOMES),
    rejectionReason: maybe(random, pick(random, REJECTION_REASONS)),
    read: maybe(random, pick(random, ['AVAILABLE', 'SOLD'] as const)),
    readOrderId: maybe(random, pick(random, ids)),
    attempts: random() < 0.5 ? trace.length : count(random, 9),
    conflicts: random() < 0.8 ? told : [pick(random, WORDS)],
    trace,
    presses: 1 + count(random, 2),
    lost: random() < 0.3,
    ...{ intendedNs: moment(random), callNs: moment(random), returnNs: moment(random) },
  };
}

function randomAttempt(random: Random): Attempt {
  return {
    startNs: moment(random),
    readNs: maybe(random, moment(random)),
    writeNs: maybe(random, moment(random)),
    endNs: moment(random),
    conflict: maybe(random, pick(random, ['40001 OC000', ...WORDS])),
  };
}

function randomRelease(random: Random): Release {
  return {
    ...{ orderId: pick(random, WORDS), seatId: pick(random, SEATS), round: count(random, 3) },
    ...{ buyer: pick(random, WORDS), region: pick(random, REGIONS) },
    outcome: pick(random, ['RELEASED', 'INDETERMINATE', 'FAILED'] as const),
    ...{ callNs: moment(random), returnNs: moment(random) },
  };
}

function randomSale(random: Random, index: number): Sale {
  return {
    ...{ id: `order ${index}`, seatId: pick(random, SEATS), round: count(random, 3) },
    ...{ buyer: pick(random, WORDS), region: pick(random, REGIONS) },
    ...{ attempts: count(random, 3), soldAtMs: moment(random) },
  };
}

function randomTable(random: Random, scope: Scope): RegionTable {
  const region = pick(random, REGIONS);
  if (random() < 0.2) return { region, unreachable: pick(random, WORDS) };
  const isWhole = random() < 0.7;
  const rows = [...scope].flatMap(([seatId, round]): SeatRow[] => {
    if (!isWhole && random() < 0.3) return [];
    if (random() < 0.6) {
      const nobody = { owner: null, orderId: null, region: null };
      return [{ seatId, round, status: 'AVAILABLE', ...nobody }];
    }
    const status = pick(random, ['AVAILABLE', 'SOLD'] as const);
    const [owner, orderId] = [maybe(random, pick(random, WORDS)), maybe(random, 'order 1')];
    return [{ seatId, round: count(random, 9), status, owner, orderId, region }];
  });
  return { region, rows: isWhole ? rows : rows.slice(1).toReversed() };
}
