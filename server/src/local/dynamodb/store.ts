// One Region's storage: a dynalite over LevelDB on disk, in this process, reached by handing it a
// request that was already read whole. That is what removes its two fatal faults: it throws on a
// request that ends half-way and on the body `null`, and nothing of the kind gets this far.
// LevelDB hands each write to the operating system before it is answered, and does not fsync: an
// acknowledged write outlives a killed process, but not a power cut (where the embedded PostgreSQL,
// which fsyncs each commit, loses nothing). The store is therefore never closed, only ended with
// its process.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { ReadAnswer, ReadOperation } from './dynalite-reads.ts';
import { openDynalite } from './dynalite-store.ts';
import type { Item, JsonObject, WireAnswer } from './wire.ts';

/** Signs nothing: dynalite only wants the headers to be there. Clients' are checked by the front. */
const HEADERS: Readonly<Record<string, string>> = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=front/20200101/local/dynamodb/aws4_request, ' +
    'SignedHeaders=host, Signature=none',
  'x-amz-date': '20200101T000000Z',
  'content-type': 'application/x-amz-json-1.0',
};

export interface Store {
  /** @throws when dynalite throws: a fault of ours or of its, answered as a 500 by the front */
  call(operation: string, input: JsonObject): Promise<WireAnswer>;
  /** The same for reads, as an object that is the caller's own. @throws as call() */
  read(operation: ReadOperation, input: JsonObject): Promise<ReadAnswer>;
  /** One item, read consistently. @throws when the table is not there, or cannot be read */
  get(table: string, key: Item): Promise<Item | null>;
  /** Stores an item that was validated before, over whatever is there. @throws as get() */
  put(table: string, item: Item): Promise<void>;
}

/** @param path folder of this Region's store, made when missing. @param region goes into ARNs */
export function openStore(path: string, region: string): Store {
  mkdirSync(path, { recursive: true });
  // dynalite reads the Region from the environment, once, while it is being made.
  process.env['AWS_REGION'] = region;
  const immediate = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };
  const { server, ...direct } = openDynalite({ path, ...immediate });
  return {
    ...direct,
    call: (operation, input) =>
      new Promise((resolve, reject) => {
        const request = new ReadRequest(operation);
        server.emit('request', request, new WholeResponse(resolve));
        try {
          request.emit('data', Buffer.from(JSON.stringify(input)));
          request.emit('end');
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      }),
  };
}

/** What dynalite uses of an IncomingMessage. */
class ReadRequest extends EventEmitter {
  readonly method = 'POST';
  readonly url = '/';
  readonly headers: Readonly<Record<string, string>>;

  constructor(operation: string) {
    super();
    this.headers = { ...HEADERS, 'x-amz-target': `DynamoDB_20120810.${operation}` };
  }
}

/** What dynalite uses of a ServerResponse. Headers are dropped: the front writes its own. */
class WholeResponse {
  statusCode = 200;
  readonly #done: (answer: WireAnswer) => void;

  constructor(done: (answer: WireAnswer) => void) {
    this.#done = done;
  }

  setHeader(): void {
    return;
  }

  end(text = ''): void {
    this.#done({ status: this.statusCode, text });
  }
}
