// What the clients are going to do: transactions by chance, from a seed, so that a failure can be
// asked for again. How they meet is up to the machine. Pure.
import { seededRandom, type Random } from '../../schema/src/domain/index.ts';
import type { Operation, Where } from './history.ts';

/** How a statement is sent. */
export const PROTOCOLS = [
  'SIMPLE',
  'UNNAMED',
  'NAMED',
  /** Extended, with rows fetched two at a time and Flush in place of Sync, as a cursor does. */
  'PORTAL',
] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** What happens to the client or to the database meanwhile. */
export type Disturbance =
  /** The client goes away in front of this operation (at COMMIT: with its answer under way). */
  | { readonly kind: 'DISCONNECT'; readonly at: number | 'COMMIT' }
  /** A backend of the database is ended, anybody's, in front of this operation. */
  | { readonly kind: 'KILL'; readonly at: number | 'COMMIT'; readonly whose: number };

export interface Plan {
  readonly id: number;
  readonly autocommit: boolean;
  readonly operations: readonly Operation[];
  /** Of each operation. */
  readonly protocols: readonly Protocol[];
  /** In front of which operation its own row is written, and everybody's are read. */
  readonly logAt: number;
  readonly viewAt: number;
  readonly ending: 'COMMIT' | 'ROLLBACK';
  readonly disturbance: Disturbance | null;
}

export interface Workload {
  /** Keys are 1 … keys. */
  readonly keys: number;
  /** How often each operation comes, relative to the others. */
  readonly weights: Readonly<Record<Operation['kind'], number>>;
  readonly maxOperations: number;
  /** Shares of all transactions, 0 … 1. */
  readonly autocommit: number;
  readonly disturbed: number;
}

/** A bit of everything on a few rows. */
export const MIXED: Workload = {
  keys: 6,
  weights: { READ: 20, UPDATE: 30, DELETE: 8, INSERT: 14, RENAME: 4, LOCK: 24 },
  maxOperations: 4,
  autocommit: 0.2,
  disturbed: 0.06,
};

/** Keys come and go: what was inserted since a snapshot is soon deleted again. */
export const CHURN: Workload = {
  keys: 3,
  weights: { READ: 20, UPDATE: 5, DELETE: 30, INSERT: 40, RENAME: 0, LOCK: 5 },
  maxOperations: 4,
  autocommit: 0.6,
  disturbed: 0.02,
};

export function planTransactions(seed: number, count: number, workload: Workload): Plan[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => planTransaction(at + 1, random, workload));
}

function planTransaction(id: number, random: Random, workload: Workload): Plan {
  const autocommit = random() < workload.autocommit;
  const length = autocommit ? 1 : 1 + below(workload.maxOperations, random);
  const operations = Array.from({ length }, () => {
    const kinds = autocommit ? WRITES : ALL;
    return planOperation(chooseKind(kinds, workload, random), workload.keys, random);
  });
  // What a transaction read last, and what it will have committed, is worth a look.
  if (!autocommit && random() < 0.5) operations.push({ kind: 'READ' });
  return {
    id,
    autocommit,
    operations,
    protocols: operations.map(() => oneOf(PROTOCOLS, random)),
    logAt: below(operations.length + 1, random),
    viewAt: random() < 0.7 ? 0 : below(operations.length + 1, random),
    ending: !autocommit && random() < 0.05 ? 'ROLLBACK' : 'COMMIT',
    disturbance: random() < workload.disturbed ? disturb(operations.length, random) : null,
  };
}

const ALL: readonly Operation['kind'][] = ['READ', 'UPDATE', 'DELETE', 'INSERT', 'RENAME', 'LOCK'];
const WRITES: readonly Operation['kind'][] = ['UPDATE', 'DELETE', 'INSERT', 'RENAME'];

function chooseKind(
  kinds: readonly Operation['kind'][],
  { weights }: Workload,
  random: Random,
): Operation['kind'] {
  const total = kinds.reduce((sum, kind) => sum + weights[kind], 0);
  let left = random() * total;
  return kinds.find((kind) => (left -= weights[kind]) < 0) ?? 'READ';
}

function planOperation(kind: Operation['kind'], keys: number, random: Random): Operation {
  const key = () => 1 + below(keys, random);
  const returning = random() < 0.5;
  switch (kind) {
    case 'READ':
      return { kind };
    case 'UPDATE':
      return { kind, where: planWhere(keys, random), add: 1 + below(9, random), returning };
    case 'DELETE':
      return { kind, where: { by: 'KEYS', keys: [key()] }, returning };
    case 'INSERT':
      return { kind, key: key(), value: below(10, random), orNothing: random() < 0.7 };
    case 'RENAME': {
      const from = key();
      return { kind, from, to: 1 + ((from - 1 + 1 + below(keys - 1, random)) % keys) };
    }
    case 'LOCK':
      return {
        kind,
        mode: random() < 0.6 ? 'FOR UPDATE' : 'FOR KEY SHARE',
        where: planWhere(keys, random),
      };
  }
}

function planWhere(keys: number, random: Random): Where {
  const chance = random();
  const key = 1 + below(keys, random);
  if (chance < 0.6) return { by: 'KEYS', keys: [key] };
  if (chance < 0.8) return { by: 'KEYS', keys: [key, 1 + below(keys, random)] };
  if (chance < 0.9) return { by: 'RANGE', from: key, to: key + 1 };
  return { by: 'PARITY', parity: random() < 0.5 ? 0 : 1 };
}

function disturb(length: number, random: Random): Disturbance {
  const at = random() < 0.4 ? 'COMMIT' : below(length, random);
  if (random() < 0.5) return { kind: 'DISCONNECT', at };
  return { kind: 'KILL', at, whose: below(1_000, random) };
}

const below = (limit: number, random: Random): number => Math.floor(random() * limit);

function oneOf<Item>(items: readonly [Item, ...Item[]], random: Random): Item {
  return items[below(items.length, random)] ?? items[0];
}
