// How dynalite reaches its LevelDB, when a large floor has hundreds of thousands of rows. It sends each
// write and each read to a thread of its own, and rows of a table one by one. Here the writes that
// come while one is under way go together in the next (group commit), a key is read at once, and
// rows come a thousand at a time. A write is still answered only after LevelDB has taken it.
import { Readable } from 'node:stream';
import type { Done, LevelDb } from 'dynalite/db/index.js';

/** Writes of one group; more wait for the next. */
const MAX_GROUP = 1_000;
/** Rows that are read ahead of who asks for them, and bytes of them. */
const ROWS_A_READ = 1_000;
const BYTES_A_READ = 256 * 1024;

type Write =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

/** Changes the given database, in place. */
export function quicken(db: LevelDb): void {
  const writes = new GroupedWrites((group) => db.batch(group));
  db.put = (key, value, done) => writes.add({ type: 'put', key, value }, done);
  db.del = (key, done) => writes.add({ type: 'del', key }, done);
  db.get = (key, done) => {
    if (db.status === 'open') readNow(db, key, done);
    else db.open({ passive: true }).then(() => readNow(db, key, done), done);
  };
  db.createValueStream = (range) => streamValues(db, range);
}

class GroupedWrites {
  readonly #write: (group: readonly Write[]) => Promise<void>;
  #waiting: { readonly write: Write; readonly done: Done }[] = [];
  #isWriting = false;

  constructor(write: (group: readonly Write[]) => Promise<void>) {
    this.#write = write;
  }

  add(write: Write, done: Done): void {
    this.#waiting.push({ write, done });
    if (this.#isWriting) return;
    this.#isWriting = true;
    // What the same turn of the event loop still brings belongs to the first group.
    setImmediate(() => void this.#writeAll());
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.slice(0, MAX_GROUP);
      this.#waiting = this.#waiting.slice(MAX_GROUP);
      const error = await this.#write(group.map(({ write }) => write)).then(
        () => null,
        (fault: unknown) => fault,
      );
      for (const { done } of group) queueMicrotask(() => done(error));
    }
    this.#isWriting = false;
  }
}

function readNow(db: LevelDb, key: string, done: Done): void {
  let value: unknown;
  let error: unknown = null;
  try {
    value = db.getSync(key);
  } catch (fault) {
    error = fault;
  }
  queueMicrotask(() => done(error, value));
}

function streamValues(db: LevelDb, range: object): Readable {
  const values = db.values({ ...range, highWaterMarkBytes: BYTES_A_READ });
  return new Readable({
    objectMode: true,
    highWaterMark: ROWS_A_READ,
    read() {
      const give = (rows: readonly unknown[]) => {
        if (rows.length === 0) this.push(null);
        for (const row of rows) {
          if (this.destroyed) return;
          this.push(row);
        }
      };
      const fail = (error: Error) => this.destroy(error);
      values.nextv(ROWS_A_READ).then(give, fail);
    },
    destroy(error, done) {
      const end = () => done(error);
      values.close().then(end, end);
    },
  });
}
