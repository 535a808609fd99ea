// What makes a transaction all or nothing over a crash: a redo log. The one record that holds all of
// its versions is the commit: before it nothing was stored, after it everything will be, at the
// latest at the next start. It stays for a while as the answer to the client's repeated request.
import { MAX_RECORD_BYTES, type SystemTable } from './system-table.ts';
import { isItem, objectsOf, parseObject, type Item } from './wire.ts';

/** A repeated request is answered without doing it again for so long; as on AWS. */
export const REMEMBER_MS = 600_000;

const PARTITION = 'transactions';

export interface Change {
  readonly table: string;
  readonly key: string;
  readonly version: Item;
}

export interface Transaction {
  /** The client's ClientRequestToken, or one of ours. */
  readonly token: string;
  /** Of the request: the same token with another request is a mistake. */
  readonly hash: string;
  readonly atMs: number;
}

export class TransactionLog {
  readonly #system: SystemTable;

  constructor(system: SystemTable) {
    this.#system = system;
  }

  /** A transaction that was committed with this token lately, or null. */
  async find(token: string, nowMs: number): Promise<Transaction | null> {
    const value = await this.#system.get(PARTITION, token);
    const known = value === null ? null : read(token, value);
    return known === null || known.atMs + REMEMBER_MS < nowMs ? null : known;
  }

  /** Whether it fits; to be asked first. */
  fits(changes: readonly Change[]): boolean {
    return Buffer.byteLength(JSON.stringify(changes)) < MAX_RECORD_BYTES - 1024;
  }

  /** Committed when it resolves. */
  async commit({ token, hash, atMs }: Transaction, changes: readonly Change[]): Promise<void> {
    const value = JSON.stringify({ hash, atMs, changes });
    await this.#system.put(PARTITION, { name: token, value });
  }

  /** All of it is stored: only the token is kept. */
  async done({ token, hash, atMs }: Transaction): Promise<void> {
    await this.#system.put(PARTITION, { name: token, value: JSON.stringify({ hash, atMs }) });
  }

  /** Stores what a crash left out, and forgets the old. @param apply must not throw */
  async recover(apply: (change: Change) => Promise<boolean>, nowMs: number): Promise<void> {
    for await (const { name, value } of this.#system.all(PARTITION)) {
      const transaction = read(name, value);
      const stored = await Promise.all(transaction.changes.map(apply));
      if (stored.includes(false)) throw new Error(`transaction ${name} cannot be completed`);
      if (transaction.changes.length > 0) await this.done(transaction);
    }
    await this.expire(nowMs);
  }

  async expire(nowMs: number): Promise<void> {
    for await (const record of this.#system.all(PARTITION)) {
      const { atMs, changes } = read(record.name, record.value);
      const isOld = atMs + REMEMBER_MS < nowMs && changes.length === 0;
      if (isOld) await this.#system.delete(PARTITION, record);
    }
  }
}

function read(token: string, value: string): Transaction & { readonly changes: Change[] } {
  const { hash, atMs, changes } = parseObject(value) ?? {};
  if (typeof hash !== 'string' || typeof atMs !== 'number') {
    throw new Error(`transaction ${token} is damaged`);
  }
  return {
    token,
    hash,
    atMs,
    changes: objectsOf(changes).flatMap(({ table, key, version }) =>
      typeof table === 'string' && typeof key === 'string' && isItem(version)
        ? [{ table, key, version }]
        : [],
    ),
  };
}
