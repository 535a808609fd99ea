// The driver: many clients at the Regions of one database carry out the plans of a seed as fast as
// they can, while connections and backends die. What comes out is a history; it is not judged here.
import type { Capabilities } from './checker.ts';
import type { FinalState, History, Row, Transaction } from './history.ts';
import { ask, plain } from './ask.ts';
import { KeptClient } from './kept-client.ts';
import { performPlan } from './perform-plan.ts';
import { planTransactions, type Plan, type Workload } from './plan.ts';
import { COLUMNS, createTables, fenceSql, inlined, type Tables } from './sql.ts';
import type { PostgresClient } from '../support/postgres-client.ts';
import { waitFor } from '../support/wait-for.ts';

/** The database under test, as its clients reach it. */
export interface Database {
  readonly regions: readonly string[];
  readonly capabilities: Capabilities;
  connect(region: string): Promise<PostgresClient>;
  /** Ends one backend that serves a client, anybody's. @param whose chooses among them */
  killBackend(whose: number): Promise<void>;
}

export interface RunOptions {
  readonly seed: number;
  readonly transactions: number;
  readonly workload: Workload;
  /** Default 16; they alternate between the Regions. */
  readonly clients?: number;
}

/** Makes tables of its own, named after the seed, and leaves them. */
export async function runWorkload(database: Database, options: RunOptions): Promise<History> {
  const { seed, transactions: count, workload, clients = 16 } = options;
  const tables = { items: `items_${seed}`, log: `log_${seed}` };
  const initial = initialRows(workload.keys);
  await makeTables(database, tables, initial);
  const waiting = planTransactions(seed, count, workload);
  const transactions: Transaction[] = [];
  let moment = 0;
  const tick = () => ++moment;
  const lanes = Array.from({ length: clients }, async (_, lane) => {
    const region = database.regions[lane % database.regions.length] ?? '';
    const kept = new KeptClient(() => database.connect(region));
    const kill = (whose: number) => database.killBackend(whose);
    const { takeNotices } = kept;
    for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
      const around = { client: await kept.get(), region, tables, tick, kill, takeNotices };
      const transaction = await performOrGiveUp(plan, performPlan(plan, around));
      transactions.push(transaction);
      if (isLost(transaction)) kept.giveUp();
    }
    await kept.end();
  });
  await Promise.all(lanes);
  await fence(database, tables, transactions);
  const finals = await Promise.all(
    database.regions.map((region) => readFinal(database, region, tables)),
  );
  return {
    initial,
    transactions: await withSnapshots(database, tables, transactions),
    finals,
  };
}

const isLost = ({ end }: Transaction): boolean =>
  end.kind === 'LOST_BEFORE' || end.kind === 'LOST_AT_COMMIT';

/** A transaction that takes this long waits for something that does not come. */
const LIMIT_MS = 60_000;

async function performOrGiveUp(plan: Plan, performing: Promise<Transaction>): Promise<Transaction> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const said = `transaction ${plan.id} has not ended after ${LIMIT_MS} ms: ${JSON.stringify(plan)}`;
    timer = setTimeout(() => reject(new Error(said)), LIMIT_MS);
  });
  try {
    return await Promise.race([performing, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Every second key has a row. */
function initialRows(keys: number): Row[] {
  return Array.from({ length: Math.ceil(keys / 2) }, (_, at) => ({
    key: 1 + 2 * at,
    version: '0.0',
    value: at,
  }));
}

async function makeTables(
  database: Database,
  tables: Tables,
  initial: readonly Row[],
): Promise<void> {
  const rows = initial.map(({ key, version, value }) => `(${key}, '${version}', ${value})`);
  const insert = `INSERT INTO ${tables.items} (${COLUMNS}) VALUES ${rows.join(', ')}`;
  await withClient(database, database.regions[0] ?? '', async (client) => {
    for (const text of [...createTables(tables), insert]) await client.query(text);
  });
}

/** Settles every transaction whose answer was lost: it has committed, or it never will. */
async function fence(
  database: Database,
  tables: Tables,
  transactions: readonly Transaction[],
): Promise<void> {
  const lost = transactions.filter(({ end }) => end.kind === 'LOST_AT_COMMIT');
  await withClient(database, database.regions[0] ?? '', async (client) => {
    for (const { id } of lost) {
      const text = inlined(fenceSql(tables, id));
      // Refused as long as the transaction is about to commit.
      await waitFor(async () => (await ask(client, plain(text), 'SIMPLE')).kind === 'DONE', {
        what: `transaction ${id} is settled`,
      });
    }
  });
}

function readFinal(database: Database, region: string, tables: Tables): Promise<FinalState> {
  return withClient(database, region, async (client) => {
    const { rows } = await client.query<Row>(`SELECT ${COLUMNS} FROM ${tables.items} ORDER BY key`);
    const committed = await client.query<{ id: number }>(
      `SELECT id FROM ${tables.log} WHERE NOT fenced ORDER BY id`,
    );
    return { region, rows, committed: committed.rows.map(({ id }) => id) };
  });
}

/** Adds the snapshots that transactions of one statement recorded in the database. */
function withSnapshots(
  database: Database,
  tables: Tables,
  transactions: readonly Transaction[],
): Promise<Transaction[]> {
  return withClient(database, database.regions[0] ?? '', async (client) => {
    const { rows } = await client.query<{ id: number; snapshot: string }>(
      `SELECT id, snapshot FROM ${tables.log} WHERE snapshot IS NOT NULL`,
    );
    const recorded = new Map(rows.map(({ id, snapshot }) => [id, snapshot]));
    return transactions.map((transaction) => {
      const text = recorded.get(transaction.id);
      if (text === undefined) return transaction;
      return { ...transaction, snapshot: text === '' ? [] : text.split(',').map(Number) };
    });
  });
}

async function withClient<Result>(
  database: Database,
  region: string,
  work: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  const client = await database.connect(region);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
