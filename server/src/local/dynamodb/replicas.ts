// Global tables, version 2019.11.21, eventual consistency: UpdateTable with ReplicaUpdates makes a
// replica, DescribeTable shows it. A replica is CREATING until anti-entropy has filled it.
import { repairTable } from './anti-entropy.ts';
import type { Region } from './region.ts';
import { RepairSchedule, type Pair } from './repair-schedule.ts';
import type { ReplicaRegistry } from './replica-registry.ts';
import {
  answer,
  isObject,
  parseObject,
  validationFault,
  type JsonObject,
  type WireAnswer,
} from './wire.ts';

const GLOBAL_TABLE_VERSION = '2019.11.21';

export interface ReplicasOptions {
  readonly regions: ReadonlyMap<string, Region>;
  readonly registry: ReplicaRegistry;
  /** Whether replication is paused from the start. */
  readonly paused: boolean;
  readonly onFault: (message: string) => void;
}

export class Replicas {
  readonly #options: ReplicasOptions;
  /** "table/Region" of replicas that are not filled yet. */
  readonly #filling = new Set<string>();
  readonly #schedule: RepairSchedule;

  constructor(options: ReplicasOptions) {
    this.#options = options;
    const { paused, onFault } = options;
    this.#schedule = new RepairSchedule({ paused, onFault, repair: (pair) => this.#repair(pair) });
  }

  /** Comparisons that are due: waiting for the end of a pause, running, or given up for now. */
  get repairing(): number {
    return this.#schedule.open;
  }

  /** During a pause nothing is repaired; what was asked for is done when it ends. */
  configure(settings: { readonly paused: boolean }): void {
    this.#schedule.configure(settings);
  }

  /** Makes the replica that an interrupted UpdateTable left out, then compares every table. */
  async recover(): Promise<void> {
    for (const table of this.#options.registry.tables()) {
      const names = this.#options.registry.regionsOf(table);
      const present = [...this.#options.regions.values()].filter(({ name }) =>
        names.includes(name),
      );
      const home = present[0];
      if (home === undefined) continue;
      for (const replica of present.slice(1)) await this.#makeTable(table, home, replica);
    }
    this.repairAll();
  }

  /** Has every global table compared between every two of its Regions, in the background. */
  repairAll(): void {
    for (const table of this.#options.registry.tables()) {
      const names = this.#options.registry.regionsOf(table);
      names.forEach((a, index) => {
        for (const b of names.slice(index + 1)) this.#schedule.request({ table, a, b });
      });
    }
  }

  /** UpdateTable with ReplicaUpdates, sent to `home`. */
  async update(home: Region, input: JsonObject): Promise<WireAnswer> {
    const table = String(input['TableName']);
    const wanted = wantedReplicas(input, home.name, [...this.#options.regions.keys()]);
    if (typeof wanted === 'string') return validationFault(wanted);
    const description = await home.catalog.describe(table);
    if (description === null) return home.store.call('DescribeTable', { TableName: table });
    if (description['GlobalSecondaryIndexes'] ?? description['LocalSecondaryIndexes']) {
      return validationFault('Replicas of tables with secondary indexes are not supported here');
    }
    const existing = this.#options.registry.regionsOf(table);
    const again = wanted.find((name) => existing.includes(name));
    if (again !== undefined) return validationFault(`Replica already exists: ${table} in ${again}`);
    this.#options.registry.add(table, [home.name, ...wanted]);
    for (const name of wanted) await this.#fill(table, home, name);
    const shown = this.show(home, description);
    return answer({ TableDescription: { ...shown, TableStatus: 'UPDATING' } });
  }

  /** The table's description with its replicas, as DescribeTable in that Region answers. */
  show(region: Region, description: JsonObject): JsonObject {
    const table = String(description['TableName']);
    const names = region.catalog.replicas(table);
    if (names.length === 0) return description;
    return {
      ...description,
      GlobalTableVersion: GLOBAL_TABLE_VERSION,
      MultiRegionConsistency: 'EVENTUAL',
      Replicas: names.map((name) => ({
        RegionName: name,
        ReplicaStatus: this.#filling.has(`${table}/${name}`) ? 'CREATING' : 'ACTIVE',
      })),
    };
  }

  async #fill(table: string, home: Region, name: string): Promise<void> {
    const replica = this.#options.regions.get(name);
    if (replica === undefined) return;
    const mark = `${table}/${name}`;
    this.#filling.add(mark);
    try {
      await this.#makeTable(table, home, replica);
    } catch (error) {
      // Not there: it must not be shown, and UpdateTable may ask for it again.
      this.#options.registry.remove(table, name);
      this.#filling.delete(mark);
      throw error;
    }
    const pair = { table, a: home.name, b: name };
    this.#schedule.request(pair, () => this.#filling.delete(mark));
  }

  async #makeTable(table: string, home: Region, replica: Region): Promise<void> {
    if ((await replica.catalog.describe(table)) !== null) return;
    const description = await home.catalog.describe(table);
    if (description === null) return;
    const given = await replica.store.call('CreateTable', {
      TableName: table,
      AttributeDefinitions: description['AttributeDefinitions'],
      KeySchema: description['KeySchema'],
      BillingMode: 'PAY_PER_REQUEST',
    });
    if (given.status !== 200) throw new Error(`${table} in ${replica.name}: ${given.text}`);
    // The store makes it ACTIVE in its next timer; until then nothing could be replicated to it.
    while ((await replica.catalog.describe(table))?.['TableStatus'] !== 'ACTIVE') {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #repair({ table, a, b }: Pair): Promise<boolean> {
    const [first, second] = [this.#options.regions.get(a), this.#options.regions.get(b)];
    if (first === undefined || second === undefined) return true;
    const isPaused = () => this.#schedule.paused;
    try {
      return (await repairTable({ table, a: first, b: second, isPaused })) === 0;
    } catch (error) {
      this.#options.onFault(`anti-entropy of ${table}, ${a} and ${b}: ${String(error)}`);
      return false;
    }
  }
}

/** The Regions that get a replica, or what is wrong with the request. */
function wantedReplicas(input: JsonObject, home: string, known: string[]): string[] | string {
  if (input['MultiRegionConsistency'] === 'STRONG') {
    return 'MultiRegionConsistency STRONG is not supported here: only EVENTUAL';
  }
  const updates = input['ReplicaUpdates'];
  if (!Array.isArray(updates) || updates.length === 0) return 'ReplicaUpdates must not be empty';
  const allowed = known.filter((name) => name !== home);
  const wanted: string[] = [];
  for (const update of updates) {
    const create = isObject(update) ? update['Create'] : undefined;
    const name = isObject(create) ? create['RegionName'] : undefined;
    if (typeof name !== 'string' || !allowed.includes(name)) {
      return `ReplicaUpdates supports only Create with RegionName of: ${allowed.join(', ')}`;
    }
    wanted.push(name);
  }
  return wanted;
}

/** DescribeTable's answer, with the replicas added. */
export function withReplicas(replicas: Replicas, region: Region, given: WireAnswer): WireAnswer {
  const body = given.status === 200 ? parseObject(given.text) : null;
  const table = body?.['Table'];
  return isObject(table) ? answer({ Table: replicas.show(region, table) }) : given;
}
