// A client's connection from its admission to its end: PostgreSQL is connected as the client's
// role, the session runs, and whatever ends first ends the other.
import { notAuthorized } from '../admission/index.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { PostgresAddress } from '../catalog/roles.ts';
import { ApplyStatements } from '../conflicts/apply.ts';
import type { Limits } from '../limits.ts';
import { WireError, type Frame } from '../wire/frame.ts';
import { errorResponse, readyForQuery, type Refusal } from '../wire/write.ts';
import { Backend, BackendGone } from './backend.ts';
import { ClientEnd } from './client.ts';
import type { CommitDesk } from './commit-desk.ts';
import type { ConflictMode } from './context.ts';
import { Inbox } from './inbox.ts';
import { Line } from './line.ts';
import { PREPARE_OWN } from './own-statements.ts';
import { Prepared } from './prepared.ts';
import { SERVER_UNAVAILABLE } from './replies.ts';
import { Session } from './session.ts';
import { backendStartup, refusedParameter, type Admitted } from './startup.ts';

export interface ConnectionOptions {
  readonly arrival: Admitted;
  readonly postgres: PostgresAddress;
  readonly catalog: Catalog;
  readonly conflicts: ConflictMode;
  readonly limits: Limits;
  readonly adjudicateLocks: boolean;
  readonly commits: CommitDesk;
  readonly onFault: (message: string) => void;
}

const TIME_IS_UP: Refusal = { code: '57P01', message: 'connection duration limit exceeded' };

export class Connection {
  readonly #options: ConnectionOptions;
  readonly #inbox = new Inbox();
  readonly #client: ClientEnd;
  #backend: Backend | null = null;
  #session: Session | null = null;
  #processId: number | null = null;
  #isEnding = false;
  /** PostgreSQL has said why the role is not let in. */
  #isRefused = false;
  readonly #ended: Promise<void>;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { socket } = options.arrival;
    this.#client = new ClientEnd(socket, (full) =>
      full ? this.#backend?.pause() : this.#backend?.resume(),
    );
    this.#ended = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
  }

  /** Ends with the connection. Does not throw. */
  async serve(): Promise<void> {
    const { arrival, limits, onFault } = this.#options;
    const lifetime = setTimeout(() => this.#expire(), limits.connectionLifetimeMs);
    try {
      await this.#run();
      this.#client.end();
    } catch (error) {
      const expected = error instanceof BackendGone || error instanceof WireError;
      if (!expected)
        onFault(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.#client.flush();
      arrival.socket.destroySoon();
    } finally {
      clearTimeout(lifetime);
      this.#backend?.close();
      arrival.release();
    }
  }

  cut(): void {
    this.#client.cut();
  }

  /** When it is in no transaction, and at the latest after the limit. */
  async close(limitMs: number): Promise<void> {
    const limit = setTimeout(() => this.cut(), limitMs);
    this.#expire();
    await this.#ended;
    clearTimeout(limit);
  }

  /** The schema changed. @param processId of the backend that did it */
  catalogChanged(processId: number | null): void {
    if (processId !== null && processId === this.#processId) this.#session?.knowsCatalog();
  }

  async #run(): Promise<void> {
    const { arrival } = this.#options;
    const refused = refusedParameter(arrival.parameters) ?? (await this.#refusedRole());
    if (refused !== null) {
      this.#client.write(errorResponse(refused, 'FATAL'));
      return;
    }
    if (!(await this.#openBackend())) return;
    this.#listen();
    const session = this.#openSession();
    await session.run();
  }

  async #refusedRole(): Promise<Refusal | null> {
    const { arrival, catalog } = this.#options;
    if (arrival.action === 'DbConnectAdmin') return null;
    return (await catalog.mayConnect(arrival.user)) ? null : notAuthorized('ROLE');
  }

  /** @returns whether PostgreSQL let the role in; otherwise the client has been told */
  async #openBackend(): Promise<boolean> {
    const { arrival, postgres, conflicts } = this.#options;
    const onFrame = (frame: Frame) => {
      if (frame.type === 'K') this.#processId = frame.bytes.readInt32BE(5);
      if (frame.type === 'E') this.#isRefused = true;
      // Its own AuthenticationOk among them: the client waits for one.
      this.#client.write(frame.bytes);
    };
    const events = {
      onStray: (frame: Frame) => this.#client.write(frame.bytes),
      onBatch: () => this.#client.flush(),
      onClose: () => this.#backendClosed(),
    };
    try {
      const startup = backendStartup(arrival, conflicts);
      this.#backend = await Backend.open(postgres, startup, events, onFrame);
      await this.#backend.run([PREPARE_OWN], () => undefined);
      this.#client.write(readyForQuery('I'));
      this.#client.flush();
      return true;
    } catch (error) {
      if (!this.#isRefused) this.#client.write(errorResponse(SERVER_UNAVAILABLE, 'FATAL'));
      if (!(error instanceof BackendGone)) throw error;
      return false;
    }
  }

  #openSession(): Session {
    const { catalog, conflicts, adjudicateLocks, limits, commits } = this.#options;
    const { socket } = this.#options.arrival;
    if (this.#backend === null) throw new Error('there is no backend yet');
    const context = {
      line: new Line(this.#backend, this.#client),
      prepared: new Prepared({ lockless: conflicts === 'commit' }),
      catalog,
      applied: new ApplyStatements(),
      conflicts,
      adjudicateLocks,
      limits,
      commits,
    };
    const session = new Session(context, this.#inbox, () => {
      if (this.#inbox.hasRoom) socket.resume();
      if (this.#isEnding) this.#expire();
    });
    this.#session = session;
    return session;
  }

  #listen(): void {
    const { socket, head } = this.#options.arrival;
    const take = (chunk: Buffer) => {
      try {
        if (!this.#inbox.push(chunk)) socket.pause();
      } catch {
        // A message that is too long or none at all: the connection ends without a word, as on DSQL.
        this.#client.cut();
      }
    };
    if (head.length > 0) take(head);
    socket.on('data', take);
    socket.on('close', () => {
      this.#inbox.end();
      this.#backend?.close();
    });
    socket.on('end', () => this.#inbox.end());
    socket.resume();
  }

  /** Its time is up, or the gateway closes: now, or when its transaction has ended. */
  #expire(): void {
    this.#isEnding = true;
    if (this.#session !== null && !this.#session.isIdle) return;
    this.#client.write(errorResponse(TIME_IS_UP, 'FATAL'));
    this.#client.end();
    this.#inbox.end();
  }

  #backendClosed(): void {
    this.#inbox.end();
    this.#client.flush();
    this.#options.arrival.socket.destroySoon();
  }
}
