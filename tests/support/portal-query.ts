// One statement in the way of pg-cursor: a portal from which rows are fetched a few at a time, with
// Flush where other statements have Sync. To be handed to a client's query().
import type pg from 'pg';

export interface PortalResult {
  readonly command: string;
  readonly count: number;
  /** Values by column name, as text. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  /** How often the portal was suspended. */
  readonly suspensions: number;
}

export interface PortalStatement {
  readonly text: string;
  readonly values: readonly (string | number)[];
  /** Rows of one Execute. */
  readonly rowsAtOnce: number;
}

/** What pg sends, with the arguments that its types do not know. */
interface Wire {
  parse(message: { name: string; text: string; types: readonly string[] }): void;
  bind(message: { portal: string; statement: string; values: readonly string[] }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  flush(): void;
  sync(): void;
}

export class PortalQuery implements pg.Submittable {
  readonly result: Promise<PortalResult>;
  readonly #statement: PortalStatement;
  readonly #rows: Record<string, string | null>[] = [];
  #columns: readonly string[] = [];
  #tag = '';
  #suspensions = 0;
  #isSynced = false;
  #resolve: (result: PortalResult) => void = () => undefined;
  #reject: (fault: unknown) => void = () => undefined;

  constructor(statement: PortalStatement) {
    this.#statement = statement;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    const { text, values } = this.#statement;
    wire.parse({ name: '', text, types: [] });
    wire.bind({ portal: '', statement: '', values: values.map(String) });
    wire.describe({ type: 'P', name: '' });
    this.#fetch(wire);
  }

  handleRowDescription({
    fields,
  }: {
    readonly fields: readonly { readonly name: string }[];
  }): void {
    this.#columns = fields.map(({ name }) => name);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const row = this.#columns.map((name, at) => [name, fields[at] ?? null]);
    this.#rows.push(Object.fromEntries(row) as Record<string, string | null>);
  }

  handlePortalSuspended(connection: pg.Connection): void {
    this.#suspensions += 1;
    this.#fetch(connection as unknown as Wire);
  }

  handleCommandComplete({ text }: { readonly text: string }, connection: pg.Connection): void {
    this.#tag = text;
    this.#sync(connection);
  }

  handleEmptyQuery(connection: pg.Connection): void {
    this.#sync(connection);
  }

  /** After an error the server waits for Sync; nothing else of the statement is heard. */
  handleError(fault: unknown, connection: pg.Connection): void {
    if (connection.stream.writable) this.#sync(connection);
    this.#reject(fault);
  }

  handleReadyForQuery(): void {
    const [command = '', ...numbers] = this.#tag.split(' ');
    // The tag of a SELECT counts the rows of the last Execute only.
    const count = this.#columns.length > 0 ? this.#rows.length : Number(numbers.at(-1) ?? 0);
    this.#resolve({ command, count, rows: this.#rows, suspensions: this.#suspensions });
  }

  /** Once: outside of a transaction, what comes behind it may still be an error. */
  #sync(connection: pg.Connection): void {
    if (!this.#isSynced) connection.sync();
    this.#isSynced = true;
  }

  #fetch(wire: Wire): void {
    wire.execute({ portal: '', rows: this.#statement.rowsAtOnce });
    wire.flush();
  }
}
