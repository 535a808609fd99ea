// The gateway's own connection to PostgreSQL: it knows the tables, hears of changed schemas (also
// those that another Region's gateway changed), and is opened again when it is lost. Gateways share
// nothing but PostgreSQL.
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { CATALOG_CHANNEL, installSql } from './install.ts';
import { ADMIN_ROLE, connectAsSuperuser, type PostgresAddress } from './roles.ts';
import { readTables, type Table } from './tables.ts';

export interface CatalogOptions {
  readonly postgres: PostgresAddress;
  readonly sysSchema: string;
  readonly onFault: (message: string) => void;
  /** A schema changed. @param processId of the backend that changed it; null: not known */
  readonly onChange: (processId: number | null) => void;
}

const RECONNECT_PAUSE_MS = 100;

export class Catalog {
  readonly #options: CatalogOptions;
  #client: pg.Client | null = null;
  #byOid = new Map<number, Table>();
  #byName = new Map<string, Table[]>();
  #known = '';
  #version = 1;
  #notesKeys = false;
  #closing = false;
  #refreshing: Promise<void> | null = null;

  private constructor(options: CatalogOptions) {
    this.#options = options;
  }

  /** Installs what is missing in PostgreSQL. @throws when it cannot be reached */
  static async open(options: CatalogOptions): Promise<Catalog> {
    const catalog = new Catalog(options);
    await catalog.#connect();
    return catalog;
  }

  /** Goes up by one with each change. */
  get version(): number {
    return this.#version;
  }

  /** Tables of that name in any schema: what an unqualified name may mean. */
  named(name: string): readonly Table[] {
    return this.#byName.get(name) ?? [];
  }

  /** @throws when PostgreSQL does not know it either */
  async table(oid: number): Promise<Table> {
    if (!this.#byOid.has(oid)) await this.refresh();
    const table = this.#byOid.get(oid);
    if (table === undefined) throw new Error(`table ${oid} is not in the catalogue`);
    return table;
  }

  /** From now on keys that come and go are noted. To be called before the first row goes. */
  async noteKeys(): Promise<void> {
    if (this.#notesKeys) return;
    await this.#query(`SELECT nextval('occ.deletions')`, []);
    this.#notesKeys = true;
  }

  /** Whether an IAM identity was let in as this role (AWS IAM GRANT). Never the superuser. */
  async mayConnect(role: string): Promise<boolean> {
    const rows = await this.#query(
      `SELECT FROM sys.iam_pg_role_mappings AS mapped JOIN pg_roles ON rolname = pg_role_name
      WHERE rolname = $1 AND rolcanlogin AND NOT rolsuper`,
      [role],
    );
    return rows > 0;
  }

  async refresh(): Promise<void> {
    await (this.#refreshing ??= this.#read().finally(() => (this.#refreshing = null)));
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#client?.end();
  }

  async #query(text: string, values: unknown[]): Promise<number> {
    if (this.#client === null) throw new Error('the gateway has lost its own connection');
    const { rowCount } = await this.#client.query(text, values);
    return rowCount ?? 0;
  }

  async #connect(): Promise<void> {
    const client = await connectAsSuperuser(this.#options.postgres);
    client.on('error', () => undefined);
    client.on('end', () => void this.#lost());
    client.on('notification', ({ processId }) => this.#changed(processId));
    await client.query(installSql(ADMIN_ROLE, this.#options.sysSchema));
    // Before anything is heard: who hears of a change reads the tables by this connection.
    this.#client = client;
    await client.query(`LISTEN ${CATALOG_CHANNEL}`);
    await this.refresh();
  }

  async #lost(): Promise<void> {
    this.#client = null;
    while (!this.#closing) {
      await pause(RECONNECT_PAUSE_MS);
      try {
        const before = this.#known;
        await this.#connect();
        if (before !== this.#known) this.#changed(null);
        return;
      } catch (error) {
        this.#options.onFault(`the gateway cannot reach PostgreSQL: ${String(error)}`);
      }
    }
  }

  #changed(processId: number | null): void {
    this.#readAnew()
      .catch((error: unknown) => this.#options.onFault(String(error)))
      .finally(() => {
        // Whoever hears of the change finds it here.
        this.#version += 1;
        this.#options.onChange(processId);
      });
  }

  /** A reading that began before the change may not show it. */
  async #readAnew(): Promise<void> {
    await this.#refreshing?.catch(() => undefined);
    await this.refresh();
  }

  async #read(): Promise<void> {
    const client = this.#client;
    if (client === null) throw new Error('the gateway has lost its own connection');
    const tables = await readTables(client);
    this.#known = JSON.stringify(tables);
    this.#byOid = new Map(tables.map((table) => [table.oid, table]));
    this.#byName = groupByName(tables);
  }
}

function groupByName(tables: readonly Table[]): Map<string, Table[]> {
  const groups = new Map<string, Table[]>();
  for (const table of tables) {
    const group = groups.get(table.name);
    if (group === undefined) groups.set(table.name, [table]);
    else group.push(table);
  }
  return groups;
}
