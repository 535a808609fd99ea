// Global tables, version 2019.11.21: UpdateTable makes and removes replicas. What is intended is
// written down first, and finished at the next start if a crash came in between. A replica is
// CREATING until it has been compared with its peer.
import { repairTable } from './anti-entropy.ts';
import type { Network } from './network.ts';
import type { Region } from './region.ts';
import { dropTable, makeTable } from './region-tables.ts';
import { RepairSchedule, type Pair } from './repair-schedule.ts';
import type { ReplicaRegistry } from './replica-registry.ts';
import { alreadyThere, askedChange, type ReplicaChange } from './replica-request.ts';
import type { StrongTables } from './strong-tables.ts';
import { describe } from './table-description.ts';
import type { SettingsFile } from './table-settings.ts';
import { answer, inUse, isObject, validationFault } from './wire.ts';
import type { JsonObject, WireAnswer } from './wire.ts';

export interface ReplicasOptions {
  readonly regions: ReadonlyMap<string, Region>;
  readonly registry: ReplicaRegistry;
  readonly settings: SettingsFile;
  readonly network: Network;
  readonly strong: StrongTables;
  /** The Region that is a witness; opened when it is not yet. @throws */
  readonly witness: (name: string) => Promise<Region>;
  readonly onFault: (message: string) => void;
}

export class Replicas {
  readonly #options: ReplicasOptions;
  /** Table → Regions whose part is not filled yet. */
  readonly #filling = new Map<string, Set<string>>();
  readonly #changing = new Set<string>();
  readonly #schedule: RepairSchedule;

