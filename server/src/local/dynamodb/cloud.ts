// The embedded cloud's DynamoDB in one process: stores, clocks, links, replicas and a front for
// each Region, joined. It serves at once after a crash and repairs while serving.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@worldseat/schema/domain';
import { openClockCeiling } from './clock-ceiling.ts';
import { FaultInjector, type Faults } from './faults.ts';
import { openFront, type Front } from './front.ts';
import { waitForCeilingMs } from './hybrid-clock.ts';
import { Network, type ReplicationSettings } from './network.ts';
import { openRegions, type OpenedRegion, type Regions } from './regions.ts';
import { openReplicaRegistry, type ReplicaRegistry } from './replica-registry.ts';
import { Replicas } from './replicas.ts';
import { StrongTables } from './strong-tables.ts';
import { openSettingsFile } from './table-settings.ts';
import { KEEP_MS } from './tombstones.ts';

export interface CloudOptions {
  readonly dataDir: string;
  /** Region → port; 0: any free one. */
  readonly ports: Readonly<Record<string, number>>;
  readonly settings: ReplicationSettings;
  /** Region → its faults from the start; missing: none. */
  readonly faults: Readonly<Record<string, Partial<Faults>>>;
  /** Of the jitter and of random throttling. */
  readonly seed: number;
  readonly onFault: (message: string) => void;
}

export interface ReplicationState {
  /** Writes that have not arrived at a peer yet, held ones included. */
  readonly pending: number;
  /**
   * Comparisons by anti-entropy that are due and have not found or made both Regions the same; a
   * pause, a cut and failures hold them up. Converged: both numbers are 0 and nobody writes.
   */
  readonly repairing: number;
}

export interface Cloud {
  /** Region → port. */
  readonly ports: Readonly<Record<string, number>>;
  configure(settings: ReplicationSettings): void;
  setFaults(region: string, faults: Partial<Faults>): void;
  replication(): ReplicationState;
  /**
   * Ends when the requests under way are answered, or after the limit; what is pending is repaired
   * at the next start.
   */
  close(limitMs: number): Promise<void>;
}

/** How often old tombstones and transactions are looked for. */
const EXPIRY_MS = 60_000;

/** @throws when a port is taken, or the folder is in use or damaged */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  const { dataDir, onFault } = options;
  mkdirSync(dataDir, { recursive: true });
  const network = new Network(options.settings);
  const registry = openReplicaRegistry(join(dataDir, 'replicas.json'));
  const settings = openSettingsFile(join(dataDir, 'table-settings.json'));
  const ceiling = openClockCeiling(join(dataDir, 'clock-ceiling'));
  const random = seededRandom(options.seed);
  const names = Object.keys(options.ports);
  const opened = await openRegions({ names, dataDir, registry, ceiling, network, random, onFault });
  const strong = new StrongTables({ network, onFault, membersOf: membersOf(registry, opened) });
  const regions = opened.regions;
  const { witness } = opened;
  const parts = { regions, registry, settings, network, strong, witness, onFault };
  const replicas = new Replicas(parts);
  opened.onMissed(() => replicas.repairAll());
  await replicas.recover();
  await pause(waitForCeilingMs(ceiling.currentUs, Date.now()));
  const fronts = new Map<string, Front>();
  for (const { region, transactions } of opened.all) {
    const faults = new FaultInjector(random);
    faults.set(options.faults[region.name] ?? {});
    const services = { region, replicas, registry, settings, strong, transactions };
    const port = options.ports[region.name] ?? 0;
    fronts.set(region.name, await openFront({ services, faults, port, onFault }));
  }
  const replication = (): ReplicationState => ({
    pending: opened.pending + strong.behind.writes,
    repairing: replicas.repairing,
  });
  const isWhole = () => Object.values(replication()).every((count) => count === 0);
  const expiring = setInterval(() => void expire(opened.all, isWhole, onFault), EXPIRY_MS);
  return {
    ports: Object.fromEntries([...fronts].map(([name, { port }]) => [name, port])),
    configure: (changed) => {
      network.configure(changed);
      opened.resume();
      replicas.resume();
    },
    setFaults: (name, faults) => fronts.get(name)?.setFaults(faults),
    replication,
    close: async (limitMs) => {
      clearInterval(expiring);
      const closed = Promise.all([...fronts.values()].map((front) => front.close()));
      await Promise.race([closed, pause(limitMs)]);
      // A request that is still under way raises it again before it is stamped.
      ceiling.set(Math.max(...[...regions.values()].map(({ clock }) => clock.lastUs)));
    },
  };
}

/** The replicas of a table and its witness, as long as the Regions must agree. */
function membersOf(registry: ReplicaRegistry, { regions, witnesses }: Regions) {
  return (table: string) => {
    const known = registry.isStrong(table) ? registry.find(table) : null;
    if (known === null) return [];
    const replicas = known.regions.flatMap((name) => regions.get(name) ?? []);
    return [...replicas, ...[witnesses.get(known.witness ?? '') ?? []].flat()];
  };
}

/** While every Region has everything: what is forgotten then can be missing nowhere. */
async function expire(
  all: readonly OpenedRegion[],
  isWhole: () => boolean,
  onFault: (message: string) => void,
): Promise<void> {
  try {
    for (const { region, transactions } of all) {
      if (!isWhole()) return;
      await region.tombstones.expire(Date.now() - KEEP_MS);
      await transactions.expire(Date.now());
    }
  } catch (error) {
    onFault(`old records could not be forgotten: ${String(error)}`);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
