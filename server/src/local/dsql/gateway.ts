// One Region's endpoint: TLS connections are admitted, each gets a PostgreSQL connection of its own,
// and a session between the two. It shares nothing with the other Region's but PostgreSQL.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { serialize } from 'pg-protocol';
import { admit, ConnectionLimits, type AdmissionOptions, type Arrival } from './admission/index.ts';
import { Catalog } from './catalog/catalog.ts';
import type { PostgresAddress } from './catalog/roles.ts';
import { NO_FAULTS, type Faults } from './faults.ts';
import { ready, SYS_SCHEMA_SQL } from './language/index.ts';
import type { Limits } from './limits.ts';
import { CommitDesk } from './session/commit-desk.ts';
import type { ConflictMode } from './session/context.ts';
import { Connection } from './session/connection.ts';

/** Connections that may wait to be accepted. */
const BACKLOG = 2048;

export interface GatewayOptions {
  readonly region: string;
  /** 0: any free port. */
  readonly port: number;
  readonly identity: AdmissionOptions['identity'];
  readonly credentials: AdmissionOptions['credentials'];
  readonly postgres: PostgresAddress;
  readonly conflicts: ConflictMode;
  /** Between a writing COMMIT and its answer. */
  readonly commitDelayMs: number;
  readonly limits: Limits;
  /** Whether FOR UPDATE counts as a write. Default true; false for a test's control only. */
  readonly adjudicateLocks?: boolean;
  readonly onFault: (message: string) => void;
}

export interface GatewayState {
  readonly connections: number;
  readonly commits: number;
  readonly conflicts: number;
  /** Faults that were asked for and have not happened yet. */
  readonly pendingFaults: Readonly<Record<string, number>>;
  readonly cpuMs: number;
}

export interface Gateway {
  readonly port: number;
  /** Counted faults start anew from the numbers given. */
  setFaults(change: Partial<Faults>): void;
  state(): GatewayState;
  /** Connections in a transaction get this long to end it. */
  close(limitMs: number): Promise<void>;
}

/** @throws when PostgreSQL cannot be reached, or the port is taken */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  await ready;
  const gateway = new RegionGateway(options);
  await gateway.open();
  return gateway;
}

class RegionGateway implements Gateway {
  readonly #options: GatewayOptions;
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  readonly #arriving = new Set<Socket>();
  readonly #limits: ConnectionLimits;
  readonly #commits: CommitDesk;
  #catalog: Catalog | null = null;
  #faults: Faults = NO_FAULTS;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#limits = new ConnectionLimits(options.limits);
    this.#commits = new CommitDesk(options.commitDelayMs);
    this.#server = createServer({ noDelay: true }, (socket) => void this.#serve(socket));
  }

  async open(): Promise<void> {
    const { postgres, port, onFault } = this.#options;
    this.#catalog = await Catalog.open({
      postgres,
      sysSchema: SYS_SCHEMA_SQL,
      onFault,
      onChange: (processId) => this.#tellChange(processId),
    });
    this.#server.listen({ host: '127.0.0.1', port, backlog: BACKLOG });
    await once(this.#server, 'listening');
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  setFaults(change: Partial<Faults>): void {
    this.#faults = { ...this.#faults, ...this.#commits.pending, ...change };
    this.#commits.configure(this.#faults);
    if (!this.#faults.cut) return;
    for (const connection of this.#connections) connection.cut();
    for (const socket of this.#arriving) socket.destroy();
  }

  state(): GatewayState {
    const { commits, conflicts, pending: pendingFaults } = this.#commits;
    const { user, system } = process.cpuUsage();
    const connections = this.#connections.size;
    return { connections, commits, conflicts, pendingFaults, cpuMs: (user + system) / 1_000 };
  }

  async close(limitMs: number): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#arriving) socket.destroy();
    await Promise.all([...this.#connections].map((connection) => connection.close(limitMs)));
    await closed;
    await this.#catalog?.close();
  }

  async #serve(socket: Socket): Promise<void> {
    socket.on('error', () => undefined);
    if (this.#faults.cut) {
      socket.destroy();
      return;
    }
    this.#arriving.add(socket);
    try {
      this.#receive(await admit(socket, this.#admission()));
    } catch (error) {
      this.#options.onFault(`${this.#options.region}: ${String(error)}`);
      socket.destroy();
    } finally {
      this.#arriving.delete(socket);
    }
  }

  #admission(): AdmissionOptions {
    const { region, identity, credentials } = this.#options;
    return {
      region,
      identity,
      credentials,
      limits: this.#limits,
      isAsleep: () => this.#faults.asleep,
      now: () => new Date(),
    };
  }

  #receive(arrival: Arrival): void {
    if (arrival.kind === 'CANCEL') this.#cancel(arrival);
    if (arrival.kind !== 'ADMITTED' || this.#catalog === null) return;
    const { postgres, conflicts, limits, adjudicateLocks = true, onFault } = this.#options;
    const connection = new Connection({
      arrival,
      postgres,
      catalog: this.#catalog,
      conflicts,
      limits,
      adjudicateLocks,
      commits: this.#commits,
      onFault,
    });
    this.#connections.add(connection);
    // It lives on its own: the admission is over.
    void connection.serve().finally(() => this.#connections.delete(connection));
  }

  #tellChange(processId: number | null): void {
    for (const connection of this.#connections) connection.catalogChanged(processId);
  }

  /** PostgreSQL made the key: it knows whether it is right. */
  #cancel({ processId, secretKey, close }: Extract<Arrival, { kind: 'CANCEL' }>): void {
    const { socketDir, port } = this.#options.postgres;
    const socket = connect(join(socketDir, `.s.PGSQL.${port}`));
    socket.on('error', () => undefined);
    socket.on('close', close);
    socket.resume();
    socket.end(serialize.cancel(processId, secretKey));
  }
}
