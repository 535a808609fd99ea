// The embedded DynamoDB Global Tables, as the server starts them: one process with a front for each
// Region, started again on the same ports when it dies. Clients meet it through its addresses only.
import type { Log } from '../../log.ts';
import type { ReplicationState } from './cloud.ts';
import { CLOSE_LIMIT_MS } from './child-messages.ts';
import { StartFailed, startCloudProcess, type CloudProcess } from './child-process.ts';
import { lasting, type Faults } from './faults.ts';
import type { ReplicationSettings } from './network.ts';

/** More restarts than this in RESTART_WINDOW_MS: it stays down and onExit is called. */
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
/** Before a second and later restart of the window, so that a freed port can settle. */
const RESTART_PAUSE_MS = 200;
/** The process of a server that was killed may hold the folder until it has closed. */
const FOLDER_LIMIT_MS = CLOSE_LIMIT_MS + 1000;

export interface GlobalTablesOptions {
  /** Of this alone: one folder a Region, the clock's ceiling, the list of replicas. */
  readonly dataDir: string;
  /** Default us-east-1, us-east-2. */
  readonly regions?: readonly string[];
  /** Delay from a write to its arrival in the other Region. Default 80. */
  readonly lagMs?: number;
  /** ± around lagMs. Default 20. */
  readonly jitterMs?: number;
  /** STRONG tables: the round trip of a write and of a consistent read. Default 10. */
  readonly strongDelayMs?: number;
  /** Region → port; missing: any free one. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Of the jitter, and of random throttling. Default 1. */
  readonly seed?: number;
  readonly log: Log;
  /** Called once when it is down for good, unless stopped. @param reason in words */
  readonly onExit?: (reason: string) => void;
}

export interface GlobalTables {
  /** Region → http://127.0.0.1:port, the same for the whole life. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The process now; null while it is down. */
  readonly pid: number | null;
  /**
   * Changes the delays, pauses, cuts the ways between Regions or heals them; kept over a restart.
   * @throws when it does not answer
   */
  setReplication(change: Partial<ReplicationSettings>): Promise<void>;
  /**
   * Faults of a Region's endpoint, or of every Region's. Over a restart, what is counted is over;
   * the rest is kept. @throws when there is no such Region, or it does not answer
   */
  setFaults(change: Partial<Faults>, region?: string): Promise<void>;
  /** For tests and displays: AWS has no such call, so no engine may use it. */
  replication(): Promise<ReplicationState>;
  /** Ends the process; also while it is being started again. */
  stop(): Promise<void>;
}

/** The embedded DynamoDB could not be started; the message says why. */
export class GlobalTablesError extends Error {
  override readonly name = 'GlobalTablesError';
  readonly code = 'GLOBAL_TABLES';
}

/** Resolves when every Region answers. @throws GlobalTablesError */
export async function startGlobalTables(options: GlobalTablesOptions): Promise<GlobalTables> {
  const supervisor = new Supervisor(options);
  await supervisor.start();
  return supervisor;
}

class Supervisor implements GlobalTables {
  readonly #options: GlobalTablesOptions;
  #ports: Readonly<Record<string, number>>;
  #settings: ReplicationSettings;
  /** Region → what of its faults outlives a restart. */
  #faults: Readonly<Record<string, Partial<Faults>>> = {};
  #process: CloudProcess | null = null;
  #restarting: Promise<void> = Promise.resolve();
  #restartsAtMs: number[] = [];
  #stopping = false;

  constructor(options: GlobalTablesOptions) {
    const { regions = ['us-east-1', 'us-east-2'], ports = {}, ...rest } = options;
    const { lagMs = 80, jitterMs = 20, strongDelayMs = 10 } = rest;
    this.#options = options;
    this.#ports = Object.fromEntries(regions.map((region) => [region, ports[region] ?? 0]));
    this.#settings = { lagMs, jitterMs, strongDelayMs, paused: false, cuts: [] };
  }

  get endpoints(): Readonly<Record<string, string>> {
    const entries = Object.entries(this.#ports);
    return Object.fromEntries(entries.map(([name, port]) => [name, `http://127.0.0.1:${port}`]));
  }

  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  async start(): Promise<void> {
    try {
      await this.#spawnWhenFolderIsFree();
    } catch (error) {
      const { dataDir } = this.#options;
      throw new GlobalTablesError(
        `The embedded DynamoDB cannot start with ${dataDir}: ${reasonOf(error)}`,
        { cause: error },
      );
    }
  }

  async setReplication(change: Partial<ReplicationSettings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    await this.#living().replication(this.#settings);
  }

  async setFaults(change: Partial<Faults>, region?: string): Promise<void> {
    const known = Object.keys(this.#ports);
    if (region !== undefined && !known.includes(region)) {
      throw new GlobalTablesError(`There is no Region ${region}: only ${known.join(', ')}`);
    }
    for (const name of region === undefined ? known : [region]) {
      this.#faults = { ...this.#faults, [name]: { ...this.#faults[name], ...lasting(change) } };
      await this.#living().setFaults(name, change);
    }
  }

  async replication(): Promise<ReplicationState> {
    return this.#living().replication(null);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#process?.stop();
    await this.#restarting;
  }

  #living(): CloudProcess {
    if (this.#process === null) throw new GlobalTablesError('The embedded DynamoDB is down');
    return this.#process;
  }

  async #spawnWhenFolderIsFree(): Promise<void> {
    const giveUpAtMs = performance.now() + FOLDER_LIMIT_MS;
    for (;;) {
      try {
        await this.#spawn();
        return;
      } catch (error) {
        const mayBeFreed = error instanceof StartFailed && error.storeIsClosed;
        if (!mayBeFreed || performance.now() > giveUpAtMs) throw error;
        await pause(RESTART_PAUSE_MS);
      }
    }
  }

  async #spawn(): Promise<void> {
    const { dataDir, seed = 1, log } = this.#options;
    const started = await startCloudProcess({
      start: { dataDir, ports: this.#ports, settings: this.#settings, faults: this.#faults, seed },
      onFault: (message) => log.warn({ part: 'embedded dynamodb' }, message),
    });
    this.#ports = started.ports;
    this.#process = started;
    void started.ended.then(() => this.#ended());
    if (this.#stopping) await started.stop();
  }

  #ended(): void {
    this.#process = null;
    if (!this.#stopping) this.#restarting = this.#restart('its process ended');
  }

  async #restart(because: string): Promise<void> {
    let reason = because;
    while (!this.#stopping) {
      const sinceMs = Date.now() - RESTART_WINDOW_MS;
      this.#restartsAtMs = this.#restartsAtMs.filter((atMs) => atMs > sinceMs);
      if (this.#restartsAtMs.length >= MAX_RESTARTS) {
        const spent = `${MAX_RESTARTS} restarts within ${RESTART_WINDOW_MS / 1000} s`;
        this.#options.log.error({ reason }, `the embedded DynamoDB stays down after ${spent}`);
        this.#options.onExit?.(`The embedded DynamoDB is down after ${spent}: ${reason}`);
        return;
      }
      if (this.#restartsAtMs.length > 0) await pause(RESTART_PAUSE_MS);
      this.#restartsAtMs.push(Date.now());
      this.#options.log.warn({ reason }, 'the embedded DynamoDB is started again');
      try {
        await this.#spawn();
        return;
      } catch (error) {
        reason = reasonOf(error);
      }
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
