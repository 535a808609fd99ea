// The embedded cloud's DynamoDB in one process: stores, clocks, links, replicas and a front for
// each Region, joined. It serves at once after a crash and repairs while serving.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@worldseat/schema/domain';
import { openClockCeiling, type ClockCeiling } from './clock-ceiling.ts';
import { openFront, type Front } from './front.ts';
import { HybridClock, waitForCeilingMs } from './hybrid-clock.ts';
import { Region } from './region.ts';
import { openReplicaRegistry, type ReplicaRegistry } from './replica-registry.ts';
import { Replicas } from './replicas.ts';
import { ReplicationLink, type ReplicationSettings } from './replication-link.ts';
import { openStore } from './store.ts';
import { TableCatalog } from './table-catalog.ts';

export interface CloudOptions {
  readonly dataDir: string;
  /** Region → port; 0: any free one. */
  readonly ports: Readonly<Record<string, number>>;
  readonly settings: ReplicationSettings;
  /** Of the jitter. */
  readonly seed: number;
  readonly onFault: (message: string) => void;
}

export interface ReplicationState {
  /** Writes that have not arrived at a peer yet, held ones included. */
  readonly pending: number;
  /**
   * Comparisons by anti-entropy that are due and have not found or made both Regions the same; a
   * pause and failures hold them up. Converged: both numbers are 0 and nobody writes.
   */
  readonly repairing: number;
}

export interface Cloud {
  /** Region → port. */
  readonly ports: Readonly<Record<string, number>>;
  configure(settings: ReplicationSettings): void;
  replication(): ReplicationState;
  /**
   * Ends when the requests under way are answered, or after the limit; what is pending is repaired
   * at the next start.
   */
  close(limitMs: number): Promise<void>;
}

/** @throws when a port is taken, or the folder is in use or damaged */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  const { dataDir, onFault } = options;
  mkdirSync(dataDir, { recursive: true });
  const registry = openReplicaRegistry(join(dataDir, 'replicas.json'));
  const ceiling = openClockCeiling(join(dataDir, 'clock-ceiling'));
  const regions = openRegions(options, registry, ceiling);
  const replicas = new Replicas({ regions, registry, onFault, paused: options.settings.paused });
  const links = openLinks(options, regions, () => replicas.repairAll());
  // The first call opens the store: a folder that is in use or damaged shows here.
  for (const region of regions.values()) await region.store.call('ListTables', {});
  await replicas.recover();
  await pause(waitForCeilingMs(ceiling.currentUs, Date.now()));
  const fronts = new Map<string, Front>();
  for (const region of regions.values()) {
    const port = options.ports[region.name] ?? 0;
    fronts.set(region.name, await openFront({ region, replicas, port, onFault }));
  }
  return {
    ports: Object.fromEntries([...fronts].map(([name, { port }]) => [name, port])),
    configure: (settings) => {
      links.forEach((link) => link.configure(settings));
      replicas.configure(settings);
    },
    replication: () => ({
      pending: links.reduce((sum, link) => sum + link.pending, 0),
      repairing: replicas.repairing,
    }),
    close: async (limitMs) => {
      const closed = Promise.all([...fronts.values()].map((front) => front.close()));
      await Promise.race([closed, pause(limitMs)]);
      // A request that is still under way raises it again before it is stamped.
      ceiling.set(Math.max(...[...regions.values()].map(({ clock }) => clock.lastUs)));
    },
  };
}

function openRegions(options: CloudOptions, registry: ReplicaRegistry, ceiling: ClockCeiling) {
  const { dataDir, onFault } = options;
  const regions = new Map<string, Region>();
  for (const name of Object.keys(options.ports)) {
    const store = openStore(join(dataDir, name), name);
    const catalog = new TableCatalog(name, store, registry);
    regions.set(
      name,
      new Region({ name, store, catalog, clock: new HybridClock(ceiling), onFault }),
    );
  }
  return regions;
}

function openLinks(
  options: CloudOptions,
  regions: ReadonlyMap<string, Region>,
  onMissed: () => void,
): ReplicationLink[] {
  const random = seededRandom(options.seed);
  const links: ReplicationLink[] = [];
  for (const from of regions.values()) {
    for (const to of regions.values()) {
      if (from === to) continue;
      const link = new ReplicationLink({
        settings: options.settings,
        random,
        apply: (table, key, item) => to.apply(table, key, item),
        onMissed,
      });
      from.links.set(to.name, link);
      links.push(link);
    }
  }
  return links;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