  constructor(options: ReplicasOptions) {
    this.#options = options;
    const { network, onFault } = options;
    this.#schedule = new RepairSchedule({
      paused: false,
      isCut: ({ a, b }) => !network.deliversBothWays(a, b),
      onFault,
      repair: (pair) => this.#repair(pair),
    });
  }

  /** Comparisons that are due: waiting for the end of a cut, running, or given up for now. */
  get repairing(): number {
    return this.#schedule.open + this.#options.strong.behind.members;
  }

  /** The network has changed: what waited for it is done now. */
  resume(): void {
    this.#schedule.configure({ paused: false });
    const { registry, strong } = this.#options;
    void strong.heal(registry.tables().filter((table) => registry.isStrong(table)));
  }

  /** Finishes what an interrupted UpdateTable left out, then compares every table. */
  async recover(): Promise<void> {
    const { registry, strong, regions } = this.#options;
    for (const table of registry.tables()) {
      for (const name of registry.find(table)?.leaving ?? []) await this.#drop(table, name);
      const known = registry.find(table);
      const [home, ...rest] = (known?.regions ?? []).filter((name) => regions.has(name));
      const description = await regions.get(home ?? '')?.catalog.describe(table);
      for (const name of rest) {
        const region = regions.get(name);
        if (region !== undefined && isObject(description)) await makeTable(region, description);
      }
      if (known?.witness != null && isObject(description)) {
        await makeTable(await this.#options.witness(known.witness), description);
      }
      if (registry.isStrong(table)) strong.forget(table);
    }
    this.repairAll();
    this.resume();
  }

  /** Has every EVENTUAL table compared between every two of its Regions, in the background. */
  repairAll(): void {
    const { registry } = this.#options;
    for (const table of registry.tables()) {
      if (registry.isStrong(table)) continue;
      const names = registry.regionsOf(table);
      names.forEach((a, index) => {
        for (const b of names.slice(index + 1)) this.#schedule.request({ table, a, b });
      });
    }
  }

  /** UpdateTable about replicas, sent to `home`. */
  async update(home: Region, input: JsonObject): Promise<WireAnswer> {
    const { registry, regions } = this.#options;
    const table = String(input['TableName']);
    const description = await home.catalog.describe(table);
    if (description === null) return home.store.call('DescribeTable', { TableName: table });
    const known = registry.find(table);
    const running = [...regions.keys()];
    const change = askedChange(input, { table, here: home.name, running, known });
    if (typeof change === 'string') return validationFault(change);
    return this.changing(table, async () => {
      const wrong = await this.#wrongFor(change, home, description);
      if (wrong !== null) return validationFault(wrong);
      await this.#make(change, home, description);
      const shown = this.show(home, description);
      return answer({ TableDescription: { ...shown, TableStatus: 'UPDATING' } });
    });
  }

  /** Makes a change of the table, or says that another one is under way. */
  async changing(table: string, change: () => Promise<WireAnswer>): Promise<WireAnswer> {
    const leaving = this.#options.registry.find(table)?.leaving ?? [];
    const isBusy = this.#changing.has(table) || this.#filling.has(table) || leaving.length > 0;
    if (isBusy) return inUse(table);
    this.#changing.add(table);
    try {
      return await change();
    } finally {
      this.#changing.delete(table);
    }
  }

  /** The table's description as DescribeTable in that Region answers. */
  show(region: Region, description: JsonObject): JsonObject {
    const table = String(description['TableName']);
    return describe(description, {
      region: region.name,
      known: this.#options.registry.find(table),
      settings: this.#options.settings.of(region.name, table),
      filling: this.#filling.get(table) ?? new Set(),
    });
  }

  /** These Regions have no replica any more; with the last of a STRONG table, no witness either. */
  async remove(table: string, names: readonly string[]): Promise<void> {
    const { registry, strong } = this.#options;
    const known = registry.find(table);
    const witness = known?.consistency === 'STRONG' ? known.witness : null;
    const leaving = witness === null ? names : [...names, witness];
    registry.leave(table, leaving);
    for (const name of leaving) await this.#drop(table, name);
    if (registry.find(table) === null) strong.drop(table);
  }

  async #wrongFor(
    change: ReplicaChange,
    home: Region,
    description: JsonObject,
  ): Promise<string | null> {
    const table = String(description['TableName']);
    const { regions, settings } = this.#options;
    if (change.kind === 'REMOVE') {
      const kept = change.regions.find((name) => settings.of(name, table).isProtected);
      return kept === undefined
        ? null
        : `Cannot delete table ${table} in region ${kept} because it has deletion protection enabled. Disable deletion protection first.`;
    }
    if (description['GlobalSecondaryIndexes'] ?? description['LocalSecondaryIndexes']) {
      return 'Replicas of tables with secondary indexes are not supported here';
    }
    const billing = description['BillingModeSummary'];
    if (!isObject(billing) || billing['BillingMode'] !== 'PAY_PER_REQUEST') {
      return 'Table write capacity should either be Pay-Per-Request or AutoScaled.';
    }
    for (const name of change.kind === 'ADD' ? [change.region] : change.regions) {
      if ((await regions.get(name)?.catalog.describe(table)) != null) return alreadyThere(table);
    }
    if (change.kind === 'ADD') return null;
    const { body } = await home.store.read('Scan', { TableName: table, Limit: 1 });
    return body['Count'] === 0
      ? null
      : 'A table with items cannot become a global table with MultiRegionConsistency set to STRONG: it must be empty';
  }

  async #make(change: ReplicaChange, home: Region, description: JsonObject): Promise<void> {
    const table = String(description['TableName']);
    if (change.kind === 'REMOVE') {
      await this.remove(table, change.regions);
      return;
    }
    const { registry, strong } = this.#options;
    const names = change.kind === 'ADD' ? [change.region] : change.regions;
    if (change.kind === 'ADD') registry.add(table, [home.name, ...names]);
    else {
      registry.add(table, [home.name, ...names], {
        consistency: 'STRONG',
        witness: change.witness,
      });
      strong.forget(table);
    }
    const witness = change.kind === 'ADD' ? null : change.witness;
    const parts = witness === null ? names : [...names, witness];
    this.#filling.set(table, new Set(parts));
    try {
      for (const name of parts) await makeTable(await this.#partOf(table, name), description);
    } catch (error) {
      // Not there: it must not be shown, and UpdateTable may ask for it again.
      names.forEach((name) => registry.remove(table, name));
      this.#filling.delete(table);
      throw error;
    }
    this.#fill(change, table, home.name);
  }

  #fill(change: ReplicaChange, table: string, home: string): void {
    const done = () => this.#filling.delete(table);
    if (change.kind === 'ADD') {
      const { registry, settings } = this.#options;
      registry.regionsOf(table).forEach((name) => settings.enableStream(name, table));
      this.#schedule.request({ table, a: home, b: change.region }, done);
    } else void this.#options.strong.heal([table]).then(done);
  }

  /** @throws when nothing of that name runs here */
  async #partOf(table: string, name: string): Promise<Region> {
    const { registry, regions, witness } = this.#options;
    if (registry.find(table)?.witness === name) return witness(name);
    const region = regions.get(name);
    if (region === undefined) throw new Error(`Region ${name} does not run here`);
    return region;
  }

  async #drop(table: string, name: string): Promise<void> {
    const part = await this.#partOf(table, name);
    await dropTable(part, this.#options.settings, table);
    this.#options.registry.remove(table, name);
  }

  async #repair({ table, a, b }: Pair): Promise<boolean> {
    const { registry, regions, onFault } = this.#options;
    const [first, second] = [regions.get(a), regions.get(b)];
    const isOver = () => ![a, b].every((name) => registry.regionsOf(table).includes(name));
    if (first === undefined || second === undefined || isOver()) return true;
    const isPaused = () => this.#schedule.holds({ table, a, b });
    try {
      return (await repairTable({ table, a: first, b: second, isPaused })) === 0;
    } catch (error) {
      if (isOver()) return true;
      onFault(`anti-entropy of ${table}, ${a} and ${b}: ${String(error)}`);
      return false;
    }
  }
}
