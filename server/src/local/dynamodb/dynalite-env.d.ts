// dynalite ships no types. This is all of it that the store uses: an http.Server that is never
// made to listen, so that its fragile request reading is not reachable from a socket.
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
