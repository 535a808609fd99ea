// dynalite ships no types. This is all of it that is used: an http.Server that is never made to
// listen, so that its fragile request reading is not reachable from a socket; and what it does to
// one item, which plan.ts runs on an item that is not in a store, and its store's own parts.
declare module 'dynalite' {
  import type { Server } from 'node:http';

  export interface DynaliteOptions {
    /** Folder of the LevelDB store. */
    readonly path: string;
    readonly createTableMs: number;
    readonly deleteTableMs: number;
    readonly updateTableMs: number;
  }
  export default function dynalite(options: DynaliteOptions): Server;
}

declare module 'dynalite/db/index.js' {
  import type { Readable } from 'node:stream';

  export type Done = (error: unknown, value?: unknown) => void;

  /** The descriptions of the tables, by name. */
  export interface TableDb {
    get: (key: string, done: Done) => void;
    put: (key: string, value: unknown, done: Done) => void;
    del: (key: string, done: Done) => void;
  }
  /** The database under all of them. */
  export interface LevelDb extends TableDb {
    readonly status: string;
    /** Passive: waits until it is open. */
    open: (options: { readonly passive: true }) => Promise<void>;
    batch: (operations: readonly object[]) => Promise<void>;
    /** Undefined when the key is not there. */
    getSync: (key: string) => unknown;
    values: (range: object) => {
      /** At most so many, in order; none when there are no more. */
      nextv: (size: number) => Promise<readonly unknown[]>;
      close: () => Promise<void>;
    };
    createValueStream: (range: object) => Readable;
  }
  export interface InnerStore {
    readonly db: LevelDb;
    readonly tableDb: TableDb;
    /** Of a table that is ACTIVE. */
    getTable: (name: string, done: (error: unknown, table?: object) => void) => void;
    getItemDb: (table: string) => TableDb;
  }
  const db: {
    /** Looked up by dynalite each time it makes a server. */
    create: (options: object) => InnerStore;
    /** @returns what is wrong, as an error with a body; or nothing */
    validateItem: (item: object, table: object) => unknown;
    /** As validateItem(), of a Key. */
    validateKey: (key: object, table: object) => unknown;
    createKey: (item: object, table: object) => string;
  };
  export default db;
}

declare module 'dynalite/validations/index.js' {
  const validations: {
    /** The input with only what the types name. @throws an error with statusCode and body */
    checkTypes(input: object, types: object): object;
    /** Also parses the expressions, into the input. @throws as checkTypes() */
    checkValidations(input: object, types: object, custom: unknown, store: object): void;
    /** Changes numbers to their one spelling, in place. @returns what is wrong, in words */
    validateAttributeValue(value: object): string | undefined;
  };
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const validation: { readonly types: object; readonly custom: unknown };
  export default validation;
}

declare module 'dynalite/actions/*.js' {
  const action: (
    store: object,
    input: object,
    done: (error: unknown, answer: object | undefined) => void,
  ) => void;
  export default action;
}
