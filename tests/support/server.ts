// A whole WorldSeat for one test file: real databases, real sockets, a folder of its own.
import type { Log } from '../../server/src/log.ts';
import { readConfig } from '../../server/src/config.ts';
import { openServer, type Server } from '../../server/src/main.ts';
import { graphql, type Variables } from './graphql.ts';
import type { Close } from './leftovers.ts';
import { tempFolder } from './temp-folder.ts';

export interface TestServer extends Server {
  readonly dataDir: string;
  /** Every warning and error that the server logged. */
  readonly logged: readonly string[];
  /** The data of an operation that must not have errors. */
  ask<Data>(query: string, variables?: Variables): Promise<Data>;
}

export interface TestServerOptions {
  /** Default: a new folder, removed when the file is through. */
  readonly dataDir?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** @param later registers what must be closed (see leftovers.ts) */
export async function openTestServer(
  later: (close: Close) => void,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await tempFolder(later));
  const settings = { HOST: '127.0.0.1', PORT: '0', WORLDSEAT_DATA: dataDir, ...options.settings };
  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const log: Log = { info: () => undefined, warn: note, error: note };
  const server = await openServer(readConfig(settings, dataDir), log);
  later(() => server.close());
  const ask = async <Data>(query: string, variables: Variables = {}): Promise<Data> => {
    const { data, errors } = await graphql(server.url, query, variables);
    if (errors !== undefined || data === undefined || data === null) {
      throw new Error(`no data: ${JSON.stringify(errors)}`);
    }
    return data as Data;
  };
  return { ...server, dataDir, logged, ask };
}
