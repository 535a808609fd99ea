// A connection of a pool that waits for its turn before it knocks at the server.
import pg from 'pg';
import type { ConnectionRate } from './connection-rate.ts';

type Done = (error?: Error | null) => void;

/** @returns the class that a pool makes its connections of */
export function pacedBy(rate: ConnectionRate): typeof pg.Client {
  return class PacedClient extends pg.Client {
    override connect(): Promise<pg.Client>;
    override connect(done: Done): void;
    override connect(done?: Done): Promise<pg.Client> | undefined {
      const connected = rate.take().then(() => super.connect());
      if (done === undefined) return connected;
      connected.then(() => done(), done);
      return undefined;
    }
  };
}
