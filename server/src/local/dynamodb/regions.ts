// Opens the Regions of one cloud with their stores, and the links between them; and a witness's,
// which has a store and a clock, but no endpoint and no links: only STRONG tables write to it.
import { join } from 'node:path';
import type { Random } from '@worldseat/schema/domain';
import type { ClockCeiling } from './clock-ceiling.ts';
import { HybridClock } from './hybrid-clock.ts';
import type { Network } from './network.ts';
import { Region } from './region.ts';
import type { ReplicaRegistry } from './replica-registry.ts';
import { ReplicationLink } from './replication-link.ts';
import { openStore } from './store.ts';
import { SystemTable } from './system-table.ts';
import { TableCatalog } from './table-catalog.ts';
import { Tombstones } from './tombstones.ts';
import { TransactionLog } from './transaction-log.ts';

export interface RegionsOptions {
  readonly names: readonly string[];
  readonly dataDir: string;
  readonly registry: ReplicaRegistry;
  readonly ceiling: ClockCeiling;
  readonly network: Network;
  /** Of the jitter. */
  readonly random: Random;
  readonly onFault: (message: string) => void;
}

export interface OpenedRegion {
  readonly region: Region;
  readonly transactions: TransactionLog;
}

export interface Regions {
  readonly all: readonly OpenedRegion[];
  readonly regions: ReadonlyMap<string, Region>;
  readonly witnesses: ReadonlyMap<string, Region>;
  /** Opened when it is not yet. @throws */
  readonly witness: (name: string) => Promise<Region>;
  /** Asynchronous writes that have not arrived yet. */
  readonly pending: number;
  /** The network has changed: what was held is sent. */
  resume(): void;
  /** @param call when writes were lost on their way and the Regions must be compared */
  onMissed(call: () => void): void;
}

/** @throws when the folder is in use or damaged */
export async function openRegions(options: RegionsOptions): Promise<Regions> {
  const { names, dataDir } = options;
  const all: OpenedRegion[] = [];
  for (const name of names) all.push(await openRegion(name, join(dataDir, name), options));
  const regions = new Map(all.map(({ region }) => [region.name, region]));
  const witnesses = new Map<string, Region>();
  const opening = new Map<string, Promise<Region>>();
  const openWitness = async (name: string): Promise<Region> => {
    const { region } = await openRegion(name, join(dataDir, 'witnesses', name), options);
    witnesses.set(name, region);
    return region;
  };
  const onMissed: { call: () => void } = { call: () => undefined };
  const links = openLinks(regions, options, () => onMissed.call());
  return {
    all,
    regions,
    witnesses,
    witness(name) {
      // Once: a store can be opened by one only, and several tables may be made at once.
      const opened = opening.get(name) ?? openWitness(name);
      opening.set(name, opened);
      return opened;
    },
    get pending() {
      return links.reduce((sum, link) => sum + link.pending, 0);
    },
    resume: () => links.forEach((link) => link.resume()),
    onMissed: (call) => (onMissed.call = call),
  };
}

async function openRegion(
  name: string,
  folder: string,
  { registry, ceiling, onFault }: RegionsOptions,
): Promise<OpenedRegion> {
  const store = openStore(folder, name);
  const system = new SystemTable(store);
  // The first call opens the store: a folder that is in use or damaged shows here.
  await system.open();
  const tombstones = new Tombstones(system);
  await tombstones.open();
  const catalog = new TableCatalog(name, store, registry);
  const clock = new HybridClock(ceiling);
  const region = new Region({ name, store, catalog, clock, tombstones, onFault });
  const transactions = new TransactionLog(system);
  const isGone = async (table: string) => (await catalog.describe(table)) === null;
  await transactions.recover(
    async ({ table, key, version }) => (await isGone(table)) || region.apply(table, key, version),
    Date.now(),
  );
  return { region, transactions };
}

function openLinks(
  regions: ReadonlyMap<string, Region>,
  { network, random, registry }: RegionsOptions,
  onMissed: () => void,
): ReplicationLink[] {
  const links: ReplicationLink[] = [];
  for (const from of regions.values()) {
    for (const to of regions.values()) {
      if (from === to) continue;
      const link = new ReplicationLink({
        from: from.name,
        to: to.name,
        network,
        random,
        apply: async (table, key, version) =>
          !registry.regionsOf(table).includes(to.name) || to.apply(table, key, version),
        onMissed,
      });
      from.links.set(to.name, link);
      links.push(link);
    }
  }
  return links;
}
