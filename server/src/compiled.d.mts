// What compiled.mjs offers.

export interface Program {
  readonly file: string;
  /** What Node needs to run it. */
  readonly execArgv: readonly string[];
}

/** The folder of the server's sources, also for what was compiled from them. */
export const SOURCES: URL;

/** The folder of what is made once per installation. It may be missing, or not be ours to write. */
export const CACHE: string;

/**
 * For a thread, or the server itself, which take no loader with them.
 * @param entry a file of TypeScript. @returns null where it cannot be compiled
 */
export function compiledFile(entry: URL): URL | null;

/** @param entry a file of TypeScript. @param cache default: of this package */
export function programOf(entry: URL, cache?: string): Program;
